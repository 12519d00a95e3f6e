import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { printFindings, type Excerpt } from '../findings.js';
import { printLadders, printQuality, type Labelled } from '../quality.js';
import { printMatches } from '../matches.js';
import { printSetsByOthers } from '../byOthers.js';

const sets = process.argv
  .slice(2)
  .map((file) => [basename(file), JSON.parse(readFileSync(file, 'utf8')) as Labelled[] | Excerpt[]] as const);
const isOfFindings = (set: Labelled[] | Excerpt[]): set is Excerpt[] => set.some((entry) => 'silent' in entry);

printQuality(new Map(sets.flatMap(([name, set]) => (isOfFindings(set) ? [] : [[name, set] as const]))));
printFindings(new Map(sets.flatMap(([name, set]) => (isOfFindings(set) ? [[name, set] as const] : []))));
printSetsByOthers();
printLadders();
printMatches();
