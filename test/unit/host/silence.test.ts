import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Silence } from '../../host/silence';

describe('the end of a run that hangs', () => {
  it('comes once, after a silence', async () => {
    let ends = 0;
    await new Promise<void>((resolve) => new Silence(5, () => ((ends += 1), resolve())));
    await sleep(20);
    assert.equal(ends, 1);
  });

  it('does not come while there are signs of life, however long the run takes', async () => {
    // The UI suite was cut off in the middle of its tests, since the machine was busy and the cap was on the whole.
    let broken = false;
    const silence = new Silence(1000, () => (broken = true));
    const began = Date.now();
    while (Date.now() - began < 1300) {
      silence.heard();
      await sleep(10);
    }
    silence.end();
    assert.equal(broken, false);
  });

  it('does not come after the run has ended, whatever messages still arrive', async () => {
    let broken = false;
    const silence = new Silence(5, () => (broken = true));
    silence.end();
    silence.heard();
    await sleep(20);
    assert.equal(broken, false);
  });
});
