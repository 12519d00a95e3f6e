/** The sections of a story, as the contract has them: impact comes first. */

export const SECTION_NAMES = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs', 'Learned'] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

/** All but Learned, which a story may leave out. */
export const REQUIRED_SECTIONS: readonly SectionName[] = SECTION_NAMES.slice(0, 6);

/** Headings as people write them, in lower case with hyphens and spaces taken out. */
const SPELLINGS: ReadonlyMap<string, SectionName> = new Map([
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
    'checklist',
    'todo',
    'open points',
  ].map(squeeze),
);

/** The contract's section that a heading's text names, whatever its case; undefined for any other heading. */
export function sectionNamed(heading: string): SectionName | undefined {
  return EXACT.get(heading) ?? SPELLINGS.get(squeeze(heading));
}

/** Whether a heading's text names notes beside the story, such as “Notes” or “Follow-up questions”. */
export function isAside(heading: string): boolean {
  return ASIDES.has(squeeze(heading));
}

function squeeze(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^\d{1,2}[.)]/u, '')
    .replace(/[\s*_:‐‑–-]+/gu, '');
}
