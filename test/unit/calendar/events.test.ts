import assert from 'node:assert/strict';
import { calendarEvents, firstPart } from '../../../src/core/calendar/events';
import { mock, round, sources, task } from './sample';

const OPTIONS = { preparationTime: '18:00', reminders: [1440, 60] };

describe('what a loop has in its calendar', () => {
  it('is each round that has a day, with its time where it has one, else for the whole day', () => {
    const rounds = [
      round({ id: 'system-design', time: '10:00' }),
      round({ id: 'case', title: 'Case', date: '2026-12-04', minutes: 60 }),
      round({ id: 'later', date: undefined }),
    ];
    const { events } = calendarEvents(sources({ rounds }), OPTIONS);
    assert.deepEqual(
      events.map(({ title, date, time, minutes, reminders }) => [title, date, time, minutes, reminders]),
      [
        ['Acme: System Design', '2026-11-30', '10:00', 45, [1440, 60]],
        ['Acme: Case', '2026-12-04', undefined, 60, [360]],
      ],
    );
    assert.equal(events[0]?.description, 'Frame, 6 min\nSize, 7 min');
  });

  it('names in a round where it takes place and whom one meets, as text alone', () => {
    const people = { interviewers: [{ name: 'Jane Doe', role: 'CTO' }, { name: 'Sam' }], platform: 'Zoom' };
    const { events } = calendarEvents(sources({ rounds: [round({ id: 'system-design', ...people })] }), OPTIONS);
    assert.equal(events[0]?.description, 'Frame, 6 min\nSize, 7 min\nZoom\nInterviewers: Jane Doe, CTO; Sam');
  });

  it('is the feedback day, and mocks with who they are with', () => {
    const feedback = { title: 'Feedback turnaround', date: '2026-12-01', after: 'system-design', note: 'Use it.' };
    const { events } = calendarEvents(sources({ feedback }, [mock({}), mock({ kind: 'solo' })]), OPTIONS);
    assert.deepEqual(
      events.map(({ kind, title }) => [kind, title]),
      [
        ['mock', 'Acme: Mock System Design with Ada'],
        ['round', 'Acme: System Design'],
        ['feedback', 'Acme: Feedback turnaround'],
      ],
    );
  });

  it('is the open tasks as the plan has them: a day’s one after the other, a long one on each of its days', () => {
    const items = [
      task('**Build a story.** From a launch.', '2026-11-25', false, 90),
      task('Read about Flink', '2026-11-24', false, 240),
      task('No day', undefined),
      task('**Done.** x', '2026-11-24', true, 90),
    ];
    const { events, settled } = calendarEvents(sources({ rounds: [], preparation: { path: '', items } }), OPTIONS);
    assert.deepEqual(
      events.map(({ uid, title, date, time, minutes }) => [uid.split('.acme')[0], title, date, time, minutes]),
      [
        ['task.read-about-flink', 'Acme: Read about Flink', '2026-11-23', '18:00', 120],
        ['task.read-about-flink.part-2', 'Acme: Read about Flink', '2026-11-24', '18:00', 120],
        ['task.build-a-story', 'Acme: Build a story', '2026-11-25', '18:00', 90],
      ],
    );
    assert.deepEqual([...settled], ['task.done.acme.2026@prep-loop']);
    assert.equal(firstPart(events[1]?.uid ?? ''), events[0]?.uid);
  });

  it('has nothing to do on past days: what is late is on days to come', () => {
    const items = [task('Late', '2026-11-17')];
    const { events } = calendarEvents(sources({ rounds: [], preparation: { path: '', items } }), OPTIONS);
    assert.deepEqual(
      events.map(({ date }) => date),
      ['2026-11-23'],
      'today is a Sunday',
    );
  });

  it('gives a task the whole day when the day is full', () => {
    const items = [task('**Build a story**', '2026-11-23'), task('Read', '2026-11-23')];
    const { events } = calendarEvents(sources({ rounds: [], preparation: { path: '', items } }), {
      ...OPTIONS,
      preparationTime: '22:30',
    });
    assert.deepEqual(
      events.map(({ time }) => time),
      [undefined, '22:30'],
    );
  });

  it('has names that no two things share, in ASCII, and that outlive a change of date', () => {
    const items = ['研究', '研討', 'Café', 'Cafe', 'Cafe', '!!!'].map((text) => task(text, '2026-11-24'));
    const before = calendarEvents(sources({ preparation: { path: '', items } }, [mock({})]), OPTIONS).events.map(
      ({ uid }) => uid,
    );
    const moved = items.map((item) => ({ ...item, due: '2026-11-27' }));
    const after = calendarEvents(
      sources({ preparation: { path: '', items: moved } }, [
        mock({ scheduled: { date: '2026-11-27', time: undefined } }),
      ]),
      OPTIONS,
    );
    assert.deepEqual([...before].sort(), after.events.map(({ uid }) => uid).sort());
    assert.equal(new Set(before).size, before.length);
    for (const uid of before) assert.match(uid, /^[\x21-\x7E]+$/u);
  });
});
