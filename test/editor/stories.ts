/** What the tests of stories in the editor share. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, workspaceUri, write } from './support';

/** A weak story: something for most of the rules to say. */
export const WEAK = `---
title: Recommendations
competencies: [impact]
rounds: [system-design]
---

# Recommendations

## Situation

Our advertisers chose from rules that had grown over years.

## Impact

It was an exciting project for everybody. I doubled conversion and added $2M of revenue.

## Action

We built a transformer. Latency is now 35 ms.

## Result

\${metric} went up, and engagement improved significantly.
`;

/** A story with nothing to say against. */
export const STRONG = `---
title: Bid model
competencies: [impact]
rounds: [system-design]
---

# Bid model

## Impact

I raised revenue by $2M a year by cutting bid latency from 120 ms to 35 ms for 4,000 advertisers.

## Situation

Our bids were scored in batches, so that they came an hour late.

## Task

I was to bring scoring into the request, inside a budget of 40 ms.

## Action

I chose a small model, moved its features into the stream, and rolled it out by partition.

## Result

Win rates rose by 18% within two quarters, and the cost of a prediction fell from $0.40 to $0.25 a thousand.

## Trade-offs

I gave up two points of accuracy to stay inside the budget instead of adding machines.
`;

/**
 * What `WEAK` has nothing of: a sentence to repeat from Result, one section that lacks and one that is empty, a model,
 * too many words.
 */
export const OTHERWISE_WEAK = `---
title: The import
spoken: 5
---

## Impact

I led the import of our shops.

## Situation

Shops left in their second month.

## Task

## Action

I built a transformer for the search.

## Result

Churn fell by 4%.
`;

export const WITHOUT_FIGURE = STRONG.replace(/I raised revenue .*/u, 'I led the bid model.').replace(
  /Win rates rose .*/u,
  'Everyone was glad of it.',
);

export const crlf = (text: string): string => text.replace(/\n/gu, '\r\n');

export const storyUri = (name: string): vscode.Uri => workspaceUri('prep', 'stories', `${name}.md`);

/** Sets a setting of the checks for the workspace. */
export async function setLint(name: 'scope' | 'rules', value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('prepLoop')
    .update(`lint.${name}`, value, vscode.ConfigurationTarget.Workspace);
}

let opened = 0;

/**
 * Writes a story under a name of its own and opens it in an editor: VS Code keeps the text of a closed one for a while.
 */
export async function openStory(text: string): Promise<vscode.TextEditor> {
  opened += 1;
  const uri = storyUri(`story-${opened}`);
  await write(uri, text);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  assert.equal(editor.document.getText(), text);
  return editor;
}

/** Our problems of a file as `code “text”`; those without a code as their message. */
export function problems(
  uri: vscode.Uri,
): { code: string; range: vscode.Range; severity: vscode.DiagnosticSeverity; message: string }[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'prep-loop')
    .map(({ code, range, severity, message }) => ({
      code: String(typeof code === 'object' ? code.value : (code ?? '')),
      range,
      severity,
      message,
    }));
}

export const codesOf = (uri: vscode.Uri): string[] =>
  problems(uri)
    .map(({ code }) => code)
    .sort();

/** Waits until a file has exactly these codes, in whatever order. */
export async function shows(uri: vscode.Uri, codes: readonly string[], limit = 8000): Promise<void> {
  const wanted = [...codes].sort().join();
  await until(`${wanted || 'no problem'} in ${uri.path}`, () => codesOf(uri).join() === wanted, limit).catch(
    (error: unknown) => {
      throw new Error(`${String(error)}; there is: ${codesOf(uri).join()}`);
    },
  );
}

/** The range of a piece of a document's text. */
export function rangeIn(document: vscode.TextDocument, piece: string): vscode.Range {
  const at = document.getText().indexOf(piece);
  assert.ok(at >= 0, `“${piece}” is not in the text`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + piece.length));
}

export async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
  );
  // Markdown's own extension has actions too.
  return found.filter((action) => ours.test(`${action.title} ${action.kind?.value ?? ''}`));
}

const ours = new RegExp(
  [
    'Silence here|Lead with the impact|Add the missing|Reorder sections|State the baseline|Ask for the figure',
    'Ask what you did|Say “I”|Go to the next blank|Open the page on|Turn labels|Turn this rule|prep-loop',
  ].join('|'),
  'u',
);
