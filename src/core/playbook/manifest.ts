/** Reads playbook.json: text in, a playbook and every problem at its own characters out. */
import { withoutBom } from '../markdown/text';
import type { Problem, Span } from '../ports';
import { crossCheck } from './checks';
import { describeIssue, type PlaybookFinding } from './issues';
import { parseJson, jsonPlaceOf, type JsonNode, type JsonPath } from './json';
import { OPTIONAL_PARTS, PlaybookSchema, type Playbook } from './schema';

export const MANIFEST = 'playbook.json';

export interface Manifest {
  /** Undefined when the text is not JSON, or a part that a playbook needs is missing or of the wrong type. */
  readonly playbook: Playbook | undefined;
  readonly problems: readonly Problem[];
  /** Where a path of the playbook is in the text; with `key`, where its name is. Offsets in UTF-16 units. */
  place(path: JsonPath, target?: 'key' | 'value'): Span;
}

/**
 * Reads the text of playbook.json. Unknown keys are warnings; an optional part that is broken is an error and left out;
 * a contradiction between parts is an error, and the playbook is given all the same.
 */
export function readManifest(text: string): Manifest {
  const { root, error, duplicates } = parseJson(text);
  if (!root) {
    const problem =
      text.trim() === ''
        ? {
            start: 0,
            end: text.length,
            message: 'playbook.json is empty: write the playbook in it, or copy one that works.',
          }
        : error;
    const at = problem ?? { start: 0, end: 0, message: '' };
    return { playbook: undefined, problems: [{ path: MANIFEST, severity: 'error', ...at }], place: () => at };
  }
  const doubled = duplicates.map(({ key, keyStart: start, keyEnd: end }): Problem => {
    return {
      path: MANIFEST,
      start,
      end,
      severity: 'warning',
      message: `“${key}” appears twice in the same object, and only this one counts: remove one.`,
    };
  });
  const { playbook, findings } = validate(JSON.parse(withoutBom(text)));
  const place = (path: JsonPath, target: 'key' | 'value' = 'value'): Span => jsonPlaceOf(root, path, target);
  return { playbook, problems: [...doubled, ...findings.map((f) => toProblem(f, root))], place };
}

function validate(value: unknown): { playbook: Playbook | undefined; findings: PlaybookFinding[] } {
  const findings: PlaybookFinding[] = [];
  // At most three times: the value as it is, without its unknown keys, without its broken optional parts.
  for (let attempt = 0; attempt < 3; attempt++) {
    const result = PlaybookSchema.safeParse(value);
    if (result.success) return { playbook: result.data, findings: [...findings, ...crossCheck(result.data)] };
    const { issues } = result.error;
    const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
    const broken = issues.filter((issue) => issue.code !== 'unrecognized_keys');
    const reported = unknown.length > 0 ? unknown : broken;
    findings.push(...reported.flatMap((issue) => describeIssue(issue, value)));
    if (unknown.length > 0) {
      for (const issue of unknown) for (const key of issue.keys) remove(value, [...issue.path, key]);
    } else if (broken.every(({ path: [part] }) => part !== undefined && OPTIONAL_PARTS.has(part))) {
      for (const { path } of broken) remove(value, path.slice(0, 1));
    } else break;
  }
  return { playbook: undefined, findings };
}

/** Takes one property out of a value that nobody else holds. */
function remove(value: unknown, path: JsonPath): void {
  let at = value;
  for (const step of path.slice(0, -1)) at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
  const key = path[path.length - 1];
  if (typeof at === 'object' && at !== null && key !== undefined) Reflect.deleteProperty(at, key);
}

function toProblem({ path, message, severity, target }: PlaybookFinding, root: JsonNode): Problem {
  return { path: MANIFEST, message, severity, ...jsonPlaceOf(root, path, target) };
}
