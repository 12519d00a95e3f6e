/** Offers: their panel, the comparison and its file, and the figures that were stated. */
import * as vscode from 'vscode';
import { parseDate } from '../core/days/dates';
import { compareOffers } from '../core/offer/compareOffers';
import { COMPARISON_FILE, comparisonEdits, comparisonFile } from '../core/offer/comparisonFile';
import type { StatedFigure } from '../core/offer/offerModel';
import { readOffer } from '../core/offer/readOffer';
import { addStated, statedText } from '../core/offer/stated';
import { numberIn } from '../core/offer/writtenFigure';
import type { Clock } from '../core/ports';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepRoot, PrepStore, TextFiles } from '../store/api';
import { uriIn } from '../store/files';
import { OFFER_FILE, type LocatedOffer, type OfferStore } from '../store/offerStore';
import { createFile, editFile } from '../store/refusals';
import { todayOf } from '../store/today';
import { comparedOffers, type OfferPanels } from '../webview/host/offerPanel';
import { asText, asUri, fields } from './decode';
import { loopToUse } from './loopArgument';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

export interface OfferCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly offers: OfferStore;
  readonly panels: OfferPanels;
  readonly clock: Clock;
}

export function registerOfferCommands(parts: OfferCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.openOffer', (argument) => openOffer(parts, argument)),
    registerCommand('prepLoop.compareOffers', (argument) => compare(parts, argument)),
    registerCommand('prepLoop.logStated', (argument) => logStated(parts, argument)),
  );
}

/** Shows the offer of a file, else of the loop that is named or chosen. */
async function openOffer({ store, offers, panels }: OfferCommandParts, argument: unknown): Promise<undefined> {
  const file = argument instanceof vscode.Uri ? argument : asUri(fields(argument)['uri']);
  const named = file && (await offers.offersNow()).find(({ uri }) => uri.toString() === file.toString());
  if (file && !named)
    throw new Refusal('absent', t('This file is not an offer: it is offer.md of a loop, or a file in “offers”.'));
  const located = named ? undefined : await loopToUse(store, argument, t('Open Offer'));
  const offer = named ?? (located && (await offers.offerOf(located)));
  if (offer) panels.open(offer);
  else if (located) throw withoutOffer(located);
  return undefined;
}

function withoutOffer({ uri }: LocatedLoop): Refusal {
  const file = vscode.Uri.joinPath(uri, OFFER_FILE);
  return new Refusal('absent', t('The loop has no offer.md: start the loop again to add it; your files are kept.'), {
    file,
  });
}

/** Shows the offers of a prep folder side by side, and writes the table into its file. */
async function compare({ store, files, offers, panels }: OfferCommandParts, argument: unknown): Promise<undefined> {
  const all = await offers.offersNow();
  const named =
    fields(argument)['loop'] === undefined ? undefined : await loopToUse(store, argument, t('Compare Offers'));
  const root = named?.root ?? (await rootToCompare(store.roots, all));
  if (!root) return undefined;
  const compared = comparedOffers(all, root.uri);
  panels.compare(root.uri);
  if (compared.length > 0) await writeComparison(files, root, compared);
  return undefined;
}

/** The only prep folder with an offer, else the one that is chosen. */
async function rootToCompare(roots: readonly PrepRoot[], all: readonly LocatedOffer[]): Promise<PrepRoot | undefined> {
  const used = roots.filter(({ uri }) => comparedOffers(all, uri).length > 0);
  if (used.length === 0) {
    sayBriefly(t('No offer has figures yet: fill in offer.md of a loop, or add a file to “offers”.'));
    return undefined;
  }
  if (used.length === 1) return used[0];
  const picks = used.map((root) => ({ label: root.folder.name, root }));
  return (await vscode.window.showQuickPick(picks, { title: t('Compare Offers'), placeHolder: t('In which folder?') }))
    ?.root;
}

async function writeComparison(files: TextFiles, root: PrepRoot, compared: readonly LocatedOffer[]): Promise<void> {
  const comparison = compareOffers(compared);
  const uri = uriIn(root.uri, COMPARISON_FILE);
  if ((await createFile(files, uri, comparisonFile(comparison))) === 'exists')
    await editFile(files, uri, (text) => comparisonEdits(text, comparison));
  sayBriefly(t('The table is in {0}.', vscode.workspace.asRelativePath(uri, false)));
}

/** Adds a figure that the user said to the company to the loop's offer; asks for what is left out. */
async function logStated(
  { store, files, clock }: OfferCommandParts,
  argument: unknown,
): Promise<vscode.Uri | undefined> {
  const located = await loopToUse(store, argument, t('Log a Figure You Stated'));
  if (!located) return undefined;
  const today = todayOf(located.loop, clock);
  const given = readStated(argument);
  const figure = given.base === undefined && given.total === undefined ? await askStated(located, given) : given;
  if (!figure) return undefined;
  const uri = vscode.Uri.joinPath(located.uri, OFFER_FILE);
  const dated = { ...figure, date: figure.date ?? today };
  await createFile(files, uri, '# Offer\n');
  let currency = '';
  await editFile(files, uri, (text) => {
    ({ currency } = readOffer(text).offer);
    return addStated(text, dated);
  });
  sayBriefly(t('Logged: {0}. The next round’s panel shows it.', statedText(dated, currency)));
  return uri;
}

/** @throws Refusal where a date is not one. */
function readStated(argument: unknown): StatedFigure {
  const { date, round, to, base, total } = fields(argument);
  const day = asText(date) === undefined ? undefined : parseDate(String(date));
  if (asText(date) !== undefined && day === undefined)
    throw new Refusal('argument', t('“{0}” is not a calendar day: write it as YYYY-MM-DD.', String(date)));
  return { date: day, round: asText(round), to: asText(to), base: numberIn(base), total: numberIn(total) };
}

/** Undefined where the user left the questions. */
async function askStated({ loop }: LocatedLoop, given: StatedFigure): Promise<StatedFigure | undefined> {
  const title = t('Log a Figure You Stated');
  const kinds = [
    { label: t('Base'), field: 'base' as const },
    { label: t('Pay of the first year'), field: 'total' as const },
  ];
  const kind = await vscode.window.showQuickPick(kinds, { title, placeHolder: t('What did you name?') });
  if (!kind) return undefined;
  const amount = await vscode.window.showInputBox({
    title,
    prompt: t('Which figure? Such as 205000 or 205k.'),
    ignoreFocusOut: true,
    validateInput: (typed) => (numberIn(typed) === undefined ? t('Write it as a number, such as 205000.') : undefined),
  });
  if (amount === undefined) return undefined;
  const round = given.round ?? (await askRound(loop, title));
  if (round === undefined) return undefined;
  const to =
    given.to ??
    (await vscode.window.showInputBox({
      title,
      prompt: t('To whom? Leave this empty if you like.'),
      ignoreFocusOut: true,
    }));
  if (to === undefined) return undefined;
  return { ...given, round: round === '' ? undefined : round, to: asText(to), [kind.field]: numberIn(amount) };
}

/** A round's id, '' for none; undefined where the user left the question. */
async function askRound({ rounds }: LocatedLoop['loop'], title: string): Promise<string | undefined> {
  const picks = [
    ...rounds.map((round) => ({ label: round.title, description: round.date ?? '', id: round.id })),
    { label: t('In no round'), description: t('on the phone, by mail'), id: '' },
  ];
  return (await vscode.window.showQuickPick(picks, { title, placeHolder: t('In which round?') }))?.id;
}
