import { COMPARISON_NAME, NOT_LOOPS, OFFERS_FOLDER } from '../loop/prepFolder';
import { hasMarkdownEnding } from '../markdownName';
import type { TextKind } from './lint/types';

/** A file whose text is checked. */
export interface CheckedPath {
  readonly kind: TextKind;
  /** The loop's folder; undefined for a story, which all loops share, and for an offer without a loop. */
  readonly loop: string | undefined;
}

/**
 * What the file at `path`, relative to the prep folder and with `/`, is checked as; undefined where it is not checked.
 */
export function checkedPath(path: string): CheckedPath | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (!hasMarkdownEnding(name) || parts.some((part) => part.startsWith('.'))) return undefined;
  const [first = '', second = ''] = parts;
  if (parts.length === 2 && first === 'stories') return { kind: 'story', loop: undefined };
  if (parts.length === 2 && first === OFFERS_FOLDER)
    return second === COMPARISON_NAME ? undefined : { kind: 'offer', loop: undefined };
  if (NOT_LOOPS.has(first)) return undefined;
  if (parts.length === 2 && second === 'offer.md') return { kind: 'offer', loop: first };
  if (parts.length === 3 && second === 'scripts') return { kind: 'script', loop: first };
  return undefined;
}
