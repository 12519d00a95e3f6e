/** Says in words what is wrong with a value of playbook.json: the schema knows the rule, this knows the reader. */
import type { core } from 'zod/mini';
import type { JsonPath } from './json';

/** Something wrong at a path of playbook.json. */
export interface PlaybookFinding {
  readonly path: JsonPath;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** What to point at: the value (default), or the key that names it. */
  readonly target?: 'key' | 'value';
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in square brackets',
  tuple: 'a list in square brackets',
  object: 'an object in braces',
};

/** One finding for an issue of the schema, or one for each key it does not know. */
export function describeIssue(issue: core.$ZodIssue, value: unknown): PlaybookFinding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return {
        path,
        target: 'key',
        severity: 'warning',
        message: `${name(path, value)} means nothing here: correct its spelling or remove it.`,
      };
    });
  }
  const at = valueAt(value, issue.path);
  const what = name(issue.path, value);
  const message = at === undefined ? `${what} is missing: add it.` : `${what} ${wrong(issue, at)}`;
  return [{ path: issue.path, severity: 'error', message }];
}

function wrong(issue: core.$ZodIssue, at: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int' && typeof at === 'number') return `is ${at}: make it a whole number.`;
      return `is ${kind(at)}: make it ${WANTED[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return Array.isArray(at)
        ? `${entries(at.length)}: give it at least ${issue.minimum}.`
        : `is ${asWritten(at)}: make it at least ${issue.minimum}.`;
    case 'too_big':
      if (Array.isArray(at)) return `${entries(at.length)}: give it at most ${issue.maximum}.`;
      if (typeof at === 'string') return `is ${at.length} characters long: make it at most ${issue.maximum}.`;
      return `is ${asWritten(at)}: make it at most ${issue.maximum}.`;
    case 'invalid_format':
      return `${issue.message}: change it.`;
    case 'invalid_value':
      return `should be one of ${issue.values.map((v) => `“${String(v)}”`).join(', ')}: change it.`;
    default:
      return 'is not valid here: see its description.';
  }
}

const entries = (count: number): string =>
  count === 0 ? 'has no entry' : `has ${count} ${count === 1 ? 'entry' : 'entries'}`;

/** An object is named by its kind: one with a key `toString` cannot be made a text. */
const asWritten = (value: unknown): string => (typeof value === 'object' ? kind(value) : String(value));

function kind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? String(value) : 'an object';
}

function valueAt(value: unknown, path: JsonPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

/** “minutes” of “System Design”: the last steps of the path, and the nearest thing around it that has a title. */
function name(path: JsonPath, value: unknown): string {
  if (path.length === 0) return 'The playbook';
  for (let length = path.length - 1; length > 0; length--) {
    const owner = valueAt(value, path.slice(0, length));
    const title = titleOf(owner);
    if (title !== undefined) return `“${steps(path.slice(length))}” of “${title}”`;
  }
  return `“${steps(path)}”`;
}

function titleOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { title, id } = value as { title?: unknown; id?: unknown };
  return [title, id].find((t): t is string => typeof t === 'string' && t.trim() !== '');
}

const steps = (path: JsonPath): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('');
