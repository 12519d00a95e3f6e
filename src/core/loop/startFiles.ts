/** Makes the files of a new loop from a playbook: text only, nothing is written here. */
import { stringify } from 'yaml';
import type { WorkCalendar } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { dollarsAsBlanks } from '../markdown/blanks';
import { deeper } from '../markdown/outline';
import type { LoadedPlaybook, LoadedRound } from '../playbook/loadPlaybook';
import { planSchedule, type PlannedRound } from '../schedule/plan';
import { groupedNumber } from '../thousands';
import { joined, plural } from '../words';
import { CHEAT_SHEET, QUESTIONS_FILE } from './parseFile';

export interface NewFile {
  /** Relative to the loop's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface StartOptions {
  readonly firstContact: CalendarDate;
  /** The IANA name written into loop.md. */
  readonly timeZone: string;
  /** Days off; left out, Saturdays and Sundays. */
  readonly calendar?: WorkCalendar | undefined;
  /**
   * The day on which preparation begins; if it is left out, none is written, and preparation begins with the first
   * contact.
   */
  readonly prepareFrom?: CalendarDate | undefined;
  /** The rounds whose dates are known: they are pinned. The others get theirs from the playbook. */
  readonly rounds?: readonly KnownRound[] | undefined;
}

/** A round whose day is agreed. */
export interface KnownRound {
  readonly id: string;
  readonly date: CalendarDate;
  /** `HH:MM`. */
  readonly time?: string | undefined;
}

/**
 * The files of a loop, in the order in which to create them.
 * @throws RangeError when `firstContact` is not a calendar day.
 */
export function startFiles(playbook: LoadedPlaybook, options: StartOptions): NewFile[] {
  const { firstContact, calendar, rounds: known = [] } = options;
  const given = known.map((round) => ({ ...round, pinned: true }));
  const plan = planSchedule({ playbook, firstContact, calendar, rounds: given });
  const files: NewFile[] = [
    { path: 'loop.md', text: loopFile(playbook, options) },
    { path: 'preparation.md', text: playbook.preparationMarkdown },
    ...playbook.rounds.map((round, index) => ({
      path: roundPath(round.id, index + 1),
      text: roundFile(round, plan.rounds[index]),
    })),
    { path: CHEAT_SHEET, text: playbook.cheatSheet },
    { path: 'company.md', text: playbook.companyBrief },
    { path: 'case.md', text: playbook.caseTemplate },
    { path: QUESTIONS_FILE, text: playbook.questions },
    ...playbook.scripts.map(({ id, title, text }) => ({
      path: `scripts/${id}.md`,
      text: `# ${title}\n\n${dollarsAsBlanks(text.trim())}\n`,
    })),
    { path: 'offer.md', text: offerFile(playbook) },
  ];
  return files
    .filter(({ text }) => text !== '')
    .map(({ path, text }) => ({ path, text: text.endsWith('\n') ? text : `${text}\n` }));
}

/** The path of a round's file in its loop: `rounds/02-system-design.md`. @param number from 1. */
export function roundPath(id: string, number: number): string {
  return `rounds/${String(number).padStart(2, '0')}-${id}.md`;
}

function loopFile(playbook: LoadedPlaybook, { firstContact, prepareFrom, timeZone }: StartOptions): string {
  const { id, company, role, days, title, source } = playbook;
  // No date stands in the text: it would be wrong once one above is changed.
  return (
    frontMatter({
      playbook: id,
      company,
      role,
      firstContact,
      ...(prepareFrom === undefined ? {} : { prepareFrom }),
      days,
      timeZone,
    }) +
    `# ${title}\n\n` +
    `Day 1 is the first contact, and the decision is due by the last day. Change the dates and “days” above when they move: the plan follows them.\n\n` +
    `${source.trim()}\n\n` +
    joined([deeper(playbook.insights), fitCheck(playbook), '## Notes'], '\n\n') +
    '\n'
  );
}

function fitCheck({ fit }: LoadedPlaybook): string {
  if (fit.length === 0) return '';
  return `## Does it fit?\n\n${fit.map(({ question, expects }) => `- **${question}** ${expects}`).join('\n')}`;
}

function roundFile(round: LoadedRound, planned: PlannedRound | undefined): string {
  const items = round.checklist.map((item) => `- [ ] ${item}\n`).join('');
  return (
    frontMatter({
      round: round.id,
      date: planned?.date,
      time: planned?.time,
      pinned: planned?.pinned ?? false,
      status: 'planned',
    }) +
    `# ${round.title}\n\n${plural(round.minutes, 'minute')}. What is judged: ${round.judges.trim()}\n\n` +
    (items === '' ? '' : `## Checklist\n\n${items}\n`) +
    '## Notes\n'
  );
}

function offerFile({ compensation, company }: LoadedPlaybook): string {
  const currency = compensation?.currency;
  const front = frontMatter({
    base: undefined,
    equityPercent: undefined,
    signOn: undefined,
    currency: currency ?? 'USD',
    vesting: undefined,
  });
  const intro = `# Offer\n\nFill in the figures above when they come. This file is private: keep it out of a shared repository.\n\n`;
  if (!compensation || currency === undefined) return `${front}${intro}## Notes\n`;
  const money = ({ low, high }: Range): string => `${groupedNumber(low)}-${groupedNumber(high)} ${currency}`;
  const percent = ({ low, high }: Range): string => `${low}-${high}%`;
  const rows = [
    compensation.presentBase && `| Present base, typical | ${money(compensation.presentBase)} |`,
    compensation.base && `| Base | ${money(compensation.base)} |`,
    compensation.equityPercent && `| Equity | ${percent(compensation.equityPercent)} |`,
    compensation.signOn && `| Sign-on | ${money(compensation.signOn)} |`,
  ].filter((row) => row !== undefined);
  const bands =
    rows.length === 0
      ? ''
      : `## Bands at ${company}\n\n| Part | From the playbook |\n| --- | --- |\n${rows.join('\n')}\n\n`;
  const note = compensation.note === undefined ? '' : `${compensation.note.trim()}\n\n`;
  return `${front}${intro}${bands}${note}${askExample(compensation)}## Notes\n`;
}

type Range = { readonly low: number; readonly high: number };

function askExample({ currency, example }: NonNullable<LoadedPlaybook['compensation']>): string {
  if (!example) return '';
  const { impact, equityFrom, equityTo, askBase, askEquity } = example;
  const moved =
    equityFrom !== undefined && equityTo !== undefined ? `equity from ${equityFrom}% to ${equityTo}%` : undefined;
  const ask = [
    askBase !== undefined && `a base of ${groupedNumber(askBase)} ${currency}`,
    askEquity !== undefined && `${askEquity}% of equity`,
  ].filter((part) => part !== false);
  const sentences = [
    impact !== undefined &&
      moved !== undefined &&
      `A case that shows ${groupedNumber(impact)} ${currency} of impact moves ${moved}.`,
    ask.length > 0 && `The ask that follows: ${ask.join(' with ')}.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? '' : `Example: ${sentences.join(' ')}\n\n`;
}

/** A front-matter block; a key without a value is left blank, to be filled in. */
function frontMatter(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const lines = Object.entries(values).map(([key, value]) => {
    return value === undefined ? `${key}:` : `${key}: ${stringify(value, { lineWidth: 0 }).trimEnd()}`;
  });
  return `---\n${lines.join('\n')}\n---\n\n`;
}
