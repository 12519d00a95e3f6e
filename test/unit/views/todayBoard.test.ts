import assert from 'node:assert/strict';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import type { LocatedLoop } from '../../../src/store/api';
import type { TodaySource } from '../../../src/store/todaySource';
import { TodayBoard } from '../../../src/views/todayBoard';
import { builtIn } from '../loop/builtIn';

function located(id: string, front: string): LocatedLoop {
  const files = new Map([['loop.md', parseFile(`---\nplaybook: confluent-ai-ml-pm\n${front}---\n`)]]);
  return { loop: assembleLoop(id, files, [], () => builtIn('confluent-ai-ml-pm')) } as LocatedLoop;
}

/** Answers each question when it is told to: the first may come last. */
class SlowDays {
  readonly answers: (() => void)[] = [];
  readonly source = {
    factsOf: ({ loop }: LocatedLoop) =>
      new Promise((resolve) =>
        this.answers.push(() => resolve({ loop, today: '2026-11-25', sessions: [], minutesAtHand: 120 })),
      ),
  } as unknown as TodaySource;
}

describe('The one day that the tree, the badge and the status bar show', () => {
  const dated = located('a', 'firstContact: 2026-11-23\ndays: 22\n');
  const undated = located('b', '');

  it('is that of each open loop; one that does not say when it begins has none', async () => {
    const days = new SlowDays();
    const board = new TodayBoard(days.source);
    const updated = board.update([dated, undated]);
    days.answers.forEach((answer) => answer());
    await updated;
    assert.deepEqual(
      board.all.map(({ located: { loop }, today }) => [loop.id, today?.date]),
      [
        ['a', '2026-11-25'],
        ['b', undefined],
      ],
    );
    assert.deepEqual(
      board.withDays.map((each) => each.located),
      [dated],
    );
  });

  it('is of the last question that was asked, whichever answer comes last', async () => {
    const days = new SlowDays();
    const board = new TodayBoard(days.source);
    const [first, second] = [board.update([undated]), board.update([dated])];
    days.answers[1]?.();
    await second;
    days.answers[0]?.();
    await first;
    assert.deepEqual(
      board.all.map((each) => each.located),
      [dated],
    );
  });

  // The tracker drew a loop again with the day it had before, and nobody drew it once the later answer came.
  it('is known to whoever asked before the last question once that is answered', async () => {
    const days = new SlowDays();
    const board = new TodayBoard(days.source);
    let seen: readonly LocatedLoop[] | undefined;
    const first = board.update([undated]).then(() => (seen = board.all.map((each) => each.located)));
    const second = board.update([dated]);
    days.answers[0]?.();
    await new Promise(setImmediate);
    assert.equal(seen, undefined);
    days.answers[1]?.();
    await Promise.all([first, second]);
    assert.deepEqual(seen, [dated]);
  });
});
