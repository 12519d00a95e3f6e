import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimRuleCode } from '../../../src/core/claims/claimModel';

export interface ExpectedClaim {
  readonly path: string;
  readonly code: ClaimRuleCode;
  readonly text: string;
  readonly start: number;
  /** A careful reader would say it. */
  readonly isRight: boolean;
  /** We say it. */
  readonly isFound: boolean;
}

/** A small loop: its files, and what a careful reader would say of their figures. */
export interface ClaimLoop {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly expected: readonly ExpectedClaim[];
}

const FOLDER = 'test/fixtures/claims';
const HEADER = /^=== (\S+)\n/mu;
const MARK = /⟦([a-z-]+[?!]?(?: [a-z-]+[?!]?)*)\|([^⟧]*)⟧/gu;

/**
 * The labelled loops. In a file, `⟦code|text⟧` marks what a careful reader would say there and we do; with `code?` we
 * miss it so far, with `code!` we say what nobody should. The marks are taken out.
 */
export function claimLoops(): ClaimLoop[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readLoop(name, readFileSync(join(FOLDER, name), 'utf8')));
}

function readLoop(name: string, text: string): ClaimLoop {
  const parts = text.split(HEADER).slice(1);
  const files = new Map<string, string>();
  const expected: ExpectedClaim[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const path = parts[i] as string;
    let removed = 0;
    const plain = (parts[i + 1] as string).replace(MARK, (whole, codes: string, said: string, at: number) => {
      for (const code of codes.split(' '))
        expected.push({
          path,
          code: code.replace(/[?!]$/u, '') as ClaimRuleCode,
          text: said,
          start: at - removed,
          isRight: !code.endsWith('!'),
          isFound: !code.endsWith('?'),
        });
      removed += whole.length - said.length;
      return said;
    });
    files.set(path, plain);
  }
  return { name, files, expected };
}
