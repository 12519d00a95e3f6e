import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantAt } from '../../../src/core/days/dates';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { briefOfRound, nextBriefMoment } from '../../../src/core/today/briefOfRound';
import { composeToday } from '../../../src/core/today/composeToday';
import { todayRow } from '../../../src/core/tracker/todayRows';
import { builtIn } from '../loop/builtIn';

const ZONE = 'Europe/Berlin';
const DAY = '2026-11-25';
const at = (time: string, date = DAY): number => instantAt(date, time, ZONE);

function loopWith(front: string) {
  const files = {
    'loop.md': '---\nplaybook: confluent-ai-ml-pm\nfirstContact: 2026-11-23\ndays: 22\n---\n',
    'rounds/01-phone-screen.md': `---\nround: phone-screen\n${front}\n---\n# Phone Screen\n\n- [ ] A\n`,
  };
  const parsed = new Map(Object.entries(files).map(([path, text]) => [path, parseFile(text)]));
  return assembleLoop('a', parsed, [], () => builtIn('confluent-ai-ml-pm'));
}

const loop = loopWith(`date: ${DAY}\ntime: 10:00`);
const minutes = loop.rounds[0]?.minutes ?? 0;
const labels = (now: number, of = loop): string[] =>
  briefOfRound({ loop: of, today: DAY, now, timeZone: ZONE, sessions: [] }).map(({ label }) => label);

describe('The page of a round in Today', () => {
  it('is on top from an hour before the round until its end, by the loop’s clock', () => {
    const end = at('10:00') + minutes * 60_000;
    assert.deepEqual(labels(at('08:59')), []);
    assert.deepEqual(labels(at('09:00')), ['Your page for Phone Screen']);
    assert.deepEqual(labels(end - 1), ['Your page for Phone Screen']);
    assert.deepEqual(labels(end), []);
  });

  it('stands above all else, says when, and opens the page', () => {
    const today = composeToday({ loop, today: DAY, now: at('09:30'), timeZone: ZONE, sessions: [] });
    const [first] = todayRow('Today', today).children;
    assert.equal(`${first?.label} (${first?.description})`, 'Your page for Phone Screen (at 10:00)');
    assert.ok(first && 'command' in first);
    assert.deepEqual(first.command, {
      id: 'prepLoop.openBrief',
      title: 'Open the Fifteen-Minute Page',
      argument: { loop: 'a', round: 'phone-screen' },
    });
    assert.equal(today.due.length > 0, true, 'the round itself stays below');
  });

  it('follows a round that begins just after midnight', () => {
    const night = loopWith('date: 2026-11-26\ntime: 00:30');
    assert.deepEqual(labels(at('23:29'), night), []);
    assert.deepEqual(labels(at('23:30'), night), ['Your page for Phone Screen']);
  });

  it('is not there for a round that is done, has no time, or where nothing is known of the clock', () => {
    assert.deepEqual(labels(at('09:30'), loopWith(`date: ${DAY}\ntime: 10:00\nstatus: done`)), []);
    assert.deepEqual(labels(at('09:30'), loopWith(`date: ${DAY}`)), []);
    assert.deepEqual(briefOfRound({ loop, today: DAY, sessions: [] }), []);
  });

  it('property: between two moments that are named, nothing comes and nothing goes', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('00:00'), max: at('23:00') }), (now) => {
        const next = nextBriefMoment({ loop, timeZone: ZONE }, now);
        if (next === undefined) assert.ok(now >= at('10:00') + minutes * 60_000);
        else {
          assert.deepEqual(labels(next - 1), labels(now));
          assert.notDeepEqual(labels(next), labels(now));
        }
      }),
    );
  });
});
