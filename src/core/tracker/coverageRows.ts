/** Coverage as rows: which stories show what each round judges, and where one is missing. */
import {
  MOST_ROUNDS,
  type CompetencyCover,
  type Coverage,
  type CoveringStory,
  type OverUse,
  type RoundCoverage,
  type UnknownId,
} from '../story/coverage';
import { joined, plural } from '../words';
import { facts, row, type Row, type RowIcon, type RowInput } from './row';

/** Names of ids, and which stories are over-used and why. */
interface Names {
  readonly rounds: ReadonlyMap<string, string>;
  readonly competencies: ReadonlyMap<string, string>;
  readonly stories: ReadonlyMap<string, string>;
  readonly overUse: ReadonlyMap<string, OverUse>;
}

/** The row that opens coverage. @param summary undefined until it was opened. */
export function coverageRow(summary: string | undefined): Row {
  return row({
    id: 'coverage',
    kind: 'coverage',
    label: 'Coverage',
    description: summary,
    icon: 'coverage',
    tooltip: 'Which stories show what each round judges, and where one is missing.',
    spoken: joined(['Coverage of the rounds by stories', summary], ', '),
    lazy: true,
  });
}

/** Coverage in a few words: “2 gaps · 1 over-used”. */
export function coverageSummary({ gaps, stories, unknown }: Coverage): string {
  const overUsed = stories.filter(({ overUse }) => overUse).length;
  return facts([
    gaps.length === 0 ? 'no gaps' : plural(gaps.length, 'gap'),
    overUsed > 0 ? `${overUsed} over-used` : undefined,
    unknown.length > 0 ? plural(unknown.length, 'unknown id') : undefined,
  ]);
}

/** The rounds in order, then the over-used stories and the unknown ids, where there are any. */
export function coverageRows(coverage: Coverage): Row[] {
  const names: Names = {
    rounds: new Map(coverage.rounds.map(({ id, title }) => [id, title])),
    competencies: new Map(
      coverage.rounds.flatMap(({ competencies }) => competencies.map(({ id, title }) => [id, title])),
    ),
    stories: new Map(coverage.stories.map(({ path, title }) => [path, title])),
    overUse: new Map(coverage.stories.flatMap(({ path, overUse }) => (overUse ? [[path, overUse]] : []))),
  };
  return [
    ...coverage.rounds.map((round) => roundRow(round, names)),
    ...overUsedRows(names),
    ...unknownRows(coverage.unknown, names),
  ];
}

/** A row of coverage: a screen reader says its label and its description as one sentence. */
function part(input: RowInput): Row {
  return row({ spoken: joined([input.label, input.description], ', '), ...input });
}

/** The rows of one kind under a row that counts them; nothing where there are none. */
function group(input: Omit<RowInput, 'kind'> & { readonly children: readonly Row[] }): Row[] {
  const { length } = input.children;
  return length === 0 ? [] : [part({ ...input, kind: 'coverage-group', description: String(length) })];
}

function roundRow({ id, title, competencies }: RoundCoverage, names: Names): Row {
  const key = `coverage/round/${id}`;
  const missing = competencies.filter(({ state }) => state !== 'covered');
  const covered = competencies.length - missing.length;
  const description = `${covered} of ${competencies.length} covered`;
  return part({
    id: key,
    kind: 'coverage-round',
    label: title,
    description,
    icon: missing.length === 0 ? 'covered' : 'gap',
    tooltip: [`${title}: ${description}`, ...missing.map((cover) => `${cover.title}: ${stateInWords(cover)}`)].join(
      '\n',
    ),
    spoken: `${title}, ${covered} of ${plural(competencies.length, 'competency', 'competencies')} covered`,
    children: competencies.map((cover) => competencyRow(key, cover, names)),
  });
}

const STATE_ICONS: Readonly<Record<CompetencyCover['state'], RowIcon>> = {
  covered: 'covered',
  draft: 'draft',
  none: 'gap',
};

function competencyRow(parent: string, cover: CompetencyCover, names: Names): Row {
  const { id, title, state, stories } = cover;
  const key = `${parent}/${id}`;
  const [best] = stories;
  if (!best) return writeRow(key, cover);
  const description = stateInWords(cover);
  const isGap = state !== 'covered';
  return part({
    id: key,
    kind: 'coverage-competency',
    label: title,
    description,
    icon: STATE_ICONS[state],
    tooltip: joined([`${title}: ${description}`, isGap ? `Click to open “${best.title}”` : undefined], '\n'),
    spoken: `${isGap ? 'Gap: ' : ''}${title}, ${description}`,
    children: stories.map((story) => storyRow(key, story, names)),
    open: isGap,
    ...(isGap ? { place: { path: best.path } } : {}),
  });
}

function stateInWords({ state, stories }: CompetencyCover): string {
  if (state === 'none') return stories.length === 0 ? 'no story yet' : 'not written yet';
  if (state === 'draft') return stories.length === 1 ? 'only a draft' : 'only drafts';
  return plural(stories.length, 'story', 'stories');
}

/** The gap is the row to click: what it opens is the story that closes it. */
function writeRow(key: string, cover: CompetencyCover): Row {
  const { id, title } = cover;
  const description = stateInWords(cover);
  return part({
    id: key,
    kind: 'coverage-write',
    label: title,
    description,
    icon: 'gap',
    tooltip: `${title}: ${description}\nClick to start a story that shows it`,
    spoken: `Gap: ${title}, ${description}: write one`,
    command: { id: 'prepLoop.newStory', title: 'New Story', argument: { competencies: [id] } },
  });
}

function storyRow(parent: string, { path, title, ready, listed, written }: CoveringStory, names: Names): Row {
  const overUse = names.overUse.get(path);
  const description = facts([
    ready ? undefined : written > 0 ? 'draft' : 'not written yet',
    overUse ? `over-used: ${overUseInWords(overUse)}` : undefined,
  ]);
  return part({
    id: `${parent}/${path}`,
    kind: 'coverage-story',
    label: title,
    description: description === '' ? undefined : description,
    icon: overUse ? 'overUsed' : ready ? 'story' : 'unfinished',
    tooltip: joined(
      [
        title,
        listed ? 'Lists this round' : 'Lists no round of this loop, but its competencies fit',
        ready
          ? undefined
          : written > 0
            ? 'A draft: it does not count until it is finished'
            : 'None of it is written yet: it covers nothing',
        overUse ? `Over-used: ${overUseInDetail(overUse, names)}` : undefined,
      ],
      '\n',
    ),
    place: { path },
  });
}

/** Why a story is over-used, in a few words. */
export function overUseInWords({ rounds, soleCoverOf }: OverUse): string {
  return joined(
    [
      rounds.length > 0 ? `in ${plural(rounds.length, 'round')}` : undefined,
      soleCoverOf.length > 0
        ? `the only story for ${plural(soleCoverOf.length, 'competency', 'competencies')}`
        : undefined,
    ],
    ', ',
  );
}

function overUseInDetail({ rounds, soleCoverOf }: OverUse, names: Names): string {
  const list = (ids: readonly string[], titles: ReadonlyMap<string, string>): string =>
    ids.map((id) => titles.get(id) ?? id).join(', ');
  return joined(
    [
      rounds.length > 0 ? `needed in more than ${MOST_ROUNDS} rounds (${list(rounds, names.rounds)})` : undefined,
      soleCoverOf.length > 0 ? `the only ready story for ${list(soleCoverOf, names.competencies)}` : undefined,
    ],
    '; ',
  );
}

function overUsedRows(names: Names): Row[] {
  const children = [...names.overUse].map(([path, overUse]) => {
    const title = names.stories.get(path) ?? path;
    return part({
      id: `coverage/over-used/${path}`,
      kind: 'coverage-story',
      label: title,
      description: overUseInWords(overUse),
      icon: 'overUsed',
      tooltip: `${title}\n${overUseInDetail(overUse, names)}`,
      place: { path },
    });
  });
  return group({
    id: 'coverage/over-used',
    label: 'Over-used stories',
    icon: 'overUsed',
    tooltip: 'Interviewers compare notes: tell each round something new',
    children,
  });
}

function unknownRows(unknown: readonly UnknownId[], names: Names): Row[] {
  const children = unknown.map(({ path, key, id, suggestion }) => {
    const title = names.stories.get(path) ?? path;
    const meant = suggestion === undefined ? undefined : `did you mean “${suggestion}”?`;
    const label = `“${id}” is not a ${key === 'rounds' ? 'round' : 'competency'} of this loop`;
    return part({
      id: `coverage/unknown/${key}/${id}/${path}`,
      kind: 'coverage-unknown',
      label,
      description: facts([title, meant]),
      icon: 'unknown',
      tooltip: joined([label, `In ${title}`, meant && `D${meant.slice(1)}`], '\n'),
      place: { path },
    });
  });
  return group({
    id: 'coverage/unknown',
    label: 'Unknown ids',
    icon: 'unknown',
    tooltip: 'Stories name rounds or competencies that the playbook does not have: these are ignored',
    children,
    open: true,
  });
}
