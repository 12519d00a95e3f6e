import { assembleLoop } from '../../../src/core/loop/assemble';
import type { Loop } from '../../../src/core/loop/loopModel';
import { isLoopFile, parseFile } from '../../../src/core/loop/parseFile';
import { builtIn } from './builtIn';

export const CONFLUENT = builtIn('confluent-ai-ml-pm');
/** The front matter of a loop’s own file. */
export const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: C\nrole: R\nfirstContact: 2026-11-23\ndays: 22\ntimeZone: Europe/Berlin\n---\n';

/** Reads a loop from the files of its folder. */
export function read(files: Readonly<Record<string, string>>): Loop {
  const entries = Object.entries(files);
  const parsed = entries.filter(([path]) => isLoopFile(path)).map(([path, text]) => [path, parseFile(text)] as const);
  const others = entries.map(([path]) => path).filter((path) => !isLoopFile(path));
  return assembleLoop('l', new Map(parsed), others, (id) => (id === CONFLUENT.id ? CONFLUENT : undefined));
}
