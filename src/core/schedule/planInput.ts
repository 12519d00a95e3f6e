/** Reads what another extension asks a plan for: whatever it gives, there is an answer in words. */
import * as z from 'zod/mini';
import { listOf, unlessItThrows } from '../argument';
import { WEEKDAY_KEYS } from '../days/calendar';
import { parseDate } from '../days/dates';
import { MOST_DAYS, type PlanInput, type PlanProblem } from './planModel';

const MOST_ROUNDS = 100;
const MOST_TASKS = 1000;
const MINUTES_OF_A_DAY = 1440;

const text = z.string().check(z.maxLength(1000));
const date = text.check(z.refine((value) => parseDate(value) !== undefined, 'is not a calendar day: write YYYY-MM-DD'));
const day = z.int().check(z.gte(1), z.lte(MOST_DAYS));
const minutes = z.number().check(z.gte(0), z.lte(100_000));

const ofAWeekday = z.optional(z.number().check(z.gte(0), z.lte(MINUTES_OF_A_DAY)));
const MINUTES_BY_WEEKDAY = Object.fromEntries(WEEKDAY_KEYS.map((key) => [key, ofAWeekday]));

const schema = z.object({
  playbook: z.object({
    days: day,
    rounds: listOf(z.object({ id: text, title: z.optional(text), day, minutes: z.optional(minutes) }), MOST_ROUNDS),
    feedback: z.optional(z.object({ day, after: text })),
    preparation: z.optional(
      listOf(z.object({ title: text, day, before: z.optional(text), minutes: z.optional(minutes) }), MOST_TASKS),
    ),
  }),
  firstContact: text,
  rounds: z.optional(
    listOf(
      z.object({ id: text, date: z.optional(text), time: z.optional(text), pinned: z.optional(z.boolean()) }),
      MOST_ROUNDS,
    ),
  ),
  today: z.optional(text),
  prepareFrom: z.optional(text),
  calendar: z.optional(
    z.object({
      weekend: listOf(z.int().check(z.gte(1), z.lte(7)), 7),
      holidays: listOf(z.object({ from: date, to: date }), MOST_TASKS),
    }),
  ),
  minutesPerDay: z.optional(
    z.union([z.number().check(z.gte(1), z.lte(MINUTES_OF_A_DAY)), z.strictObject(MINUTES_BY_WEEKDAY)]),
  ),
  done: z.optional(listOf(text, MOST_TASKS)),
});

/** The input of a plan as another extension gave it, or the first thing that is wrong with it. */
export function readPlanInput(value: unknown): ReadPlanInput {
  return unlessItThrows(() => readWhole(value)) ?? wrong('The argument cannot be read.');
}

type ReadPlanInput = { readonly input: PlanInput } | { readonly problem: PlanProblem };

function readWhole(value: unknown): ReadPlanInput {
  const id = typeof value === 'object' && value !== null ? (value as { playbook?: unknown }).playbook : undefined;
  if (typeof id === 'string')
    return wrong(`“playbook” is the id “${id.slice(0, 64)}”: give the playbook itself, which playbook(id) gives.`);
  const read = schema.safeParse(value);
  if (read.success) return { input: read.data as PlanInput };
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return wrong(`${path === '' ? 'The argument' : `“${path}”`}: ${issue?.message ?? 'is not what planSchedule takes'}.`);
}

const wrong = (message: string): { readonly problem: PlanProblem } => ({ problem: { code: 'bad-argument', message } });
