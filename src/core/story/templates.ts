import { stringify } from 'yaml';
import { writeBlank } from '../markdown/blanks';
import { locateFrontMatter } from '../markdown/frontMatter';
import { withoutBom } from '../markdown/text';
import {
  eachNode,
  escapeSnippet,
  isTooLong,
  mapSnippet,
  parseSnippet,
  snippetText,
  writeSnippet,
  type SnippetNode,
} from './snippetSyntax';

/**
 * A story's template: a Markdown file in VS Code's snippet syntax. Its front matter may have two keys of its own, which
 * no story gets: `template`, its name in the pick, and `description`. Its lines `title:`, `competencies:` and `rounds:`
 * are filled from what the story is made with, and `${TITLE}` stands for the title in the body.
 */
export interface StoryTemplate {
  /** The file's name without `.md`. */
  readonly id: string;
  /** What the pick shows. */
  readonly name: string;
  readonly description: string | undefined;
  /** Why its snippet syntax cannot be used: then it is inserted as plain text. */
  readonly problem: { readonly message: string; /** 1-based. */ readonly line: number } | undefined;
  /** The file's text, with `\n` line breaks and without a byte-order mark. */
  readonly text: string;
}

export interface StoryValues {
  readonly title: string;
  readonly competencies?: readonly string[] | undefined;
  readonly rounds?: readonly string[] | undefined;
}

export interface FilledTemplate {
  /** What the story says when nothing is typed: what its file is created with. */
  readonly text: string;
  /** The same text with tab stops; undefined for a broken template. */
  readonly snippet: string | undefined;
}

/**
 * The ids of the templates that ship, in the order of the pick; the first is what a story is made with when none is
 * named.
 */
export const BUILT_IN_TEMPLATES: readonly string[] = [
  'star',
  'launch',
  'streaming-ml-model',
  'prioritisation',
  'failure',
  'influence-without-authority',
];

const OWN_KEYS = /^(?:template|description):.*\n/gmu;
/** Variables that the editor fills in; any other name is a blank of ours. */
const EDITOR_VARIABLES =
  /^(?:TM_\w+|CLIPBOARD|WORKSPACE_\w+|RELATIVE_FILEPATH|CURSOR_\w+|CURRENT_\w+|RANDOM|RANDOM_HEX|UUID|BLOCK_COMMENT_START|BLOCK_COMMENT_END|LINE_COMMENT|SELECTION)$/u;

/** Reads a template. Never throws: a broken one says so. */
export function readTemplate(id: string, file: string): StoryTemplate {
  const text = withoutBom(file).replace(/\r\n?/gu, '\n');
  const { front } = split(text);
  const parsed = parseSnippet(text);
  const problem =
    'problem' in parsed
      ? { message: parsed.problem.message, line: text.slice(0, parsed.problem.offset).split('\n').length }
      : undefined;
  return {
    id,
    name: ownValue(front, 'template') ?? nameFromId(id),
    description: ownValue(front, 'description'),
    problem,
    text,
  };
}

/**
 * Fills a template in. What it asks for becomes a blank (`{{…}}`) that the story shows, and that checks find, until it
 * is typed over.
 */
export function fillTemplate(template: StoryTemplate, values: StoryValues): FilledTemplate {
  const { front, body } = split(template.text);
  const kept = front.replace(OWN_KEYS, '');
  if (template.problem) return { text: fillPlain(kept, body, values), snippet: undefined };
  const head = parseSnippet(fillFront(kept, values, escapeSnippet));
  const rest = parseSnippet(body);
  // A placeholder that opens in the front matter and closes in the body is whole in the file, and in neither part.
  if ('problem' in head || 'problem' in rest) return { text: fillPlain(kept, body, values), snippet: undefined };
  const titleStop = soleStop(kept, 'title');
  const known = mapSnippet([...withoutBlanks(head.nodes), ...markBlanks(rest.nodes)], (node) => {
    if (node.kind === 'variable' && node.name === 'TITLE') return [{ kind: 'text', text: values.title }];
    return node.kind === 'stop' && node.id === titleStop ? [{ kind: 'text', text: values.title }] : [node];
  });
  const nodes = numberBlanks(known);
  if (isTooLong(nodes, template.text.length)) return { text: fillPlain(kept, body, values), snippet: undefined };
  return { text: snippetText(nodes), snippet: writeSnippet(nodes) };
}

/** A snippet's body with its blanks marked as a template's are. A broken one comes back as it is. */
export function markSnippetBlanks(snippet: string): string {
  const parsed = parseSnippet(snippet);
  return 'problem' in parsed ? snippet : writeSnippet(numberBlanks(markBlanks(parsed.nodes)));
}

/** Stands for a blank: no text has it. */
const BLANK = '\u0000';

/**
 * What a template's body says for itself, between its blanks: its headings and the beginnings and ends of its
 * sentences, in order. A story that was made from it still says most of it. Empty for a broken template.
 */
export function fixedWords(template: Pick<StoryTemplate, 'text'>): string[] {
  const parsed = parseSnippet(split(template.text).body);
  if ('problem' in parsed) return [];
  const marked = mapSnippet(parsed.nodes, (node) => (node.kind === 'text' ? [node] : [{ kind: 'text', text: BLANK }]));
  return snippetText(marked)
    .split(BLANK)
    .map((words) => words.trim())
    .filter((words) => words !== '');
}

/** Shorter pieces of a template, such as “by”, are in every text. */
const FEWEST_WORDS = 3;
/** A story that says less of a template than this was not made from it, or is its own by now. */
const LEAST_SHARE = 0.5;

/**
 * The template that a story was made from, by how much of it the story still says; undefined where that is too little
 * of any.
 * @param templates the earlier one is taken where two fit equally well.
 */
export function templateOf<T extends Pick<StoryTemplate, 'text'>>(
  story: string,
  templates: readonly T[],
): T | undefined {
  const text = story.replace(/\r\n?/gu, '\n');
  let best: T | undefined;
  let most = LEAST_SHARE;
  for (const template of templates) {
    const pieces = fixedWords(template)
      .flatMap((words) => words.split('\n'))
      .filter((words) => !words.startsWith('#') && words.split(/\s+/u).length >= FEWEST_WORDS);
    const share = pieces.filter((words) => text.includes(words)).length / Math.max(1, pieces.length);
    if (share < most || (best && share === most)) continue;
    [best, most] = [template, share];
  }
  return best;
}

function split(text: string): { front: string; body: string } {
  const range = locateFrontMatter(text);
  return typeof range === 'object'
    ? { front: text.slice(0, range.bodyStart), body: text.slice(range.bodyStart) }
    : { front: '', body: text };
}

function ownValue(front: string, key: string): string | undefined {
  const line = front.split('\n').find((candidate) => candidate.startsWith(`${key}:`));
  const value = line?.slice(key.length + 1).trim();
  const quoted = value !== undefined && value.length >= 2 && /^(?:".*"|'.*')$/u.test(value);
  return (quoted ? value.slice(1, -1) : value) || undefined;
}

function nameFromId(id: string): string {
  const words = id.replace(/[-_]+/gu, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The front matter with the values in their lines; `write` makes YAML fit what it stands in. */
function fillFront(front: string, values: StoryValues, write: (yaml: string) => string): string {
  let result = front === '' ? '---\n---\n\n' : front;
  const lists = [
    ['rounds', values.rounds],
    ['competencies', values.competencies],
  ] as const;
  for (const [key, list] of lists) {
    if (list && list.length > 0) result = setLine(result, key, write(`[${list.map(yamlInList).join(', ')}]`));
  }
  return setLine(result, 'title', write(yaml(values.title)));
}

/** Sets a key's line; a key that is missing is added in front of the others. */
function setLine(front: string, key: string, value: string): string {
  const lines = front.split('\n');
  const index = lines.findIndex((line) => line.startsWith(`${key}:`));
  const at = index < 0 ? 1 : index;
  let end = index < 0 ? at : at + 1;
  // Lines of a list that the line had below it are part of the old value.
  if (index >= 0) while (/^(?:[ \t]+\S|- )/u.test(lines[end] ?? '')) end += 1;
  return [...lines.slice(0, at), `${key}: ${value}`, ...lines.slice(end)].join('\n');
}

function yaml(text: string): string {
  return stringify(text.replace(/\s+/gu, ' ').trim(), { lineWidth: 0 }).trimEnd();
}

function yamlInList(text: string): string {
  const written = yaml(text);
  return /^[\w-]+$/u.test(written) || /^["']/u.test(written) ? written : JSON.stringify(text);
}

function fillPlain(front: string, body: string, values: StoryValues): string {
  return (fillFront(front, values, (written) => written) + body).split('${TITLE}').join(values.title);
}

/** The number of the tab stop that is all of a front-matter value, so that its mirrors say the same. */
function soleStop(front: string, key: string): number | undefined {
  const value = ownValue(front, key);
  const parsed = value === undefined ? undefined : parseSnippet(value);
  const [node, ...more] = parsed && 'nodes' in parsed ? parsed.nodes : [];
  return node?.kind === 'stop' && more.length === 0 ? node.id : undefined;
}

/** Puts `{{…}}` around what a placeholder asks for. A choice stays as it is: each of its texts is an answer. */
function markBlanks(nodes: readonly SnippetNode[]): SnippetNode[] {
  return mapSnippet(nodes, (node) => {
    if (node.kind === 'text' || node.transform !== undefined || node.children.some((child) => child.kind !== 'text'))
      return [node];
    const asked = snippetText(node.children);
    if (asked.trim() === '' || asked.startsWith('{{')) return [node];
    return [{ ...node, children: [{ kind: 'text', text: writeBlank(asked) }] }];
  });
}

/** In YAML a blank's braces would mean something: there, what is asked for without a default is left empty. */
function withoutBlanks(nodes: readonly SnippetNode[]): SnippetNode[] {
  return mapSnippet(nodes, (node) =>
    node.kind === 'variable' && node.children.length === 0 && node.name !== 'TITLE' && !EDITOR_VARIABLES.test(node.name)
      ? [{ ...node, children: [{ kind: 'text', text: '' }] }]
      : [node],
  );
}

/** Makes a tab stop of every variable that the editor does not know; the same name is the same stop. */
function numberBlanks(nodes: readonly SnippetNode[]): SnippetNode[] {
  let last = 0;
  for (const node of eachNode(nodes)) if (node.kind === 'stop') last = Math.max(last, node.id);
  const numbers = new Map<string, number>();
  return mapSnippet(nodes, (node) => {
    if (node.kind !== 'variable' || EDITOR_VARIABLES.test(node.name)) return [node];
    const id = numbers.get(node.name) ?? ++last;
    const first = !numbers.has(node.name);
    numbers.set(node.name, id);
    if (!first) return [{ kind: 'stop', id, children: [] }];
    return [
      {
        kind: 'stop',
        id,
        children: node.children.length > 0 ? node.children : [{ kind: 'text', text: writeBlank(node.name) }],
      },
    ];
  });
}
