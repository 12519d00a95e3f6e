/** Completion in stories: ids in the front matter; metrics, units and targets in the body. */
import * as vscode from 'vscode';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { listPlaceAt } from '../core/frontMatter/lists';
import { suggest, type Suggestion } from '../core/story/completion';
import type { PrepRoot, PrepStore } from '../store/api';
import { rangeOf } from './convert';

const KEYS = ['competencies', 'rounds'] as const;

/** Characters after which an id is expected; in the body they trigger nothing. */
export const COMPLETION_TRIGGERS = ['[', ',', ' ', '-'] as const;

export class StoryCompletions implements vscode.CompletionItemProvider {
  constructor(
    private readonly analyses: StoryAnalyses,
    private readonly store: PrepStore,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const file = this.analyses.fileOf(document);
    if (file?.kind !== 'story') return undefined;
    const text = document.getText();
    const offset = document.offsetAt(position);
    const place = listPlaceAt(text, offset, KEYS);
    if (place) {
      const known = await this.ids(file.root, place.key as (typeof KEYS)[number]);
      if (token.isCancellationRequested) return undefined;
      const range = rangeOf(document, place.replace);
      return known
        .filter(({ id }) => !place.others.includes(id))
        .map(({ id, title }) => {
          const item = new vscode.CompletionItem(
            { label: id, description: title },
            vscode.CompletionItemKind.EnumMember,
          );
          item.range = range;
          item.filterText = `${id} ${title}`;
          item.insertText =
            place.style === 'empty'
              ? spaced(text, offset, `[${id}]`)
              : place.style === 'block'
                ? spaced(text, offset, id)
                : id;
          return item;
        });
    }
    // A space or a dash is typed all the time: in prose, completions come only on request.
    if (triggerKind === vscode.CompletionTriggerKind.TriggerCharacter) return undefined;
    const checked = this.analyses.of(document);
    if (!checked || offset < checked.analysis.parsed.bodyStart) return undefined;
    const { analysis, options } = checked;
    const { replace, items } = suggest(text, offset, {
      quantities: analysis.quantities,
      targets: options.playbook?.targets ?? [],
    });
    const range = rangeOf(document, replace);
    return items.map((item, index) => bodyItem(item, index, range));
  }

  /**
   * The competencies or rounds of the playbooks of the folder's loops; of all playbooks at hand where there is no loop
   * yet.
   */
  private async ids(root: PrepRoot, key: (typeof KEYS)[number]): Promise<{ id: string; title: string }[]> {
    const loops = (await this.store.loops()).filter((loop) => loop.root.uri.toString() === root.uri.toString());
    const used = (await Promise.all(loops.map((loop) => this.store.playbookOf(loop)))).flatMap(
      (entry) => entry?.playbook ?? [],
    );
    const playbooks =
      used.length > 0 ? used : (await this.store.playbooks(root)).flatMap((entry) => entry.playbook ?? []);
    const titles = new Map<string, string>();
    for (const playbook of playbooks)
      for (const { id, title } of playbook[key]) if (!titles.has(id)) titles.set(id, title);
    return [...titles].map(([id, title]) => ({ id, title }));
  }
}

/** YAML wants a space after a colon and after a dash. */
function spaced(text: string, offset: number, insert: string): string {
  return /[:-]/u.test(text[offset - 1] ?? '') ? ` ${insert}` : insert;
}

const KINDS: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  metric: vscode.CompletionItemKind.Value,
  unit: vscode.CompletionItemKind.Unit,
  target: vscode.CompletionItemKind.Constant,
};

function bodyItem(
  { text, kind, detail, filter }: Suggestion,
  index: number,
  range: vscode.Range,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: text.trim(), description: detail }, KINDS[kind]);
  item.insertText = text;
  item.range = range;
  item.filterText = filter ?? text;
  item.sortText = String(index).padStart(4, '0');
  return item;
}
