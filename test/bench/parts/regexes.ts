import { printGrowth } from '../growth.js';
import { printRegexes } from '../regexes.js';

void printRegexes().then(printGrowth);
