/**
 * What the schema cannot say of playbook.json: rules between its parts. Each is a pure function; the table is the list.
 */
import type { PlaybookFinding } from './issues';
import type { JsonPath } from './json';
import type { Playbook } from './schema';
import { plural } from '../words';

type Check = (playbook: Playbook) => PlaybookFinding[];

const error = (path: JsonPath, message: string): PlaybookFinding => ({ path, message, severity: 'error' });

/** Names no file may have on Windows, where a loop may be opened one day. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const uniqueIds: Check = (playbook) =>
  (['competencies', 'rounds', 'preparation', 'targets', 'fit'] as const).flatMap((part) => {
    const seen = new Set<string>();
    return playbook[part].flatMap(({ id }, i) => {
      if (!seen.has(id)) return (seen.add(id), []);
      return [error([part, i, 'id'], `The id “${id}” appears twice in “${part}”: give one of the two another id.`)];
    });
  });

const usableFileNames: Check = (playbook) =>
  [
    { id: playbook.id, path: ['id'] as JsonPath },
    ...playbook.rounds.map(({ id }, i) => ({ id, path: ['rounds', i, 'id'] })),
  ]
    .filter(({ id }) => RESERVED.test(id))
    .map(({ id, path }) => error(path, `“${id}” cannot name a file on Windows: choose another id.`));

const phasesAddUp: Check = (playbook) =>
  playbook.rounds.flatMap((round, i) => {
    const sum = round.phases.reduce((total, { minutes }) => total + minutes, 0);
    if (Math.abs(sum - round.minutes) < 1e-6) return [];
    return [
      error(
        ['rounds', i, 'minutes'],
        `The phases of “${round.title}” add up to ${plural(sum, 'minute')}, not ${round.minutes}: change a phase or the round’s minutes.`,
      ),
    ];
  });

const daysInRange: Check = ({ days, rounds, preparation, feedback }) => {
  const dated = [
    ...rounds.map(({ title, day }, i) => ({ title, day, path: ['rounds', i, 'day'] as JsonPath })),
    ...preparation.map(({ title, day }, i) => ({ title, day, path: ['preparation', i, 'day'] })),
    ...(feedback ? [{ ...feedback, path: ['feedback', 'day'] }] : []),
  ];
  return dated
    .filter(({ day }) => day > days)
    .map(({ title, day, path }) =>
      error(
        path,
        `“${title}” is on day ${day} of a loop of ${plural(days, 'day')}: choose an earlier day or make the loop longer.`,
      ),
    );
};

const roundsInOrder: Check = ({ rounds }) =>
  rounds.flatMap((round, i) => {
    const before = rounds[i - 1];
    if (!before || round.day > before.day) return [];
    return [
      error(
        ['rounds', i, 'day'],
        `“${round.title}” is on day ${round.day}, but “${before.title}” before it is on day ${before.day}: put the rounds in order, each on a later day.`,
      ),
    ];
  });

const knownCompetencies: Check = ({ competencies, rounds }) => {
  const known = new Set(competencies.map(({ id }) => id));
  return rounds.flatMap((round, i) =>
    round.competencies.flatMap((id, k) =>
      known.has(id)
        ? []
        : [
            error(
              ['rounds', i, 'competencies', k],
              `“${round.title}” names the competency “${id}”, which the playbook does not have: correct it, or add it under “competencies”.`,
            ),
          ],
    ),
  );
};

const competenciesUsed: Check = ({ competencies, rounds }) => {
  const used = new Set(rounds.flatMap((round) => round.competencies));
  return competencies.flatMap(({ id, title }, i): PlaybookFinding[] =>
    used.has(id)
      ? []
      : [
          {
            path: ['competencies', i, 'id'],
            severity: 'warning',
            message: `No round judges the competency “${title}”: name it in a round’s “competencies”, or remove it.`,
          },
        ],
  );
};

const knownRounds: Check = ({ rounds, preparation, feedback }) => {
  const known = new Set(rounds.map(({ id }) => id));
  const uses = [
    ...preparation.map(({ title, before }, i) => ({
      title,
      id: before,
      path: ['preparation', i, 'before'] as JsonPath,
    })),
    ...(feedback ? [{ title: feedback.title, id: feedback.after, path: ['feedback', 'after'] as JsonPath }] : []),
  ];
  return uses.flatMap(({ title, id, path }) =>
    id === undefined || known.has(id)
      ? []
      : [
          error(
            path,
            `“${title}” names the round “${id}”, which the playbook does not have: use the id of one of its rounds.`,
          ),
        ],
  );
};

const feedbackBetweenRounds: Check = ({ rounds, feedback }) => {
  const at = rounds.findIndex(({ id }) => id === feedback?.after);
  const after = rounds[at];
  if (!feedback || !after) return [];
  const next = rounds[at + 1];
  // Rounds out of order are reported as such: no day would be right.
  if (next && next.day <= after.day) return [];
  if (feedback.day > after.day && (!next || feedback.day < next.day)) return [];
  const until = next ? ` and before “${next.title}” on day ${next.day}` : '';
  return [
    error(
      ['feedback', 'day'],
      `“${feedback.title}” is on day ${feedback.day}: move it after “${after.title}” on day ${after.day}${until}.`,
    ),
  ];
};

const preparationInTime: Check = ({ rounds, preparation }) =>
  preparation.flatMap((task, i) => {
    const round = rounds.find(({ id }) => id === task.before);
    if (!round || task.day <= round.day) return [];
    return [
      error(
        ['preparation', i, 'day'],
        `“${task.title}” begins on day ${task.day}, after “${round.title}” on day ${round.day}: begin it earlier.`,
      ),
    ];
  });

const tasksTellApart: Check = ({ preparation }) => {
  const seen = new Set<string>();
  return preparation.flatMap(({ title }, i) => {
    if (!seen.has(title)) return (seen.add(title), []);
    return [error(['preparation', i, 'title'], `Two preparation tasks are called “${title}”: reword one of them.`)];
  });
};

const rangesAscend: Check = ({ compensation }) =>
  (['presentBase', 'base', 'equityPercent', 'signOn'] as const).flatMap((part) => {
    const range = compensation?.[part];
    if (!range || range.low <= range.high) return [];
    return [
      error(['compensation', part], `“${part}” runs from ${range.low} down to ${range.high}: swap “low” and “high”.`),
    ];
  });

const measuresBounded: Check = ({ competencies, fit }) => {
  const known = new Set(competencies.map(({ id }) => id));
  return fit.flatMap(({ id, measure, atLeast, atMost, competency }, i) => {
    const bounded = atLeast !== undefined || atMost !== undefined;
    const found: PlaybookFinding[] = [];
    if (measure && !bounded)
      found.push(
        error(['fit', i, 'measure'], `“${id}” measures something without a bound: add “atLeast” or “atMost”.`),
      );
    if (!measure && bounded)
      found.push(
        error(
          ['fit', i, atLeast === undefined ? 'atMost' : 'atLeast'],
          `“${id}” has a bound for nothing: add “measure” to say which figures count.`,
        ),
      );
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
      found.push(
        error(['fit', i, 'atLeast'], `“${id}” asks for at least ${atLeast} and at most ${atMost}: swap them.`),
      );
    if (competency !== undefined && !known.has(competency))
      found.push(
        error(
          ['fit', i, 'competency'],
          `“${id}” names the competency “${competency}”, which the playbook does not have: correct it, or add it under “competencies”.`,
        ),
      );
    return found;
  });
};

const CHECKS: readonly Check[] = [
  uniqueIds,
  usableFileNames,
  phasesAddUp,
  daysInRange,
  roundsInOrder,
  knownCompetencies,
  competenciesUsed,
  knownRounds,
  feedbackBetweenRounds,
  preparationInTime,
  tasksTellApart,
  rangesAscend,
  measuresBounded,
];

/** All that is wrong between the parts of a playbook, in the order of the table above. */
export function crossCheck(playbook: Playbook): PlaybookFinding[] {
  return CHECKS.flatMap((check) => check(playbook));
}
