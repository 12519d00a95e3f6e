import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../../host/lock';

describe('a lock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prep-loop-lock-'));
    file = join(folder, 'cache', 'thing.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one work at a time, and says to the other that it waits', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await sleep(50);
      events.push(`${name} ends`);
    };
    await Promise.all([
      withLock(file, () => events.push('a waits'), work('a')),
      withLock(file, () => events.push('b waits'), work('b')),
    ]);
    assert.deepEqual(events, ['a begins', 'b waits', 'a ends', 'b begins', 'b ends']);
  });

  it('is released when the work fails', async () => {
    await assert.rejects(
      withLock(
        file,
        () => undefined,
        () => Promise.reject(new Error('no network')),
      ),
      /no network/,
    );
    assert.equal(existsSync(file), false);
  });

  it('of a process that has died is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await withLock(
      file,
      () => undefined,
      () => Promise.resolve(),
    );
    writeFileSync(file, String(pid));
    assert.equal(
      await withLock(
        file,
        () => assert.fail('nobody is there to wait for'),
        () => Promise.resolve('mine'),
      ),
      'mine',
    );
  });
});
