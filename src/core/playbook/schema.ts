/**
 * The shape of playbook.json, once: the reader checks with it, the types are inferred from it, and the JSON schema that
 * gives an author completion in the editor (content/playbook.schema.json) is generated from it.
 */
import * as z from 'zod/mini';

/** The kinds of a quantity that a target can be set on. */
export const TARGET_KINDS = [
  'money',
  'percent',
  'duration',
  'rate',
  'size',
  'count',
  'multiplier',
  'points',
  'ratio',
] as const;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CURRENCY = /^[A-Z]{3}$/;

const is = <T extends z.ZodMiniType>(schema: T, description: string): T => schema.check(z.describe(description)) as T;

const slug = (description: string) =>
  is(
    z
      .string()
      .check(z.maxLength(64), z.regex(SLUG, 'should be lower-case letters and digits, joined by single hyphens')),
    description,
  );
const text = (description: string) => is(z.string().check(z.regex(/\S/, 'should not be empty')), description);
const whole = (description: string, from: number, to: number) => is(z.int().check(z.gte(from), z.lte(to)), description);
const amount = (description: string) => is(z.number().check(z.gte(0)), description);
const range = (description: string) =>
  is(
    z.strictObject({ low: amount('The lower end.'), high: amount('The upper end, at least the lower one.') }),
    description,
  );

const day = (what: string) => whole(`${what}: a day of the loop. Day 1 is the day of first contact.`, 1, 366);

const competency = z.strictObject({
  id: slug('How rounds, prompts and stories refer to this competency.'),
  title: text('Its name, a few words.'),
  description: text('What it is, in a sentence or two.'),
  anchors: is(
    z.tuple([
      text('What a 1 looks like: clearly below the bar.'),
      text('What a 2 looks like: nearly there.'),
      text('What a 3 looks like: it meets the bar.'),
      text('What a 4 looks like: well above the bar.'),
    ]),
    'Exactly four texts: what a 1, a 2, a 3 and a 4 look like. A practice run is scored against them.',
  ),
});

const phase = z.strictObject({
  title: text('The phase’s name, one to three words: it is shown in the status bar.'),
  minutes: is(
    z.number().check(z.gte(0.5), z.lte(480)),
    'How long it lasts, in minutes. A round’s phases add up to its minutes.',
  ),
  cue: text('One sentence: what to do in this phase.'),
});

const round = z.strictObject({
  id: slug('The round’s id: rounds/<id>.md holds its guide, checklist, prompts and examples.'),
  title: text('The round’s name as the company uses it.'),
  minutes: whole('How long the round lasts, in minutes.', 1, 480),
  day: day('When the round takes place'),
  judges: text('What the interviewers judge, in a line.'),
  competencies: is(z.array(slug('The id of a competency.')), 'The ids of the competencies this round judges.'),
  signals: z.optional(
    is(
      z.array(text('A signal, one or two words.')),
      'What is worth marking as it happens in a practice run, such as latency or a trade-off.',
    ),
  ),
  exemplar: z.optional(
    text(
      'A whole answer to one of the round’s prompts, minute by minute: a Markdown file of the playbook, such as exemplars/screen.md.',
    ),
  ),
  phases: is(z.array(phase).check(z.minLength(1)), 'The round’s phases in order; their minutes add up to the round’s.'),
});

const feedback = z.strictObject({
  day: day('When feedback is given'),
  title: text('Its name in the plan.'),
  after: slug('The id of the round that the feedback follows.'),
  note: z.optional(text('What to do with it.')),
});

const task = z.strictObject({
  id: slug('The task’s id.'),
  title: text('The task; preparation.md says more, in the item that begins with the same title in bold.'),
  day: day('When to begin it'),
  before: z.optional(slug('The id of the round that it should be done by.')),
  minutes: z.optional(whole('How long it takes, in minutes.', 5, 6000)),
});

const target = z.strictObject({
  id: slug('The target’s id.'),
  title: text('What is measured.'),
  kind: is(z.enum(TARGET_KINDS), 'Which figures in a story it is compared with.'),
  unit: z.optional(text('What is counted, for a rate or a count (events); otherwise the unit to show, such as ms.')),
  value: amount(
    'The figure to reach: per second for a rate, milliseconds for a duration, bytes for a size, 5 for 5 %.',
  ),
  direction: is(z.enum(['at-least', 'at-most']), 'Whether more or less is better.'),
});

const example = z.strictObject({
  impact: z.optional(amount('The business impact shown, in the currency’s units.')),
  equityFrom: z.optional(amount('Equity before, in percent.')),
  equityTo: z.optional(amount('Equity after, in percent.')),
  askBase: z.optional(amount('The base to ask for, in the currency’s units a year.')),
  askEquity: z.optional(amount('The equity to ask for, in percent.')),
});

const compensation = z.strictObject({
  currency: is(
    z.string().check(z.regex(CURRENCY, 'should be three capitals such as USD')),
    'The ISO 4217 code, such as USD.',
  ),
  presentBase: z.optional(range('What candidates typically earn now: base, a year.')),
  base: z.optional(range('Base salary offered, a year.')),
  equityPercent: z.optional(range('Equity offered, in percent of the company.')),
  signOn: z.optional(range('Sign-on bonus, once.')),
  note: z.optional(text('How the offer is made.')),
  example: z.optional(is(example, 'A worked example of an ask that follows from impact.')),
});

const measure = z.strictObject({
  kind: is(z.enum(TARGET_KINDS), 'Which figures in a story it is compared with.'),
  unit: z.optional(
    text(
      'What is counted, for a rate or a count (events, a second); the currency of money (USD); for a duration or a size, the unit of the bound (ms, years, GB).',
    ),
  ),
  words: z.optional(
    is(
      z.array(text('A word or a short phrase; its plural counts too.')),
      'What the figure measures: one of these stands in its sentence, such as latency or p99.',
    ),
  ),
});

const fitWords = z.strictObject({
  title: text('What has to be there, to be read in a sentence: ML research.'),
  any: is(
    z.array(text('A word or a short phrase; its plural counts too.')).check(z.minLength(1)),
    'A story that says one of these has it.',
  ),
});

const fit = z.strictObject({
  id: slug('The question’s id.'),
  question: text('A question about the candidate, answered by yes, partly or no.'),
  expects: text('What the company expects.'),
  measure: z.optional(
    is(measure, 'The figure that proves it. It needs atLeast or atMost. Only the user’s own results count.'),
  ),
  atLeast: z.optional(amount('The figure has to be this or more, in the measure’s unit; per second for a rate.')),
  atMost: z.optional(amount('The figure has to be this or less, in the measure’s unit; per second for a rate.')),
  competency: z.optional(slug('The competency that a story for it shows: a new story is offered for it.')),
  words: z.optional(
    is(
      z.array(fitWords),
      'What has to be named. Beside a measure, the story with the figure names all of it; otherwise several stories may.',
    ),
  ),
  frame: z.optional(text('What to say in the interview where no story proves it.')),
});

/** playbook.json. Keys it does not know are refused here; the reader turns that into a warning and reads on. */
export const PlaybookSchema = z.strictObject({
  $schema: z.optional(is(z.string(), 'Ignored: lets an editor find the schema of this file.')),
  id: slug('The playbook’s id, equal to its folder’s name.'),
  company: text('The company, or a word for any company.'),
  role: text('The role.'),
  anyCompany: z.optional(
    is(z.boolean(), 'Whether the playbook serves any company: Start then asks for the company and the role.'),
  ),
  title: text('A short name, for lists and trees.'),
  source: text('Where the figures come from, and how far to trust them.'),
  days: whole('Calendar days from first contact (day 1) to the decision.', 1, 366),
  competencies: is(z.array(competency).check(z.minLength(1)), 'What is judged over the loop.'),
  rounds: is(z.array(round).check(z.minLength(1)), 'The rounds, in order of their days.'),
  feedback: z.optional(is(feedback, 'A day between rounds for receiving feedback and using it.')),
  preparation: is(z._default(z.array(task), []), 'The preparation tasks, in order.'),
  targets: is(z._default(z.array(target), []), 'Figures that a story for this role should reach.'),
  compensation: z.optional(is(compensation, 'Pay: bands and an example. Every part but the currency may be left out.')),
  fit: is(z._default(z.array(fit), []), 'A self-check: does the role fit the candidate?'),
});

export type Playbook = z.infer<typeof PlaybookSchema>;
export type Competency = Playbook['competencies'][number];
export type PlaybookRound = Playbook['rounds'][number];
export type Phase = PlaybookRound['phases'][number];
/** A point of the fit check: what the company asks for. */
export type FitRequirement = Playbook['fit'][number];
export type PreparationTask = Playbook['preparation'][number];

/** Parts a playbook can do without: a broken one is reported and left out, and the rest is used. */
export const OPTIONAL_PARTS: ReadonlySet<PropertyKey> = new Set([
  '$schema',
  'anyCompany',
  'feedback',
  'preparation',
  'targets',
  'compensation',
  'fit',
]);

/** The JSON schema contributed for playbook.json, as the text of its file. Draft 7, which VS Code supports in full. */
export function playbookJsonSchema(): string {
  const schema = z.toJSONSchema(PlaybookSchema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'Prep Loop playbook', description: 'An interview loop: its rounds, what they judge, and how to prepare.' }, null, 2)}\n`;
}
