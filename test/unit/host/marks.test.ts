import assert from 'node:assert/strict';
import { formatArguments, markedLog, Reader } from '../../host/marks';
import { failureLine, readStats, statsLine } from '../../host/stats';

/** What `work` writes to the console. */
function written(work: () => void): string {
  const { log } = console;
  const lines: string[] = [];
  console.log = (text: string) => lines.push(text);
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

describe('the words of tests in a host', () => {
  it('are told from the host’s own, line by line', () => {
    const printed: string[] = [];
    const reader = new Reader((line) => printed.push(line));
    reader.read('VS Code says something');
    reader.read(written(() => markedLog('  %s passing\nin %s', 3, '2 s')));
    assert.deepEqual(printed, ['  3 passing', 'in 2 s']);
    assert.match(reader.tail(), /VS Code says something/);
  });

  it('carry the counts, and what failed', () => {
    const reader = new Reader(() => assert.fail('counts are not shown'));
    reader.read(
      `ext: ${statsLine({ passes: 4, failures: 1, pending: 0, failed: [failureLine('A tick', new Error('was lost\nat once'))] })}`,
    );
    assert.deepEqual(reader.stats, { passes: 4, failures: 1, pending: 0, failed: ['A tick: was lost at once'] });
  });

  it('are not counts when they only look like them', () => {
    assert.equal(readStats('[prep-loop-stats]{"passes":'), undefined);
    assert.equal(readStats('12 passing'), undefined);
  });

  it('keep only the last lines of the host', () => {
    const reader = new Reader(() => undefined, 2);
    reader.read('a\nb\nc');
    assert.equal(reader.tail(), '  b\n  c');
  });
});

describe('arguments of the console', () => {
  for (const [args, text] of [
    [['%s of %d', 1, 2], '1 of 2'],
    [['100 %%'], '100 %'],
    [['%s and %s', 'one'], 'one and %s'],
    [['a', { b: 1 }], 'a {"b":1}'],
    [[], ''],
  ] as const) {
    it(`${JSON.stringify(args)} read “${text}”`, () => assert.equal(formatArguments(args), text));
  }
});
