import { printRegexes } from '../regexes.js';

void printRegexes();
