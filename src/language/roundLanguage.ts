/** Completion and hovers in the front matter of a round's file. */
import * as vscode from 'vscode';
import { INTERVIEWER_HELP, ROUND_HELP, type RoundKeyHelp } from '../core/loop/roundHelp';
import { offerPlaceAt, topKeys, type OfferPlace } from '../core/offer/offerPlace';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { rangeOf } from './convert';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };
const ROUND_FILE = /^[^/]+\/rounds\/[^/]+\.md$/u;

export class RoundLanguage extends Owner implements vscode.HoverProvider, vscode.CompletionItemProvider {
  constructor(private readonly store: PrepStore) {
    super();
    const { languages } = vscode;
    this._register(languages.registerHoverProvider(MARKDOWN, this));
    this._register(languages.registerCompletionItemProvider(MARKDOWN, this, '{', ',', ' ', ':'));
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const place = this.placeAt(document, position);
    if (!place || place.word.start === place.word.end) return undefined;
    const name = place.key ?? document.getText().slice(place.word.start, place.word.end);
    const about = tableAt(place)?.[name]?.about;
    return about === undefined
      ? undefined
      : new vscode.Hover(new vscode.MarkdownString(`**${name}** ${about}`), rangeOf(document, place.word));
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] | undefined {
    const place = this.placeAt(document, position);
    const table = place && tableAt(place);
    if (!place || !table) return undefined;
    const { Property, Value } = vscode.CompletionItemKind;
    const range = rangeOf(document, place.word);
    if (place.key !== undefined)
      return (table[place.key]?.values ?? []).map((value) => {
        const item = new vscode.CompletionItem(value, Value);
        item.range = range;
        return item;
      });
    const text = document.getText();
    const present = place.within.length === 0 ? topKeys(text) : new Set<string>();
    const current = text.slice(place.word.start, place.word.end);
    return Object.entries(table)
      .filter(([key]) => key === current || !present.has(key))
      .map(([key, help], index) => {
        const item = new vscode.CompletionItem(key, Property);
        const isWritten = text[place.word.end] === ':';
        item.insertText = new vscode.SnippetString(isWritten ? key : key + after(help, place));
        item.documentation = new vscode.MarkdownString(help.about);
        item.range = range;
        item.sortText = String(index).padStart(3, '0');
        return item;
      });
  }

  private placeAt(document: vscode.TextDocument, position: vscode.Position): OfferPlace | undefined {
    const isRound = this.store.roots.some(({ uri }) => ROUND_FILE.test(pathUnder(uri, document.uri) ?? ''));
    return isRound ? offerPlaceAt(document.getText(), document.offsetAt(position)) : undefined;
  }
}

/** What follows a key: its snippet where nothing else stands on the line. */
function after({ snippet }: RoundKeyHelp, { isLast }: OfferPlace): string {
  return snippet !== undefined && isLast ? `:${snippet}` : ': ';
}

function tableAt({ within }: OfferPlace): Readonly<Record<string, RoundKeyHelp>> | undefined {
  if (within.length === 0) return ROUND_HELP;
  return within.length === 1 && within[0] === 'interviewers' ? INTERVIEWER_HELP : undefined;
}
