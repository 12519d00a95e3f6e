/** Worked figures in the text editor: problems, fixes, hovers, completion and lenses in Markdown of the prep folder. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import { canBePractised } from '../core/arithmetic/practiceBlocks';
import { suggestInBlock, type BlockSuggestion } from '../core/blocks/blockCompletion';
import { blockHover } from '../core/blocks/blockHover';
import type { BlockProblem } from '../core/blocks/blockModel';
import { shownProblems } from '../core/blocks/blockRules';
import { mayHaveBlocks } from '../core/blocks/fencedBlocks';
import { readBlockText, type BlockText } from '../core/blocks/readBlocks';
import { recomputeLines } from '../core/blocks/resultLines';
import { classifyLines } from '../core/markdown/outline';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { onDidChangeSetting, ruleLevelsAt } from '../store/settings';
import { fixEdit, rangeOf } from './convert';
import { diagnosticOf } from './diagnostics';
import { blockRulePage } from './rulePages';
import { TypedProblems } from './typedProblems';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** Snippets as VS Code's snippet files have them. */
export type BlockSnippets = Readonly<
  Record<string, { readonly prefix: string; readonly description: string; readonly body: readonly string[] }>
>;

/** One version of a document: read once, whoever asks about it, and however often the cursor moves. */
interface ReadDocument {
  readonly version: number;
  /** Undefined where there is no block. */
  readonly read: BlockText | undefined;
  /** What is shown of its problems, with the levels of rules that they are shown by. */
  shown?: { readonly levels: string; readonly problems: readonly BlockProblem[] };
}

/** The blocks of open documents: each version is read once. */
export class BlockReads {
  private readonly read = new WeakMap<vscode.TextDocument, ReadDocument>();

  constructor(private readonly store: PrepStore) {}

  /** Undefined for a document that is not in the prep folder, has no block, or is too large. */
  of(document: vscode.TextDocument): BlockText | undefined {
    return this.versionOf(document)?.read;
  }

  problems(document: vscode.TextDocument): readonly BlockProblem[] {
    const version = this.versionOf(document);
    if (!version?.read || version.read.blocks.length === 0) return [];
    const levels = ruleLevelsAt(document.uri);
    const key = JSON.stringify(levels);
    if (version.shown?.levels !== key) {
      const { text, blocks, parsed } = version.read;
      version.shown = { levels: key, problems: shownProblems(text, blocks, levels, parsed) };
    }
    return version.shown.problems;
  }

  /** Whether blocks can be written in a document. */
  takes(document: vscode.TextDocument): boolean {
    return this.versionOf(document) !== undefined;
  }

  private versionOf(document: vscode.TextDocument): ReadDocument | undefined {
    if (document.languageId !== 'markdown' || document.isClosed || !this.isOurs(document.uri)) return undefined;
    const known = this.read.get(document);
    if (known?.version === document.version) return known;
    const text = document.getText();
    const isRead = text.length <= LARGEST && mayHaveBlocks(text);
    const now: ReadDocument = { version: document.version, read: isRead ? readBlockText(text) : undefined };
    this.read.set(document, now);
    return now;
  }

  private isOurs(uri: vscode.Uri): boolean {
    return this.store.roots.some((root) => pathUnder(root.uri, uri) !== undefined);
  }
}

const isMarkdown = ({ languageId }: vscode.TextDocument): boolean => languageId === 'markdown';

function diagnosticsOf(document: vscode.TextDocument, reads: BlockReads): vscode.Diagnostic[] {
  return reads.problems(document).map((problem) => {
    const target = blockRulePage(problem.code);
    const code = target ? { value: problem.code, target } : problem.code;
    return diagnosticOf(rangeOf(document, problem), problem, code);
  });
}

class BlockCodeActions implements vscode.CodeActionProvider {
  constructor(private readonly reads: BlockReads) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const rewritings =
      only?.intersects(vscode.CodeActionKind.RefactorRewrite) === false ? [] : this.inWords(document, range);
    if (only?.intersects(vscode.CodeActionKind.QuickFix) === false) return rewritings;
    const here = this.reads
      .problems(document)
      .filter((problem) => rangeOf(document, problem).intersection(range) !== undefined);
    const fixes = here.flatMap((problem) =>
      problem.fixes.map((fix) => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.edit = fixEdit(document, fix);
        action.diagnostics = diagnostics.filter(
          ({ code, message }) =>
            (typeof code === 'object' ? code.value : code) === problem.code && message === problem.message,
        );
        return action;
      }),
    );
    return [...fixes, ...rewritings];
  }

  /** Writes or renews the result below the block at a place if it is missing or out of date. */
  private inWords(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const read = this.reads.of(document);
    const at = document.offsetAt(range.start);
    if (!read?.blocks.some(({ start, end }) => start <= at && at <= end)) return [];
    const { edits, written } = recomputeLines(read, at);
    if (written === 0 || edits.length === 0) return [];
    const action = new vscode.CodeAction('Write the result in words below', vscode.CodeActionKind.RefactorRewrite);
    action.edit = fixEdit(document, { title: action.title, edits });
    return [action];
  }
}

class BlockLenses extends Owner implements vscode.CodeLensProvider {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.didChange.event;

  constructor(private readonly reads: BlockReads) {
    super();
  }

  refresh(): void {
    this.didChange.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    return (this.reads.of(document)?.blocks ?? []).flatMap((block, index) => {
      const { start, headline } = block;
      if (headline === undefined) return [];
      const range = rangeOf(document, { start, end: start });
      const said = new vscode.CodeLens(range, { title: headline, command: '' });
      if (!canBePractised(block)) return [said];
      const argument = { uri: document.uri, block: index };
      return [said, new vscode.CodeLens(range, commandOf('prepLoop.practiseArithmetic', 'Practise', argument))];
    });
  }
}

class BlockHovers implements vscode.HoverProvider {
  constructor(private readonly reads: BlockReads) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const read = this.reads.of(document);
    const hover = read && blockHover(read.text, read.blocks, document.offsetAt(position));
    return hover && new vscode.Hover(new vscode.MarkdownString(hover.text), rangeOf(document, hover));
  }
}

const KINDS: Readonly<Record<BlockSuggestion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  unit: vscode.CompletionItemKind.Unit,
  name: vscode.CompletionItemKind.Variable,
};

class BlockCompletions implements vscode.CompletionItemProvider {
  constructor(
    private readonly reads: BlockReads,
    private readonly snippets: BlockSnippets,
  ) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): vscode.CompletionItem[] | undefined {
    if (!this.reads.takes(document)) return undefined;
    const read = this.reads.of(document);
    const found = read && suggestInBlock(read.text, document.offsetAt(position), read.fenced);
    if (!found) {
      return triggerKind === vscode.CompletionTriggerKind.TriggerCharacter
        ? undefined
        : begun(this.snippets, document, position);
    }
    const range = rangeOf(document, found.replace);
    return found.items.map(({ label, insert, kind, detail }, index) => {
      const item = new vscode.CompletionItem({ label, description: detail }, KINDS[kind]);
      item.insertText = insert;
      item.filterText = insert;
      item.range = range;
      item.sortText = String(index).padStart(4, '0');
      return item;
    });
  }
}

/** The three blocks as snippets, at the start of a line of text. */
function begun(
  blockSnippets: BlockSnippets,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const typed = before.trimStart();
  if (!/^[a-z-]*$/u.test(typed) || classifyLines(document.getText())[position.line] !== 'text') return [];
  const range = new vscode.Range(position.translate(0, -typed.length), position);
  return Object.entries(blockSnippets).map(([name, { prefix, description, body }]) => {
    const item = new vscode.CompletionItem({ label: prefix, description: name }, vscode.CompletionItemKind.Snippet);
    item.insertText = new vscode.SnippetString(body.join('\n'));
    item.detail = description;
    item.range = range;
    return item;
  });
}

/** Puts together what the editor shows of worked figures. */
export class BlockLanguage extends Owner {
  constructor(store: PrepStore, snippets: BlockSnippets) {
    super();
    const { languages } = vscode;
    const reads = new BlockReads(store);
    const lenses = this._register(new BlockLenses(reads));
    const problems = this._register(
      new TypedProblems('blocks', {
        follows: isMarkdown,
        problemsOf: (document) => (isMarkdown(document) ? diagnosticsOf(document, reads) : undefined),
        checked: () => lenses.refresh(),
      }),
    );
    this._register(onDidChangeSetting(['lint.rules'], () => problems.showAll()));
    this._register(store.onDidChange((entries) => entries === undefined && problems.showAll()));
    this._register(languages.registerCodeLensProvider(MARKDOWN, lenses));
    this._register(
      languages.registerCodeActionsProvider(MARKDOWN, new BlockCodeActions(reads), {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite],
      }),
    );
    this._register(languages.registerHoverProvider(MARKDOWN, new BlockHovers(reads)));
    this._register(
      languages.registerCompletionItemProvider(MARKDOWN, new BlockCompletions(reads, snippets), ':', '=', ' '),
    );
  }
}
