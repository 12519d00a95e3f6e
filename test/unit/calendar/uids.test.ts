import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { calendarEvents, folderMark } from '../../../src/core/calendar/events';
import { readPrevious } from '../../../src/core/calendar/previous';
import { mock, round, sources, task, write } from './sample';

const OPTIONS = { preparationTime: '18:00', reminders: [60] };
const HERE = 'file:///work/one';

/** An export from before entries had a mark of their folder: it stays in this file as it was written then. */
const GOLDEN = readFileSync('test/fixtures/calendar/without-marks.ics', 'utf8');

const LOOP = {
  rounds: [round({ id: 'system-design', time: '10:00' }), round({ id: 'Fälle', date: '2026-12-02' })],
  feedback: { title: 'Feedback', date: '2026-12-01', after: 'system-design', note: undefined },
  preparation: { path: '', items: ['研究', 'Build a story', 'Build a story'].map((text) => task(text, '2026-11-24')) },
};

/** What the loop exports from a folder, where these exports are known. */
function uids(folder: string, earlier: readonly string[] = [], id = 'acme'): string[] {
  const marked = sources({ ...LOOP, id }, [mock({})]);
  const mark = folderMark(marked.loop, earlier, folder);
  return calendarEvents({ ...marked, mark }, OPTIONS).events.map(({ uid }) => uid);
}

describe('The names of a calendar’s entries', () => {
  it('stay as they were where an earlier export has none of their folder', () => {
    assert.deepEqual(uids(HERE, [GOLDEN]).sort(), [...readPrevious(GOLDEN).keys()].sort());
    assert.deepEqual(uids(HERE, [GOLDEN.replace(/\r\n/gu, '\n')]).sort(), uids('file:///else', [GOLDEN]).sort());
  });

  it('differ between two folders that have a loop of one name and year', () => {
    const both = [...uids(HERE), ...uids('file:///work/two')];
    assert.equal(new Set(both).size, both.length);
  });

  it('are those of the first export from then on, wherever the folder lies', () => {
    const events = calendarEvents(
      { ...sources(LOOP, [mock({})]), mark: folderMark(sources({}).loop, [], HERE) },
      OPTIONS,
    );
    const { text } = write(events.events);
    assert.deepEqual(uids('file:///moved', [text]), uids(HERE));
    assert.deepEqual(uids('file:///moved', ['', 'no calendar', text]), uids(HERE));
  });

  it('take no mark from the entries of another loop', () => {
    assert.deepEqual(uids(HERE, [GOLDEN], 'other'), uids(HERE, [], 'other'));
  });

  it('are ASCII, each once, and differ between any two folders and loops (property)', () => {
    const folder = fc.webUrl();
    fc.assert(
      fc.property(folder, folder, fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (one, two, id) => {
        const first = uids(one, [], id);
        for (const uid of first) assert.match(uid, /^[\x21-\x7E]+$/u);
        assert.equal(new Set(first).size, first.length);
        const mark = folderMark(sources({ id }).loop, [], one);
        const events = calendarEvents({ ...sources({ ...LOOP, id }, [mock({})]), mark }, OPTIONS).events;
        assert.deepEqual(uids(two, [write(events).text], id), first);
        if (one !== two)
          assert.equal(
            uids(two, [], id).some((uid) => first.includes(uid)),
            false,
          );
      }),
      { numRuns: 20 },
    );
  });
});
