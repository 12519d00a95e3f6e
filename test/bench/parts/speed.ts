import { printSpeed } from '../speed.js';

printSpeed();
