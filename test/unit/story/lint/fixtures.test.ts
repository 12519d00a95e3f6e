import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintStory, RULE_CODES, type Finding, type LintTarget } from '../../../../src/core/story/lint';

const FOLDER = 'test/fixtures/stories';
const SAMPLES = 'test/fixtures/workspaces/sample/prep/stories';

const TARGETS: readonly LintTarget[] = [
  { title: 'Events per second', kind: 'rate', unit: 'events', value: 1_000_000, direction: 'at-least' },
  { title: 'End-to-end latency', kind: 'duration', unit: 'ms', value: 40, direction: 'at-most' },
];

/**
 * Stories about something else than the playbook's targets are linted without it, as a user without one would see them.
 */
const WITH_TARGETS = new Set(['middling-target-missed.md', 'good-fraud-stream.md', 'bid-model-on-the-live-stream.md']);

function expected(text: string): string[] {
  const codes = /<!-- expect: (.*?) -->/u.exec(text)?.[1] ?? '';
  return codes === 'none' ? [] : codes.split(', ').sort();
}

function lint(folder: string, name: string): { text: string; findings: Finding[] } {
  const text = readFileSync(join(folder, name), 'utf8');
  return { text, findings: lintStory(text, WITH_TARGETS.has(name) ? { playbook: { targets: TARGETS } } : {}) };
}

const shown = (text: string, findings: readonly Finding[]): string[] =>
  findings.map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);

describe('real stories', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

  it('are many, and between them have every code that a story can have', () => {
    assert.ok(names.length >= 40);
    const marked = new Set(names.flatMap((name) => expected(readFileSync(join(FOLDER, name), 'utf8'))));
    assert.deepEqual([...marked].sort(), [...RULE_CODES].sort());
  });

  for (const name of names) {
    it(`${name}: exactly the marked codes`, () => {
      const { text, findings } = lint(FOLDER, name);
      const marks = /<!-- expect: /u.test(text);
      assert.ok(marks, 'a fixture says what it expects');
      assert.deepEqual(findings.map(({ code }) => code).sort(), expected(text), shown(text, findings).join('\n'));
    });
  }

  it('have tight ranges: a sentence, a heading or a word, never a paragraph', () => {
    for (const name of names) {
      const { text, findings } = lint(FOLDER, name);
      for (const finding of findings) {
        const range = text.slice(finding.start, finding.end);
        assert.ok(
          range.length > 0 && range.trim() === range && !range.includes('\n'),
          `${name}: ${finding.code}: “${range}”`,
        );
      }
    }
  });
});

describe('the sample workspace’s stories', () => {
  const codes = (name: string): string[] => {
    const { text, findings } = lint(SAMPLES, name);
    return shown(text, findings).map((line) => line.slice(0, 50));
  };

  it('two are excellent and have no finding', () => {
    assert.deepEqual(codes('bid-model-on-the-live-stream.md'), []);
    assert.deepEqual(codes('budgets-counted-within-a-second.md'), []);
  });

  it('two are strong with one or two weaknesses', () => {
    assert.deepEqual(codes('invalid-clicks-detector.md'), [
      'baseline-missing: 52 ms',
      'trade-off-missing: The detector finds invalid clic',
    ]);
    assert.deepEqual(codes('schema-contract-across-teams.md'), [
      'impact-first: We introduced a schema contract with',
      'vague-quantity: a lot smoother',
    ]);
  });

  it('one is half-written, and its blanks and empty sections are named', () => {
    assert.deepEqual(
      codes('cache-that-ignored-opt-outs.md').map((line) => line.replace(/:.*/u, '')),
      ['placeholder-left', 'section-empty', 'section-empty'],
    );
  });

  it('one is what a coach would take apart', () => {
    assert.deepEqual(
      codes('transformer-recommendations.md').map((line) => line.replace(/:.*/u, '')),
      ['impact-first', 'vague-quantity', 'ownership', 'constraint-missing', 'vague-quantity', 'trade-off-missing'],
    );
  });
});
