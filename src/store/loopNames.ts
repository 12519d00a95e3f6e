import { loopNames } from '../core/loop/loopNames';
import type { LocatedLoop } from './api';

/** What to call each loop among the others, by its folder's Uri as text. */
export function loopNamesByUri(loops: readonly LocatedLoop[]): ReadonlyMap<string, string> {
  const names = loopNames(loops.map(({ loop, root }) => ({ loop, folder: root.folder.name })));
  return new Map(loops.map(({ uri }, index) => [uri.toString(), names[index] ?? '']));
}
