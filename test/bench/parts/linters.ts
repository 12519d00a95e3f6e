import { printLinters } from '../linters.js';

void printLinters();
