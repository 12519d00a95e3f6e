/** Story templates: the user's own, those that ship, and those of the playbooks at hand. */
import * as vscode from 'vscode';
import { BUILT_IN_TEMPLATES, readTemplate, type StoryTemplate } from '../core/story/templates';
import type { PrepRoot, PrepStore, TextFiles } from './api';
import { EXAMPLES_FOLDER, playbookExample, shippedExample } from './exampleUris';
import { listFolder } from './files';

export const TEMPLATES_FOLDER = 'templates';

export type TemplateOrigin =
  | { readonly kind: 'own' }
  | { readonly kind: 'built-in' }
  | { readonly kind: 'playbook'; /** Its title. */ readonly playbook: string };

export interface TemplateEntry {
  readonly template: StoryTemplate;
  readonly origin: TemplateOrigin;
  /** The same template filled in, to be read; undefined where there is none. */
  readonly example: vscode.Uri | undefined;
}

export class TemplateStore {
  /** @param extension the folder of the extension, which holds `content/templates`. */
  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: PrepStore,
    private readonly files: TextFiles,
  ) {}

  /**
   * What can be chosen in a root: the user's own first, then the built-in ones and the playbooks'. One of the user's
   * own hides every other of the same name; names are compared without regard to case.
   */
  async entries(root: PrepRoot | undefined): Promise<readonly TemplateEntry[]> {
    const [own, builtIn, entries] = await Promise.all([
      root ? this.own(root) : [],
      this.builtIns(),
      this.store.playbooks(root),
    ]);
    const playbooks = entries.flatMap((entry) =>
      (entry.playbook?.stories ?? []).map(({ id, text }): TemplateEntry => ({
        template: readTemplate(id, text),
        origin: { kind: 'playbook', playbook: entry.playbook?.title ?? '' },
        example: entry.playbook?.examples.includes(id)
          ? playbookExample(entry, `${EXAMPLES_FOLDER}/${id}.md`)
          : undefined,
      })),
    );
    const others = [...builtIn, ...playbooks];
    const hidden = (mine: TemplateEntry): TemplateEntry | undefined =>
      others.find(({ template }) => fold(template.id) === fold(mine.template.id));
    const names = new Set(own.map(({ template }) => fold(template.id)));
    return [
      // A user's template without an example of its own takes that of the one that it hides.
      ...own.map((mine) => ({ ...mine, example: mine.example ?? hidden(mine)?.example })),
      ...others.filter(({ template }) => !names.has(fold(template.id))),
    ];
  }

  /** The template of a name: the user's own before the built-in one before a playbook's. */
  async find(root: PrepRoot | undefined, id: string): Promise<TemplateEntry | undefined> {
    return (await this.entries(root)).find(({ template }) => fold(template.id) === fold(id));
  }

  /** The built-in templates' files as they ship. */
  async builtInFiles(): Promise<readonly { readonly id: string; readonly text: string }[]> {
    const folder = vscode.Uri.joinPath(this.extension, 'content', TEMPLATES_FOLDER);
    // By name, because an extension served over http can read its files but not list its folders.
    return Promise.all(
      BUILT_IN_TEMPLATES.map(async (id) => {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, `${id}.md`));
        return { id, text: new TextDecoder().decode(bytes) };
      }),
    );
  }

  private async builtIns(): Promise<TemplateEntry[]> {
    return (await this.builtInFiles()).map(({ id, text }) => ({
      template: readTemplate(id, text),
      origin: { kind: 'built-in' },
      example: shippedExample(EXAMPLES_FOLDER, `${id}.md`),
    }));
  }

  private async own(root: PrepRoot): Promise<TemplateEntry[]> {
    const folder = vscode.Uri.joinPath(root.uri, TEMPLATES_FOLDER);
    const examples = vscode.Uri.joinPath(folder, EXAMPLES_FOLDER);
    const [names, filled] = await Promise.all([markdownNames(folder), markdownNames(examples)]);
    const read = await Promise.all(
      names.sort().map(async (name): Promise<TemplateEntry[]> => {
        const text = await this.files.read(vscode.Uri.joinPath(folder, name));
        if (text === undefined) return [];
        const template = readTemplate(name.slice(0, -3), text);
        const example = filled.find((each) => fold(each) === fold(name));
        const uri = example === undefined ? undefined : vscode.Uri.joinPath(examples, example);
        return [{ template, origin: { kind: 'own' }, example: uri }];
      }),
    );
    return read.flat();
  }
}

async function markdownNames(folder: vscode.Uri): Promise<string[]> {
  return (await listFolder(folder))
    .filter(({ name, isFolder }) => !isFolder && /^[^.].*\.md$/iu.test(name))
    .map(({ name }) => name);
}

function fold(id: string): string {
  return id.normalize('NFC').toLowerCase();
}
