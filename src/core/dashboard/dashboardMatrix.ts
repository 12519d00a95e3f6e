/** Which story shows which competency, and where none does. */
import type { Coverage, Gap, StoryCoverage } from '../story/coverage';
import { overUseInWords } from '../tracker/coverageRows';
import type { Actions } from './actions';
import type { MatrixColumn, MatrixRow, MatrixView } from './dashboardModel';

interface MatrixPlaybook {
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly competencies: readonly string[] }[];
}

export function matrixOf({ competencies, rounds }: MatrixPlaybook, coverage: Coverage, { keyOf }: Actions): MatrixView {
  const titles = new Map(rounds.map(({ id, title }) => [id, title]));
  const index = new Map(competencies.map(({ id }, column) => [id, column]));
  const rows = coverage.stories
    .map((story) => ({ story, shown: shownBy(story, index) }))
    .filter(({ shown }) => shown.size > 0);
  rows.sort(
    (a, b) =>
      Number(b.story.ready) - Number(a.story.ready) ||
      b.shown.size - a.shown.size ||
      (a.story.title < b.story.title ? -1 : 1),
  );
  const isBegun = ({ round, competency }: Gap): boolean =>
    coverage.rounds
      .find(({ id }) => id === round)
      ?.competencies.some(({ id, state }) => id === competency && state === 'draft') ?? false;
  const columns = competencies.map(({ id, title }, column): MatrixColumn => {
    const covering = rows.filter(({ shown }) => shown.has(column));
    const gaps = coverage.gaps.filter(({ competency }) => competency === id);
    const ready = covering.filter(({ story }) => story.ready).length;
    const judged = rounds.filter((round) => round.competencies.includes(id)).map((round) => round.title);
    const state = gaps.some((gap) => !isBegun(gap)) ? 'none' : gaps.length > 0 ? 'draft' : 'covered';
    return { title, rounds: judged.join(', '), state, ready, drafts: covering.length - ready };
  });
  const gaps = competencies.flatMap(({ id, title }) => {
    const open = coverage.gaps.filter(({ competency }) => competency === id);
    const draft = open.flatMap(({ drafts }) => drafts)[0];
    if (open.length === 0) return [];
    const detail = open.map(({ round }) => titles.get(round) ?? round).join(', ');
    const action = keyOf(draft === undefined ? { kind: 'write', competency: id } : { kind: 'story', path: draft });
    return [
      {
        text:
          draft === undefined
            ? `Write a story that shows ${title}`
            : `${open.some(isBegun) ? 'Finish the draft' : 'Write the story'} that shows ${title}`,
        detail,
        action,
      },
    ];
  });
  return {
    columns,
    rows: rows.map(({ story, shown }): MatrixRow => {
      const cells = competencies.map((_, column) => (shown.has(column) ? (story.ready ? 'r' : 'd') : '.')).join('');
      return {
        title: story.title,
        ready: story.ready,
        cells,
        overUse: story.overUse ? overUseInWords(story.overUse) : '',
        action: keyOf({ kind: 'story', path: story.path }),
      };
    }),
    others: coverage.stories.length - rows.length,
    gaps,
  };
}

/** The columns of what a story shows in any round. */
function shownBy({ rounds }: StoryCoverage, index: ReadonlyMap<string, number>): Set<number> {
  return new Set(rounds.flatMap(({ competencies }) => competencies.flatMap((id) => index.get(id) ?? [])));
}
