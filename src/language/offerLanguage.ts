/** Offers in the text editor: problems of their front matter as it is typed, completion and hovers. */
import type * as vscode from 'vscode';
import { offerHover, suggestInOffer } from '../core/offer/offerLanguage';
import { readOffer } from '../core/offer/readOffer';
import { checkedPath } from '../core/story/checked';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import { rangeOf } from './convert';
import { diagnosticOf } from './diagnostics';
import { registerKeyLanguage, textAtPath } from './keyLanguage';
import { TypedProblems } from './typedProblems';

/** Puts together what the editor shows of offers. */
export class OfferLanguage extends Owner {
  constructor(store: PrepStore) {
    super();
    const textOf = (document: vscode.TextDocument): string | undefined =>
      textAtPath(store, document, (path) => checkedPath(path)?.kind === 'offer');
    const problems = this._register(
      new TypedProblems('offers', {
        follows: (document) => textOf(document) !== undefined,
        problemsOf: (document) => {
          const text = textOf(document);
          return text === undefined
            ? undefined
            : readOffer(text).problems.map((problem) => diagnosticOf(rangeOf(document, problem), problem));
        },
      }),
    );
    this._register(store.onDidChange((entries) => entries === undefined && problems.showAll()));
    this._register(registerKeyLanguage({ textOf, suggest: suggestInOffer, hover: offerHover }));
  }
}
