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
