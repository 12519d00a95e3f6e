/** Coverage as a tree of plain values: per round what it judges and which stories show it. The view only draws it. */
import {
  MOST_ROUNDS,
  type CompetencyCover,
  type Coverage,
  type CoveringStory,
  type OverUse,
  type RoundCoverage,
  type UnknownId,
} from '../story/coverage';
import { plural } from '../words';

export type CoverageIcon = 'covered' | 'draft' | 'gap' | 'story' | 'unfinished' | 'overUsed' | 'write' | 'unknown';

export interface CoverageNode {
  /** Unique in its loop's coverage, and the same while what it shows is the same. */
  readonly id: string;
  readonly kind: 'round' | 'competency' | 'story' | 'write' | 'group' | 'unknown';
  readonly label: string;
  readonly description?: string;
  readonly icon: CoverageIcon;
  /** Plain text, a paragraph a line. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** The story to open, as coverage was given it. */
  readonly path?: string;
  /** The ids of the competencies that a story to be written here has to show. */
  readonly write?: readonly string[];
  readonly children: readonly CoverageNode[];
  /** Whether the children are shown until the user says otherwise. */
  readonly open: boolean;
}

/** Names of ids, and which stories are over-used and why. */
interface Names {
  readonly rounds: ReadonlyMap<string, string>;
  readonly competencies: ReadonlyMap<string, string>;
  readonly stories: ReadonlyMap<string, string>;
  readonly overUse: ReadonlyMap<string, OverUse>;
}

/** Coverage in a few words: “2 gaps · 1 over-used”. */
export function coverageSummary({ gaps, stories, unknown }: Coverage): string {
  const overUsed = stories.filter(({ overUse }) => overUse).length;
  return [
    gaps.length === 0 ? 'no gaps' : plural(gaps.length, 'gap'),
    overUsed > 0 ? `${overUsed} over-used` : '',
    unknown.length > 0 ? plural(unknown.length, 'unknown id') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The rounds in order, then the over-used stories and the unknown ids, where there are any. */
export function coverageTree(coverage: Coverage): CoverageNode[] {
  const names: Names = {
    rounds: new Map(coverage.rounds.map(({ id, title }) => [id, title])),
    competencies: new Map(
      coverage.rounds.flatMap(({ competencies }) => competencies.map(({ id, title }) => [id, title])),
    ),
    stories: new Map(coverage.stories.map(({ path, title }) => [path, title])),
    overUse: new Map(coverage.stories.flatMap(({ path, overUse }) => (overUse ? [[path, overUse]] : []))),
  };
  return [
    ...coverage.rounds.map((round) => roundNode(round, names)),
    ...overUsedGroup(names),
    ...unknownGroup(coverage.unknown, names),
  ];
}

/** Why a story is over-used, in a few words. */
export function overUseInWords({ rounds, soleCoverOf }: OverUse): string {
  const reasons = [
    rounds.length > 0 ? `in ${rounds.length} rounds` : '',
    soleCoverOf.length > 0 ? `the only story for ${plural(soleCoverOf.length, 'competency', 'competencies')}` : '',
  ];
  return reasons.filter((reason) => reason !== '').join(', ');
}

function roundNode({ id, title, competencies }: RoundCoverage, names: Names): CoverageNode {
  const covered = competencies.filter(({ state }) => state === 'covered').length;
  const key = `round/${id}`;
  const description = `${covered} of ${competencies.length} covered`;
  const bare = competencies
    .filter(({ state }) => state !== 'covered')
    .map((cover) => `${cover.title}: ${stateInWords(cover)}`);
  return node({
    id: key,
    kind: 'round',
    label: title,
    description,
    icon: covered === competencies.length ? 'covered' : 'gap',
    tooltip: [`${title}: ${description}`, ...bare].join('\n'),
    spoken: `${title}, ${covered} of ${competencies.length} competencies covered`,
    children: competencies.map((cover) => competencyNode(key, cover, names)),
  });
}

function competencyNode(parent: string, cover: CompetencyCover, names: Names): CoverageNode {
  const { id, title, state, stories } = cover;
  const key = `${parent}/${id}`;
  const description = stateInWords(cover);
  return node({
    id: key,
    kind: 'competency',
    label: title,
    description,
    icon: state === 'covered' ? 'covered' : state === 'draft' ? 'draft' : 'gap',
    spoken: `${state === 'covered' ? '' : 'Gap: '}${title}, ${description}`,
    children: stories.length === 0 ? [writeNode(key, id, title)] : stories.map((story) => storyNode(key, story, names)),
    open: state !== 'covered',
  });
}

function stateInWords({ state, stories }: CompetencyCover): string {
  if (state === 'none') return 'no story yet';
  if (state === 'draft') return stories.length === 1 ? 'only a draft' : 'only drafts';
  return plural(stories.length, 'story', 'stories');
}

function writeNode(parent: string, competency: string, title: string): CoverageNode {
  const label = 'No story yet: write one';
  return node({
    id: `${parent}/write`,
    kind: 'write',
    label,
    icon: 'write',
    tooltip: `Write a story that shows ${title}`,
    spoken: `${label} that shows ${title}`,
    write: [competency],
  });
}

function storyNode(parent: string, { path, title, ready, listed }: CoveringStory, names: Names): CoverageNode {
  const overUse = names.overUse.get(path);
  const description = [ready ? '' : 'draft', overUse ? `over-used: ${overUseInWords(overUse)}` : '']
    .filter((part) => part !== '')
    .join(' · ');
  const fits = listed ? 'Lists this round' : 'Lists no round of this loop, and fits by its competencies';
  return node({
    id: `${parent}/${path}`,
    kind: 'story',
    label: title,
    icon: overUse ? 'overUsed' : ready ? 'story' : 'unfinished',
    tooltip: [
      title,
      fits,
      ...(ready ? [] : ['A draft: it covers nothing until it is finished']),
      ...(overUse ? [`Over-used: ${overUseInDetail(overUse, names)}`] : []),
    ].join('\n'),
    path,
    ...(description === '' ? {} : { description }),
  });
}

function overUseInDetail({ rounds, soleCoverOf }: OverUse, names: Names): string {
  const list = (ids: readonly string[], titles: ReadonlyMap<string, string>): string =>
    ids.map((id) => titles.get(id) ?? id).join(', ');
  const reasons = [
    rounds.length > 0 ? `needed in more than ${MOST_ROUNDS} rounds (${list(rounds, names.rounds)})` : '',
    soleCoverOf.length > 0 ? `the only ready story for ${list(soleCoverOf, names.competencies)}` : '',
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
}

function overUsedGroup(names: Names): CoverageNode[] {
  const children = [...names.overUse].map(([path, overUse]) => {
    const title = names.stories.get(path) ?? path;
    return node({
      id: `over-used/${path}`,
      kind: 'story',
      label: title,
      description: overUseInWords(overUse),
      icon: 'overUsed',
      tooltip: `${title}\n${overUseInDetail(overUse, names)}`,
      path,
    });
  });
  if (children.length === 0) return [];
  return [
    node({
      id: 'over-used',
      kind: 'group',
      label: 'Over-used stories',
      description: String(children.length),
      icon: 'overUsed',
      tooltip: 'Interviewers compare notes: tell each round something new',
      children,
    }),
  ];
}

function unknownGroup(unknown: readonly UnknownId[], names: Names): CoverageNode[] {
  const children = unknown.map(({ path, key, id, suggestion }) => {
    const title = names.stories.get(path) ?? path;
    const meant = suggestion === undefined ? '' : `did you mean “${suggestion}”?`;
    const label = `“${id}” is no ${key === 'rounds' ? 'round' : 'competency'} of this loop`;
    return node({
      id: `unknown/${key}/${id}/${path}`,
      kind: 'unknown',
      label,
      description: [title, meant].filter((part) => part !== '').join(' · '),
      icon: 'unknown',
      tooltip: [label, `In ${title}`, ...(meant === '' ? [] : [`D${meant.slice(1)}`])].join('\n'),
      path,
    });
  });
  if (children.length === 0) return [];
  return [
    node({
      id: 'unknown',
      kind: 'group',
      label: 'Unknown ids',
      description: String(children.length),
      icon: 'unknown',
      tooltip: 'Stories name rounds or competencies that the playbook does not have: they count for nothing',
      children,
      open: true,
    }),
  ];
}

type NodeInput = Pick<CoverageNode, 'id' | 'kind' | 'label' | 'icon'> & Partial<CoverageNode>;

function node(input: NodeInput): CoverageNode {
  const spoken = input.description === undefined ? input.label : `${input.label}, ${input.description}`;
  return { tooltip: input.label, spoken, children: [], open: false, ...input };
}
