/** Drill cards out to a text file for Anki, and in from one. */
import * as vscode from 'vscode';
import type { Drill } from '../core/playbook/playbookDrills';
import { ankiText, readAnkiText, type CardNote } from '../core/recall/ankiText';
import { cardsToAppend } from '../core/recall/ownCards';
import { cardId } from '../core/recall/recallCards';
import { numbered } from '../core/slug';
import { plural } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { nameOf } from '../store/files';
import type { OwnCards } from '../store/ownCards';
import { asRefusal, fileRefusal } from '../store/refusals';
import { appendCards } from './appendCards';
import { asUri, fields } from './decode';
import { exportPlace, placeExport, tellExported } from './exportPlace';
import { decodeLoopArgument, loopToUse } from './loopArgument';
import { sayBriefly } from './say';
import { writeWhole } from './wholeFile';

const { t } = vscode.l10n;
const EXPORT = 'Export Cards for Anki';
const IMPORT = 'Import Cards From Anki';

export interface ExchangeParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly ownCards: OwnCards;
}

export function registerExchangeCommands(parts: ExchangeParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.exportCards', (argument) => exportCards(parts, argument)),
    registerCommand('prepLoop.importCards', (argument) => importCards(parts, argument)),
  );
}

async function exportCards(parts: ExchangeParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const { store, files } = parts;
  const given = fields(argument);
  const located = await loopToUse(store, argument, EXPORT);
  if (!located) return undefined;
  const notes = await notesOf(parts, located);
  if (notes.length === 0)
    throw new Refusal(
      'absent',
      t('The loop “{0}” has no drill cards, so there is nothing to export.', located.loop.id),
    );
  const isAsking = decodeLoopArgument(argument) === undefined || given['ask'] === true;
  const [file] =
    (await placeExport(
      { txt: ankiText(notes) },
      exportPlace(located, argument, {
        title: t('Export Cards for Anki'),
        name: (number) => numbered('cards', number),
        isAsking,
      }),
    )) ?? [];
  if (!file) return undefined;
  await writeWhole(files, file.uri, file.text);
  const shown = vscode.workspace.asRelativePath(file.uri, false);
  const message = t(
    '{0} has {1}. When you will be asked does not travel in text: Anki begins anew.',
    shown,
    plural(notes.length, 'card'),
  );
  if (isAsking) void tellExported(message, file.uri);
  else sayBriefly(message);
  return file.uri;
}

/** The cards as they are written: a question that several files ask as the last of them has it. */
async function notesOf({ store, ownCards }: ExchangeParts, located: LocatedLoop): Promise<readonly CardNote[]> {
  const playbook = (await store.playbookOf(located))?.playbook;
  const notes = new Map<string, CardNote>();
  for (const drills of [playbook?.drills ?? [], ...(await ownCards.drills(located))])
    for (const drill of drills) notes.set(cardId(drill.question), noteOf(drill));
  return [...notes.values()];
}

/** With its line “Result: …”, which is no part of the answer that was read. */
function noteOf({ question, answer, competencies, asks }: Drill): CardNote {
  if (!asks) return { question, answer, competencies };
  const { name, tolerance } = asks;
  const within = tolerance === undefined ? '' : ` ± ${Number((tolerance * 100).toFixed(3))} %`;
  return { question, answer: `${answer}\n\nResult: ${name}${within}`, competencies };
}

async function importCards(parts: ExchangeParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const { store, files, ownCards } = parts;
  const given = fields(argument);
  const located = await loopToUse(store, argument, IMPORT);
  if (!located) return undefined;
  const named = asUri(given['uri']);
  const source = named ?? (await askFile(located));
  if (!source) return undefined;
  const { notes, skipped } = readAnkiText(await readSource(files, source));
  if (notes.length === 0)
    throw new Refusal('absent', t('{0} has no cards: export them from Anki as notes in plain text.', nameOf(source)));
  const known = new Set((await notesOf(parts, located)).map(({ question }) => cardId(question)));
  const isAsking = named === undefined || decodeLoopArgument(argument) === undefined || given['ask'] === true;
  const chosen = await chooseNotes(notes, known, isAsking);
  if (!chosen) return undefined;
  const file = ownCards.fileOf(located);
  const ids = new Set((await store.playbookOf(located))?.playbook?.competencies.map(({ id }) => id));
  const cards = chosen.map((note) => ({ ...note, competencies: note.competencies.filter((tag) => ids.has(tag)) }));
  if (cards.length > 0) await appendCards(files, file, (text) => cardsToAppend(text, cards));
  const left = notes.length - cards.length + skipped;
  const message = t(
    '{0} added to {1}, {2} left out. When you were asked does not travel in text: they begin as new.',
    plural(cards.length, 'card'),
    `${located.loop.id}/${nameOf(file)}`,
    left,
  );
  sayBriefly(message);
  return file;
}

async function askFile({ uri }: LocatedLoop): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: t('Import Cards From Anki'),
    defaultUri: uri,
    canSelectMany: false,
    filters: { [t('Notes in plain text')]: ['txt', 'tsv', 'csv'] },
  });
  return chosen?.[0];
}

/** @throws Refusal where it cannot be read. */
async function readSource(files: TextFiles, uri: vscode.Uri): Promise<string> {
  const text = await files.read(uri).catch((error: unknown) => {
    throw asRefusal('read', uri, error);
  });
  if (text === undefined) throw fileRefusal('open', 'missing', uri);
  return text;
}

/**
 * Which of the notes are added: where a person is there, those that are ticked, else those that are new.
 * @param known the ids of the questions that the loop has.
 */
async function chooseNotes(
  notes: readonly CardNote[],
  known: ReadonlySet<string>,
  isAsking: boolean,
): Promise<readonly CardNote[] | undefined> {
  const seen = new Set(known);
  const items = notes.map((note) => {
    const id = cardId(note.question);
    const isNew = !seen.has(id);
    seen.add(id);
    return {
      label: note.question,
      description: isNew ? '' : known.has(id) ? t('the loop has this question') : t('twice in the file'),
      picked: isNew,
      note,
    };
  });
  const chosen = isAsking
    ? await vscode.window.showQuickPick(
        items.sort((a, b) => Number(a.picked) - Number(b.picked)),
        {
          title: t('Import Cards From Anki'),
          placeHolder: t('Cards to add: those you have already are not ticked'),
          canPickMany: true,
          ignoreFocusOut: true,
        },
      )
    : items.filter(({ picked }) => picked);
  return chosen?.map(({ note }) => note);
}
