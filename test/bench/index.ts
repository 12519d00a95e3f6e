/** `npm run bench [quality | speed | linters | regexes | dashboard] [file.json …]`: files are further labelled sets in the contract's form. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { printDashboard } from './dashboard.js';
import { printLinters } from './linters.js';
import { printQuality, type Labelled } from './quality.js';
import { printRegexes } from './regexes.js';
import { printSpeed } from './speed.js';

const [, , ...words] = process.argv;
const files = words.filter((word) => word.endsWith('.json'));
const wanted = words.filter((word) => !word.endsWith('.json'));
const wants = (part: string): boolean => wanted.length === 0 || wanted.includes(part);

if (wants('quality')) printQuality(new Map(files.map((file) => [basename(file), JSON.parse(readFileSync(file, 'utf8')) as Labelled[]])));
if (wants('speed')) printSpeed();
if (wants('dashboard')) printDashboard();

/** One after the other: what is measured must not share the machine. */
async function last(): Promise<void> {
  if (wants('linters')) await printLinters();
  if (wants('regexes')) await printRegexes();
}
void last();
