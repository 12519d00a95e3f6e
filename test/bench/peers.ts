/**
 * How well quantities are found on the test sentences of other libraries. They are not ours to keep: PREP_LOOP_PEERS is
 * the path of a JSON file, or of a folder of them, on the machine that measures.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { printSets, type Labelled } from './quality.js';

/** What `read` needs of the forms that are known: ours, Recognizers-Text's specs and quantulum3's tests. */
interface Entry {
  readonly text?: string;
  readonly expected?: Labelled['expected'];
  readonly Input?: string;
  readonly Results?: readonly { Text?: string; Resolution?: { value?: string | null; unit?: string | null } | null }[];
  readonly req?: string;
  readonly res?: readonly { surface?: string; value?: number; unit?: string | null }[];
}

interface Label {
  readonly span: string | undefined;
  readonly value: number;
  readonly unit: string | null;
}

const isWhole = ({ span, value }: Label): boolean => span !== undefined && Number.isFinite(value);

function labelled(text: string, labels: readonly Label[]): Labelled {
  const expected = labels.filter(isWhole).map(({ span, value, unit }) => ({ span: span ?? '', value, unit }));
  return { text, expected };
}

/** A sentence in the contract's form; undefined where its form is not known. */
function read(entry: Entry): Labelled | undefined {
  const { text, expected, Input, Results, req, res } = entry;
  if (text !== undefined && expected) return { text, expected };
  if (Input !== undefined && Results)
    return labelled(
      Input,
      Results.map(({ Text, Resolution }) => ({
        span: Text,
        value: Number.parseFloat(Resolution?.value ?? ''),
        unit: Resolution?.unit ?? null,
      })),
    );
  if (req === undefined || !res) return undefined;
  return labelled(
    req,
    res.map(({ surface, value, unit }) => ({ span: surface, value: value ?? Number.NaN, unit: unit ?? null })),
  );
}

const jsonFiles = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(path, name))
    : [path];

/** Prints a table for each file at `path`; a line where there is none. */
export function printPeers(path: string | undefined): void {
  if (path === undefined || !existsSync(path)) {
    console.log('\nPeers: skipped. PREP_LOOP_PEERS is to be the path of their test sentences.');
    return;
  }
  printSets(
    new Map(
      jsonFiles(path).map((file) => {
        const entries = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')) as readonly Entry[];
        return [basename(file, '.json'), entries.map(read).filter((sentence) => sentence !== undefined)];
      }),
    ),
  );
}
