import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noPlan, planSchedule } from '../../../src/core/schedule/plan';
import { readPlanInput } from '../../../src/core/schedule/planInput';
import type { Plan } from '../../../src/core/schedule/planModel';
import { runs } from '../../support/properties';

const PLAYBOOK = { days: 22, rounds: [{ id: 'screen', title: 'Phone Screen', day: 3, minutes: 30 }] };

/** What the API gives. */
function plan(value: unknown): Plan {
  const read = readPlanInput(value);
  return 'problem' in read ? noPlan(read.problem) : planSchedule(read.input);
}

const problemOf = (value: unknown): string => plan(value).problems[0]?.message ?? '';

describe('A plan that another extension asks for', () => {
  it('is made from what the contract says', () => {
    const { rounds, problems } = plan({ playbook: PLAYBOOK, firstContact: '2026-11-30' });
    assert.deepEqual(problems, []);
    assert.deepEqual(rounds, [{ id: 'screen', date: '2026-12-02', pinned: false }]);
  });

  it('says that a playbook’s id is not enough', () => {
    assert.equal(
      problemOf({ playbook: 'confluent-ai-ml-pm', firstContact: '2026-11-30' }),
      '“playbook” is the id “confluent-ai-ml-pm”: give the playbook itself, which playbook(id) gives.',
    );
  });

  it('says where an argument is wrong', () => {
    assert.match(
      problemOf({ playbook: { ...PLAYBOOK, days: NaN }, firstContact: '2026-11-30' }),
      /^“playbook\.days”: /u,
    );
    assert.match(
      problemOf({ playbook: { ...PLAYBOOK, days: 1e7 }, firstContact: '2026-11-30' }),
      /^“playbook\.days”: /u,
    );
    assert.match(problemOf({ playbook: PLAYBOOK, firstContact: 5 }), /^“firstContact”: /u);
    assert.match(problemOf({ playbook: PLAYBOOK, firstContact: '2026-11-30', rounds: [null] }), /^“rounds\.0”: /u);
    assert.match(problemOf(undefined), /^The argument: /u);
  });

  it('takes each figure up to its limit, and says where it is beyond', () => {
    const round = { id: 'a', day: 1 };
    const of = (playbook: object, more: object = {}): string =>
      problemOf({ playbook: { days: 10, rounds: [round], ...playbook }, firstContact: '2026-11-30', ...more });
    const many = (count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ id: `r${index}`, day: 1 }));
    const tasks = (count: number): object[] =>
      Array.from({ length: count }, () => ({ title: 't', day: 1, minutes: 0 }));
    const holiday = { from: '2026-12-24', to: '2026-12-26' };
    for (const message of [
      of({ days: 3660, rounds: [{ ...round, day: 3660, minutes: 100_000, title: 'A' }] }),
      of({ preparation: tasks(1000), feedback: { day: 3660, after: 'none' } }),
      of({}, { minutesPerDay: 1440, calendar: { weekend: [1, 7], holidays: [holiday] }, done: ['x'] }),
      of({}, { minutesPerDay: { mon: 0, sun: 1440 }, today: '2026-11-30', prepareFrom: '2026-11-30' }),
      of({}, { minutesPerDay: 1, rounds: [{ id: 'a', date: '2026-12-01', time: '10:00', pinned: true }] }),
    ])
      assert.equal(message, '');
    for (const [where, message] of [
      ['playbook.days', of({ days: 0 })],
      ['playbook.days', of({ days: 3661 })],
      ['playbook.days', of({ days: 1.5 })],
      ['playbook.rounds', of({ rounds: many(101) })],
      ['playbook.rounds.0.day', of({ rounds: [{ ...round, day: 0 }] })],
      ['playbook.rounds.0.minutes', of({ rounds: [{ ...round, minutes: -1 }] })],
      ['playbook.rounds.0.minutes', of({ rounds: [{ ...round, minutes: 100_001 }] })],
      ['playbook.rounds.0.id', of({ rounds: [{ ...round, id: 'x'.repeat(1001) }] })],
      ['playbook.preparation', of({ preparation: tasks(1001) })],
      ['playbook.feedback.day', of({ feedback: { day: 0, after: 'a' } })],
      ['minutesPerDay', of({}, { minutesPerDay: 0 })],
      ['minutesPerDay', of({}, { minutesPerDay: 1441 })],
      ['minutesPerDay', of({}, { minutesPerDay: { mon: 1441 } })],
      ['minutesPerDay', of({}, { minutesPerDay: { monday: 60 } })],
      ['calendar.weekend.0', of({}, { calendar: { weekend: [0], holidays: [] } })],
      ['calendar.weekend.0', of({}, { calendar: { weekend: [8], holidays: [] } })],
      ['calendar.holidays.0.to', of({}, { calendar: { weekend: [], holidays: [{ ...holiday, to: 'soon' }] } })],
      ['rounds.0.pinned', of({}, { rounds: [{ id: 'a', pinned: 1 }] })],
      ['done.0', of({}, { done: [1] })],
    ])
      assert.ok(message?.startsWith(`“${where}`), `${where}: ${message}`);
  });

  it('has dates up to ten years from the first contact', () => {
    const far = (date: string): string =>
      problemOf({ playbook: PLAYBOOK, firstContact: '2026-11-30', rounds: [{ id: 'screen', date }] });
    assert.match(far('2036-12-07'), /is outside the loop/u, '3660 days on');
    assert.match(far('2036-12-08'), /^“2036-12-08” is 10 years away from the first contact/u);
    assert.match(far('2016-11-22'), /is outside the loop/u);
    assert.match(far('2016-11-21'), /is 10 years away/u);
  });

  it('checks the year of a round that is far from the loop, and plans it as if it had no date', () => {
    const given = { playbook: PLAYBOOK, firstContact: '2026-11-30', rounds: [{ id: 'screen', date: '2926-12-02' }] };
    const { rounds, problems } = plan(given);
    assert.deepEqual(problems, [
      {
        code: 'bad-date',
        message: '“2926-12-02” is 900 years away from the first contact: check the year.',
        round: 'screen',
      },
    ]);
    assert.equal(rounds[0]?.date, '2026-12-02');
  });

  it('never throws, whatever it is given (property)', () => {
    const date = fc.oneof(fc.constantFrom('2026-11-30', '2926-01-01', '1926-01-01', '2026-02-30'), fc.anything());
    const number = fc.oneof(fc.integer({ min: -5, max: 400 }), fc.double(), fc.anything());
    const round = fc.record(
      { id: fc.oneof(fc.constantFrom('a', 'b', '__proto__'), fc.anything()), day: number, minutes: number },
      { requiredKeys: [] },
    );
    const input = fc.record(
      {
        playbook: fc.oneof(
          fc.record(
            {
              days: number,
              rounds: fc.array(round),
              feedback: fc.record({ day: number, after: fc.constant('a') }),
              preparation: fc.array(
                fc.record(
                  { title: fc.string(), day: number, before: fc.constantFrom('a', 'z'), minutes: number },
                  { requiredKeys: ['title'] },
                ),
              ),
            },
            { requiredKeys: ['days', 'rounds'] },
          ),
          fc.anything(),
        ),
        firstContact: date,
        today: date,
        rounds: fc.oneof(
          fc.array(fc.record({ id: fc.constantFrom('a', 'b'), date, pinned: fc.anything() }, { requiredKeys: ['id'] })),
          fc.anything(),
        ),
        calendar: fc.oneof(
          fc.record({ weekend: fc.array(fc.nat(9)), holidays: fc.array(fc.record({ from: date, to: date })) }),
          fc.anything(),
        ),
        minutesPerDay: number,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: input }, fc.anything()), (value) => void plan(value)),
      runs(100),
    );
  });
});
