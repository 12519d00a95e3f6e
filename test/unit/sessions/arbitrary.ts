/** Sessions for property tests: whatever a run, a mock or a person with a keyboard may bring. */
import fc from 'fast-check';
import { HIRES } from '../../../src/core/sessions/hire';
import type { Marker, CompetencyScore, SessionPhase, Speech } from '../../../src/core/sessions/sessionModel';
import type { NewSession } from '../../../src/core/sessions/writeSession';

const tricky = fc.constantFrom(
  'a',
  'B ',
  ' ',
  ':',
  '#',
  ',',
  '"',
  "'",
  '[',
  '{',
  '}',
  '-',
  '\\',
  '’',
  'é',
  '日',
  '😀',
  '1',
  '%',
  '&',
  '*',
  '\u00a0',
  '\u2028',
  '~',
  '|',
);

/** Words on one line, as a field of a form gives them. */
export const words = fc.oneof(
  fc.constantFrom(
    'Frame',
    'Trade-offs: two, at most',
    'Real-time bidding (10k events/s)',
    'null',
    'true',
    '2026-11-22',
    '12',
    'Ana’s “shop”',
    'yes',
  ),
  fc
    .string({ unit: tricky, minLength: 1, maxLength: 14 })
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== ''),
);

const id = fc.constantFrom('streaming-scale', 'product-sense', 'stakeholders', 'cost', 'a1', '2nd');
const score = fc.constantFrom<CompetencyScore[]>(1, 2, 3, 4);
export const scores = fc.dictionary(id, score, { maxKeys: 5, noNullPrototype: true });

const line = fc.oneof(
  words,
  fc.constantFrom(
    '',
    '# Big',
    '## Notes',
    '### Small',
    '- [ ] open',
    '- 00:10 · Frame · x',
    '```ts',
    '```',
    '~~~',
    '<!-- a',
    '-->',
    '---',
    '    code',
    '1. one',
    '> quoted',
    '#tag',
    '####### seven',
    ' ## Feedback',
  ),
);
export const markdown = fc.array(line, { maxLength: 7 }).map((lines) => lines.join('\n'));

export const phase: fc.Arbitrary<SessionPhase> = fc.record(
  {
    title: fc.oneof(fc.constantFrom('Frame', 'Design · deep dive', 'Trade-offs'), words),
    planned: fc.integer({ min: 0, max: 7200 }),
    actual: fc.integer({ min: 0, max: 7200 }),
  },
  { noNullPrototype: true },
);

export function marker(phases: readonly SessionPhase[]): fc.Arbitrary<Marker> {
  const titles = phases
    .map(({ title }) => title)
    .filter((title) => !phases.some((other) => other.title !== title && title.startsWith(`${other.title} · `)));
  const fields = {
    at: fc.integer({ min: 0, max: 9000 }),
    phase: titles.length > 0 ? fc.constantFrom(...titles) : fc.constant('Frame'),
    text: fc.oneof(fc.constantFrom('', 'latency', 'cost · freshness'), words),
  };
  return fc.record(fields, { noNullPrototype: true });
}

const date = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) })
  .map((at) => new Date(at).toISOString().slice(0, 10));

const tenths = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);
const seconds = fc.integer({ min: 0, max: 36_000 });

/** How somebody spoke; what a transcript does not say is left out. */
export const speech: fc.Arbitrary<Speech> = fc.record(
  {
    wordsPerMinute: fc.integer({ min: 0, max: 1000 }),
    fillers: tenths,
    hedges: tenths,
    share: fc.integer({ min: 0, max: 100 }),
    longest: seconds,
    firstFigure: seconds,
  },
  { requiredKeys: [], noNullPrototype: true },
);

const written: fc.Arbitrary<NewSession> = fc.array(phase, { maxLength: 6 }).chain((phases) =>
  fc.record({
    round: id,
    kind: fc.constantFrom('solo' as const, 'mock' as const),
    peer: fc.option(
      fc.record({ name: words, shipped: fc.option(words, { nil: undefined }) }, { noNullPrototype: true }),
      { nil: undefined },
    ),
    scheduled: fc.option(
      fc.record({ date, time: fc.constantFrom('09:30', '18:00', undefined) }, { noNullPrototype: true }),
      { nil: undefined },
    ),
    started: fc.option(
      date.map((day) => `${day}T18:05:07+01:00`),
      { nil: undefined },
    ),
    prompt: fc.option(words, { nil: undefined }),
    prompts: fc.uniqueArray(words, { maxLength: 4 }),
    phases: fc.constant(phases),
    markers: fc.array(marker(phases), { maxLength: 5 }),
    scores,
    peerScores: scores,
    peerHire: fc.constantFrom(undefined, ...HIRES),
    signals: fc.uniqueArray(words, { maxLength: 4 }),
    notes: markdown,
    peerComments: markdown,
    feedback: fc.array(words, { maxLength: 3 }),
  }),
);

export const session: fc.Arbitrary<NewSession> = fc
  .tuple(written, fc.option(speech, { nil: undefined }))
  .map(([all, spoken]) => (spoken === undefined ? all : { ...all, speech: spoken }));
