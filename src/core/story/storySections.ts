/** The sections of a story, as the contract has them: impact comes first. */

export const SECTION_NAMES = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs', 'Learned'] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

/** All but Learned, which a story may leave out. */
export const REQUIRED_SECTIONS: readonly SectionName[] = SECTION_NAMES.slice(0, 6);

/** Headings and labels as people write them, in lower case with hyphens and spaces taken out. */
const SPELLINGS: ReadonlyMap<string, SectionName> = new Map<string, SectionName>([
  ...SECTION_NAMES.map((name) => [squeeze(name), name] as const),
  ['impacts', 'Impact'],
  ['situations', 'Situation'],
  ['tasks', 'Task'],
  ['actions', 'Action'],
  ['results', 'Result'],
  ['tradeoff', 'Trade-offs'],
  ['learning', 'Learned'],
  ['learnings', 'Learned'],
  ['whatilearned', 'Learned'],
  ['lessonslearned', 'Learned'],
]);

/** What else sections are called in published answers. “the”, “my”, “our” and “key” before a name say nothing. */
const OTHER_NAMES: ReadonlyMap<string, SectionName> = namesOf({
  Impact: [
    'tl;dr',
    'tldr',
    'headline',
    'bottom line',
    'in short',
    'in brief',
    'in one line',
    'in one sentence',
    'in a nutshell',
    'the short version',
    'short version',
  ],
  Situation: ['context', 'background', 'scenario', 'setting', 'starting point', 'backdrop'],
  Task: [
    'role',
    'goal',
    'goals',
    'objective',
    'objectives',
    'assignment',
    'responsibility',
    'responsibilities',
    'responsible for',
    'mission',
    'brief',
    'remit',
    'the ask',
    'ask',
    'job',
    'mandate',
    'what i had to do',
    'what was asked',
  ],
  Action: [
    'what i did',
    'what we did',
    'did',
    'how i did it',
    'approach',
    'action taken',
    'actions taken',
    'steps',
    'steps taken',
    'steps i took',
    'solution',
    'activity',
    'execution',
    'implementation',
  ],
  Result: [
    'outcome',
    'outcomes',
    'what happened',
    'end result',
    'what came of it',
    'what came out',
    'what came out of it',
    'what changed',
    'what it brought',
    'how it ended',
    'effect',
    'result achieved',
    'results achieved',
  ],
  'Trade-offs': [
    'alternatives',
    'alternatives considered',
    'options considered',
    'what i gave up',
    'what i decided against',
    'what we gave up',
    'what it cost',
    'what it cost us',
    'the price',
    'price',
    'downside',
    'downsides',
    'trade-offs considered',
  ],
  Learned: [
    'lesson',
    'lessons',
    'lesson learned',
    'lesson learnt',
    'lessons learnt',
    'what i learnt',
    'takeaway',
    'takeaways',
    'reflection',
    'reflections',
    "what i'd do differently",
    'what i would do differently',
    'in hindsight',
    'looking back',
    'retrospective',
  ],
});

/** A story has one of these for its Situation, or, where it has a Situation too, for its Task. */
const EITHER = new Set(['challenge', 'problem', 'complication', 'obstacle', 'hindrance', 'issue']);

const INITIALS: ReadonlyMap<string, SectionName> = new Map([
  ['s', 'Situation'],
  ['t', 'Task'],
  ['a', 'Action'],
  ['r', 'Result'],
  ['l', 'Learned'],
]);

/** The contract's own spellings, which most headings have: no need to squeeze those. */
const EXACT: ReadonlyMap<string, SectionName> = new Map(SECTION_NAMES.map((name) => [name, name]));

/** Headings of what a candidate keeps beside a story and does not say in it. */
const ASIDES = new Set(
  [
    'notes',
    'my notes',
    'links',
    'references',
    'sources',
    'evidence',
    'appendix',
    'feedback',
    'follow-ups',
    'follow-up questions',
    'questions',
    'question',
    'interview question',
    'prompt',
    'checklist',
    'todo',
    'open points',
  ].map(squeeze),
);

/** The sections that tell what came of it. */
export const tellsOutcome = (name: SectionName | undefined): boolean => name === 'Result' || name === 'Impact';

/** What a heading or a label names. */
export interface Naming {
  /** One of the contract's own names, another word for it, or its first letter. */
  readonly by: 'name' | 'otherName' | 'initial';
  /** “Situation and Task” names two. Empty for a “Challenge”: its section depends on the other names of the story. */
  readonly names: readonly SectionName[];
}

/** The contract's section that a heading's text names, whatever its case; undefined for any other heading. */
export function sectionNamed(heading: string): SectionName | undefined {
  return EXACT.get(heading) ?? SPELLINGS.get(squeeze(heading));
}

/** What the text of a heading or a label names, in the contract's words or in others; undefined where nothing. */
export function namingOf(title: string): Naming | undefined {
  const own = EXACT.get(title);
  if (own !== undefined) return { by: 'name', names: [own] };
  if (title.length > LONGEST_NAME) return undefined;
  return namingOfOne(title) ?? namingOfSeveral(title);
}

/** A longer text names no section. */
const LONGEST_NAME = 48;
/** “(2 minutes)”, “[30 s]” after a name. */
const REMARK = /[([][^()[\]]{2,}[)\]]$/u;
/** “S – Situation”, “2. Task”. */
const LEAD = /^(?:[starl]\s*[-–—:.)=]\s*(?=\p{L}{3})|\(?\d{1,2}[.)]\s*)/iu;
const FILLER = /^(?:the|my|our|key|main|your)\s+/iu;
const JOINS = /[/&+,]|\band\b/iu;

function namingOfOne(title: string): Naming | undefined {
  const plain = title.trim().replace(REMARK, '').trim().replace(LEAD, '').replace(FILLER, '');
  const key = squeeze(plain).replace(/(?<=\D)\d{1,2}$/u, '');
  const own = SPELLINGS.get(key);
  if (own !== undefined) return { by: 'name', names: [own] };
  const other = OTHER_NAMES.get(key);
  if (other !== undefined) return { by: 'otherName', names: [other] };
  if (EITHER.has(key)) return { by: 'otherName', names: [] };
  const initial = INITIALS.get(key);
  return initial && { by: 'initial', names: [initial] };
}

function namingOfSeveral(title: string): Naming | undefined {
  const parts = title.trim().replace(REMARK, '').split(JOINS);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const names: SectionName[] = [];
  const by = new Set<Naming['by']>();
  for (const part of parts) {
    const naming = namingOfOne(part);
    const [name] = naming?.names ?? [];
    if (naming === undefined || name === undefined) return undefined;
    by.add(naming.by);
    if (!names.includes(name)) names.push(name);
  }
  return { by: by.has('initial') ? 'initial' : by.has('name') ? 'name' : 'otherName', names };
}

/**
 * The sections that the headings or labels of one story name, each in its place. Where the contract's own name for a
 * section is there, other words for it name none: beside “Result”, an “Outcome” is a part of what is told. One that the
 * story begins with is its Impact.
 */
export function sectionsNamed(namings: readonly (Naming | undefined)[]): (readonly SectionName[] | undefined)[] {
  const own = new Set<SectionName>();
  const others = new Set<SectionName>();
  for (const naming of namings)
    for (const name of naming?.names ?? []) (naming?.by === 'otherName' ? others : own).add(name);
  const has = (name: SectionName): boolean => own.has(name) || others.has(name);
  return namings.map((naming, index) => {
    if (naming === undefined) return undefined;
    const isOpening = index === 0 && naming.by === 'otherName' && naming.names[0] === 'Result';
    if (isOpening && own.has('Result') && !has('Impact')) return ['Impact'];
    const names = naming.names.length > 0 ? naming.names : eitherOf(own, others);
    const kept = naming.by === 'otherName' ? names.filter((name) => !own.has(name)) : names;
    return kept.length > 0 ? kept : undefined;
  });
}

function eitherOf(own: ReadonlySet<SectionName>, others: ReadonlySet<SectionName>): readonly SectionName[] {
  const has = (name: SectionName): boolean => own.has(name) || others.has(name);
  if (!has('Situation')) return ['Situation'];
  return has('Task') ? [] : ['Task'];
}

/** Whether the text of a heading or a label names notes beside the story, such as “Notes” or “Follow-up questions”. */
export function isAside(heading: string): boolean {
  return ASIDES.has(squeeze(heading));
}

function namesOf(lists: Partial<Record<SectionName, readonly string[]>>): ReadonlyMap<string, SectionName> {
  return new Map(
    Object.entries(lists).flatMap(([name, titles]) => titles.map((title) => [squeeze(title), name as SectionName])),
  );
}

function squeeze(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^\d{1,2}[.)]/u, '')
    .replace(/[\s*_:'’‐‑–-]+/gu, '');
}
