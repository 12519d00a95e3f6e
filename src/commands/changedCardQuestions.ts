/** Asks once, when a file of drill cards is saved, whether a card that asks something else now is the same card. */
import * as vscode from 'vscode';
import { changedCards, type ChangedCard } from '../core/recall/cardRenames';
import { OWN_CARDS_FILE, readOwnCards } from '../core/recall/ownCards';
import type { RecallCard } from '../core/recall/recallCards';
import { runCommand } from '../editorCommands';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop } from '../store/api';
import { nameOf, parentOf, pathUnder } from '../store/files';
import { cardsAndReviews, type CardHistoryParts } from './cardHistoryCommand';

const { t } = vscode.l10n;

/** By then the editor has said whether a document that changed has to be saved, in milliseconds. */
const SETTLED = 300;

interface Question extends ChangedCard {
  readonly located: LocatedLoop;
}

export class ChangedCardQuestions extends Owner {
  /** What each open file said when its cards were last compared. */
  private readonly texts = new Map<string, string>();
  /** Files that were saved by themselves while their user may still be writing. */
  private readonly savedByItself = new Set<string>();
  /** What a card that was asked about is called by now, as its question may change again before the answer. */
  private readonly later = new Map<string, string>();
  private readonly settling = this._register(new Debouncer(() => this.settled(), SETTLED));

  constructor(private readonly parts: Omit<CardHistoryParts, 'clock'>) {
    super();
    const { workspace, window } = vscode;
    for (const document of workspace.textDocuments) this.opened(document);
    this._register(workspace.onDidOpenTextDocument((document) => this.opened(document)));
    this._register(workspace.onDidChangeTextDocument(({ document }) => this.changed(document)));
    this._register(workspace.onWillSaveTextDocument(({ document, reason }) => this.saving(document, reason)));
    this._register(workspace.onDidSaveTextDocument((document) => this.saved(document)));
    this._register(window.onDidChangeActiveTextEditor((editor) => this.left(editor?.document)));
    this._register(workspace.onDidCloseTextDocument((document) => this.closed(document)));
  }

  private opened(document: vscode.TextDocument): void {
    // What one says that was restored unsaved is no card's former question.
    if (nameOf(document.uri) === OWN_CARDS_FILE && !document.isDirty)
      this.texts.set(document.uri.toString(), document.getText());
  }

  /** What another program wrote, or a pull brought in, was asked about where it was written, if at all. */
  private changed(document: vscode.TextDocument): void {
    if (nameOf(document.uri) === OWN_CARDS_FILE && !document.isDirty) this.settling.schedule();
  }

  private settled(): void {
    for (const document of vscode.workspace.textDocuments)
      if (!this.savedByItself.has(document.uri.toString())) this.opened(document);
  }

  private saving({ uri }: vscode.TextDocument, reason: vscode.TextDocumentSaveReason): void {
    if (reason === vscode.TextDocumentSaveReason.AfterDelay) this.savedByItself.add(uri.toString());
    else this.savedByItself.delete(uri.toString());
  }

  private saved(document: vscode.TextDocument): void {
    if (nameOf(document.uri) !== OWN_CARDS_FILE || this.savedByItself.has(document.uri.toString())) return;
    void this.compare(document);
  }

  /** Another editor has the focus: whoever wrote in the one before is done. */
  private left(active: vscode.TextDocument | undefined): void {
    for (const document of vscode.workspace.textDocuments)
      if (document !== active && this.savedByItself.delete(document.uri.toString())) void this.compare(document);
  }

  private closed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (this.savedByItself.delete(key)) void this.compare(document);
    this.texts.delete(key);
  }

  private async compare(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const [before, text] = [this.texts.get(key), document.getText()];
    this.texts.set(key, text);
    if (before === undefined || before === text) return;
    const changed = changedCards(cardsOf(before), cardsOf(text));
    for (const { was, card } of changed) {
      this.later.set(was.id, card.id);
      this.later.delete(card.id);
    }
    if (changed.length > 0) await this.ask(await this.questionsOn(document.uri, changed));
  }

  /** Of what may have changed: what was reviewed in a loop that has these cards, and is asked no more. */
  private async questionsOn(file: vscode.Uri, changed: readonly ChangedCard[]): Promise<readonly Question[]> {
    const folder = parentOf(file).toString();
    const { store } = this.parts;
    const loops = (await store.loops()).filter(({ root }) => pathUnder(root.uri, file) !== undefined);
    const questions = await Promise.all(
      loops.map(async (located) => {
        const playbook = (await store.playbookOf(located))?.uri;
        const folders = [located.uri, located.root.uri, playbook].map((uri) => uri?.toString());
        if (!folders.includes(folder)) return [];
        const { cards, reviews } = await cardsAndReviews(this.parts, located);
        const there = new Set(cards.map(({ id }) => id));
        const reviewed = new Set(reviews.map(({ card }) => card));
        return changed
          .filter(({ was, card }) => reviewed.has(was.id) && !there.has(was.id) && there.has(card.id))
          .map((each) => ({ ...each, located }));
      }),
    );
    return questions.flat();
  }

  private async ask(questions: readonly Question[]): Promise<void> {
    const [first] = questions;
    if (!first) return;
    const count = new Set(questions.map(({ card }) => card.id)).size;
    const [message, keep, isNew] =
      count === 1
        ? [
            t('“{0}” now asks “{1}”. Is it the same card?', first.was.question, first.card.question),
            t('Keep Its History'),
            t('It’s a New Card'),
          ]
        : [
            t('{0} cards ask something else now, such as “{1}”. Are they the same cards?', count, first.card.question),
            t('Keep Their History'),
            t('They’re New Cards'),
          ];
    if ((await vscode.window.showInformationMessage(message, keep, isNew)) !== keep) return;
    for (const { located, was, card } of questions) {
      const now = this.nowOf(card);
      if (now !== was.id) await runCommand('prepLoop.keepCardHistory', { loop: located.uri, was: was.id, card: now });
    }
  }

  private nowOf({ id }: RecallCard): string {
    let now = id;
    for (let next = this.later.get(now); next !== undefined; next = this.later.get(now)) now = next;
    return now;
  }
}

function cardsOf(text: string): readonly RecallCard[] {
  return readOwnCards(text, OWN_CARDS_FILE, { competencies: new Set(), rounds: new Set() }).cards;
}
