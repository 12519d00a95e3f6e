import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimRuleCode } from '../../../src/core/claims/claimModel';

export interface ExpectedClaim {
  readonly path: string;
  readonly code: ClaimRuleCode;
  readonly text: string;
  readonly start: number;
}

/** A small loop: its files, and what a careful reader would say of their figures. */
export interface ClaimLoop {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly expected: readonly ExpectedClaim[];
}

const FOLDER = 'test/fixtures/claims';
const HEADER = /^=== (\S+)\n/mu;
const MARK = /⟦([a-z-]+)\|([^⟧]*)⟧/gu;

/** The labelled loops. In a file, `⟦code|text⟧` marks what is to be found there; the marks are taken out. */
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
    const plain = (parts[i + 1] as string).replace(MARK, (whole, code: string, said: string, at: number) => {
      expected.push({ path, code: code as ClaimRuleCode, text: said, start: at - removed });
      removed += whole.length - said.length;
      return said;
    });
    files.set(path, plain);
  }
  return { name, files, expected };
}
