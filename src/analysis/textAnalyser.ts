/** Analyses texts; each version of a document only once. */
import type * as vscode from 'vscode';
import { analyseStory } from '../core/story/lint';
import type { ParsedStories } from '../store/parsedStories';
import type { Checked, CheckedFile } from './checkedFiles';
import type { CheckOptions } from './checkOptions';

/** Larger texts are not checked, in UTF-16 units for a document and bytes for a file. */
export const LARGEST = 512 * 1024;

export class TextAnalyser {
  private readonly documents = new WeakMap<
    vscode.TextDocument,
    { readonly state: string; readonly checked: Checked }
  >();
  private count = 0;

  constructor(
    private readonly options: CheckOptions,
    private readonly stories: ParsedStories,
  ) {}

  /** How many texts were analysed since the start. */
  get analysed(): number {
    return this.count;
  }

  /** @param text undefined where it is too large. */
  ofText(file: CheckedFile, text: string | undefined, version?: number): Checked {
    const { options } = this.options.of(file);
    if (text === undefined || text.length > LARGEST) return { file, text: '', options, version, analysis: undefined };
    this.count += 1;
    const analysis = analyseStory(text, { ...options, parsed: this.stories.parse(file.uri, text) });
    return { file, text, options, version, analysis };
  }

  ofDocument(file: CheckedFile, document: vscode.TextDocument): Checked {
    const state = this.stateOfDocument(file, document);
    const known = this.documents.get(document);
    if (known?.state === state) return known.checked;
    const checked = this.ofText(file, document.getText(), document.version);
    this.documents.set(document, { state, checked });
    return checked;
  }

  /** Equal as long as checking the document again would find the same. */
  stateOfDocument(file: CheckedFile, { version }: vscode.TextDocument): string {
    return `open ${version} ${this.options.of(file).key}`;
  }
}
