import assert from 'node:assert/strict';
import { calendarEvents } from '../../../src/core/calendar/events';
import { mock, round, sources, task } from './sample';

const OPTIONS = { preparationTime: '18:00', reminders: [1440, 60] };

describe('what of a loop is in its calendar', () => {
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

  it('is a day’s open tasks, one after the other from the time to prepare', () => {
    const items = [
      task('**Build a story.** From a launch.', '2026-11-24'),
      task('Read about Flink', '2026-11-24'),
      task('No day', undefined),
    ];
    const { events } = calendarEvents(sources({ rounds: [], preparation: { path: '', items } }), OPTIONS);
    assert.deepEqual(
      events.map(({ title, time, minutes }) => [title, time, minutes]),
      [
        ['Acme: Build a story', '18:00', 90],
        ['Acme: Read about Flink', '19:30', 30],
      ],
    );
  });

  it('leaves a task in its place when the one before it is done', () => {
    const items = [
      task('**Build a story.** From a launch.', '2026-11-24', true),
      task('Read about Flink', '2026-11-24'),
    ];
    const { events, settled } = calendarEvents(sources({ rounds: [], preparation: { path: '', items } }), OPTIONS);
    assert.deepEqual(
      events.map(({ title, time }) => [title, time]),
      [['Acme: Read about Flink', '19:30']],
    );
    assert.deepEqual([...settled], ['task.build-a-story.acme.2026@prep-loop']);
  });

  it('gives a task the whole day when the day is full', () => {
    const items = [task('**Build a story**', '2026-11-24'), task('Read', '2026-11-24')];
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
