import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { printQuality, type Labelled } from '../quality.js';

const files = process.argv.slice(2);
printQuality(new Map(files.map((file) => [basename(file), JSON.parse(readFileSync(file, 'utf8')) as Labelled[]])));
