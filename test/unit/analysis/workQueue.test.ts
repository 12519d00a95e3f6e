import assert from 'node:assert/strict';
import { WorkQueue } from '../../../src/analysis/workQueue';

const settled = async (queue: WorkQueue<string>): Promise<void> => {
  while (queue.isBusy) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe('Work that can wait', () => {
  const done: string[] = [];
  const failures: unknown[] = [];
  const make = (): WorkQueue<string> =>
    new WorkQueue(
      (item) => {
        if (item === 'unreadable') return Promise.reject(new Error(item));
        if (item === 'unchanged') return Promise.resolve(undefined);
        return Promise.resolve(() => {
          if (item === 'broken') throw new Error(item);
          done.push(item);
        });
      },
      (error) => failures.push(error),
    );

  beforeEach(() => {
    done.length = 0;
    failures.length = 0;
  });

  it('is done in order, each key once', async () => {
    const queue = make();
    for (let i = 0; i < 30; i += 1) queue.add(`key ${i}`, `${i}`);
    queue.add('key 29', 'last');
    await settled(queue);
    assert.deepEqual(done, [...Array.from({ length: 29 }, (_, i) => `${i}`), 'last']);
  });

  it('carries on after what fails, in reading or in checking', async () => {
    const queue = make();
    for (const item of ['unreadable', 'a', 'broken', 'unchanged', 'b']) queue.add(item, item);
    await settled(queue);
    assert.deepEqual(done, ['a', 'b']);
    assert.deepEqual(failures.map(String), ['Error: unreadable', 'Error: broken']);
    queue.add('c', 'c');
    await settled(queue);
    assert.deepEqual(done, ['a', 'b', 'c']);
  });

  it('gives way to others while there is much of it', async () => {
    const queue = new WorkQueue<number>(
      () =>
        Promise.resolve(() => {
          for (const end = Date.now() + 3; Date.now() < end;);
        }),
      () => undefined,
    );
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    for (let i = 0; i < 40; i += 1) queue.add(`${i}`, i);
    while (queue.isBusy) await new Promise((resolve) => setTimeout(resolve, 1));
    clearInterval(timer);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it('ends at once when it is disposed', async () => {
    const queue = make();
    for (let i = 0; i < 30; i += 1) queue.add(`${i}`, `${i}`);
    queue.dispose();
    await settled(queue);
    assert.deepEqual(done, []);
    queue.add('late', 'late');
    assert.ok(!queue.isBusy);
  });
});
