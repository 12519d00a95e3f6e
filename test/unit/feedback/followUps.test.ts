import assert from 'node:assert/strict';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { followUps, nextRoundAfter } from '../../../src/core/feedback/followUps';
import { sessionWith } from '../sessions/sample';

const item = (mark: string, point: string): string =>
  `- [${mark}] ${point} ([feedback on System Design](../sessions/one%20run.md))\n`;
const FILES = {
  'rounds/02-system-design.md': '---\nround: system-design\n---\n# System Design\n\n- [ ] Mine\n',
  'rounds/03-product-sense.md': `---\nround: product-sense\nstatus: passed\n---\n# Product Sense\n\n${item(' ', 'Name the **fallback** first.')}${item('x', 'Price it')}- [ ] No feedback\n`,
  'rounds/04-ml-case-study.md': '---\nround: ml-case-study\n---\n# ML Case Study\n',
};
const loop = assembleLoop(
  'a',
  new Map(Object.entries(FILES).map(([path, text]) => [path, parseFile(text)])),
  [],
  () => undefined,
);
const point = (text: string, taken = false) => ({ line: 0, text, taken });

describe('Follow-up prompts', () => {
  it('are the open points that were carried into the round’s checklist', () => {
    assert.deepEqual(followUps(loop, 'product-sense'), [
      {
        title: 'Name the fallback first.',
        question:
          'Feedback on System Design was: “Name the **fallback** first.” Take a prompt of this round, and answer so that nobody could say it again.',
        on: 'System Design',
        source: 'a/sessions/one run.md',
      },
    ]);
  });

  it('are also what the round’s own runs were told, the latest first, each once', () => {
    const sessions = [
      sessionWith({ path: 'a/sessions/1.md', feedback: [point('Slow down'), point('Price it', true)] }),
      sessionWith({ path: 'a/sessions/2.md', feedback: [point('slow down')] }),
      sessionWith({ path: 'a/sessions/3.md', round: 'phone-screen', feedback: [point('Elsewhere')] }),
    ];
    assert.deepEqual(
      followUps(loop, 'system-design', sessions).map(({ title, source }) => [title, source]),
      [
        ['slow down', 'a/sessions/2.md'],
        ['Price it', 'a/sessions/1.md'],
      ],
    );
  });

  it('are gone when the item is ticked, even if its source still has the point', () => {
    const sessions = [sessionWith({ round: 'product-sense', feedback: [point('Price it')] })];
    assert.deepEqual(
      followUps(loop, 'product-sense', sessions).map(({ title }) => title),
      ['Name the fallback first.'],
    );
  });

  it('go to the next round that is still to come, and nowhere after the last', () => {
    assert.equal(
      nextRoundAfter(loop, 'system-design')?.id,
      'ml-case-study',
      'a round that is over needs no more items',
    );
    assert.equal(nextRoundAfter(loop, 'ml-case-study'), undefined);
  });

  it('are none for a round that is not there', () => {
    assert.deepEqual(followUps(loop, 'no-such-round'), []);
  });
});
