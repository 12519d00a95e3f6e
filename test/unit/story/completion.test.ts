import assert from 'node:assert/strict';
import { suggest } from '../../../src/core/story/completion';
import { extractQuantities } from '../../../src/core/story/quantities';
import type { LintTarget } from '../../../src/core/story/lint';

const TARGETS: readonly LintTarget[] = [
  { title: 'Serving latency', kind: 'duration', unit: 'ms', value: 40, direction: 'at-most' },
  { title: 'Stream throughput', kind: 'rate', unit: 'events', value: 1_000_000, direction: 'at-least' },
];

/** What is offered at `|`: the texts, and what they take the place of. */
function offered(marked: string, targets: readonly LintTarget[] = []): { texts: string[]; replaced: string } {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { items, replace } = suggest(text, caret, { quantities: extractQuantities(text), targets });
  return { texts: items.map((item) => item.text), replaced: text.slice(replace.start, replace.end) };
}

describe('Completion in a story’s body', () => {
  it('offers each metric of the story again, once', () => {
    const { texts, replaced } = offered(
      'We cut latency by 40% and saved $2M for 30 customers. The 40% held.\n\nIn short: |',
    );
    assert.deepEqual(texts, ['40%', '$2M', '30 customers']);
    assert.equal(replaced, '');
  });

  it('leaves out the metric that the caret stands in', () => {
    assert.ok(!offered('We saved 40%| of it.').texts.includes('40%'));
  });

  it('offers the targets of the playbook', () => {
    assert.deepEqual(offered('We aimed at |', TARGETS).texts, ['40 ms', '1,000,000 events/s']);
  });

  it('offers a figure that is a metric and a target once, as the target', () => {
    assert.deepEqual(offered('We served in 40 ms and saved $2M: |', TARGETS).texts, [
      '$2M',
      '40 ms',
      '1,000,000 events/s',
    ]);
  });

  it('offers units after a figure, the story’s own first', () => {
    const { texts } = offered('We served 3,000 predictions per second, then 9,000 |');
    assert.ok(texts.includes('ms') && texts.includes('users'));
    assert.ok((texts[0] ?? '').endsWith('/s'), texts[0]);
  });

  it('sets a space between figure and unit where one is wanted', () => {
    assert.ok(offered('It took 35|').texts.includes(' ms'));
    assert.ok(offered('It took 35|').texts.includes('%'));
    assert.ok(offered('It took 35 |').texts.includes('ms'));
    assert.deepEqual(offered('It took 35m|').replaced, 'm');
    assert.ok(offered('It took 35m|').texts.includes('ms'));
  });

  it('offers scales after an amount of money', () => {
    assert.deepEqual(offered('We saved $2|').texts.slice(0, 3), ['k', 'M', 'bn']);
  });

  it('takes the place of the word that is being written', () => {
    assert.equal(offered('We cut it by 40%, and then lat|', TARGETS).replaced, 'lat');
  });
});
