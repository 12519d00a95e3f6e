/** Offers to repair what was left when VS Code stopped while files were being written. */
import * as vscode from 'vscode';
import type { Clock, Logger } from '../core/ports';
import { runCommand } from '../editorCommands';
import { Debouncer, Owner } from '../lifecycle';
import { causeInWords, report } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { nameOf } from '../store/files';
import { emptyLoops, findLeftovers, YOUNG, type Leftover } from '../store/leftovers';
import { asRefusal, fileRefusal } from '../store/refusals';
import { decodeExactly } from '../store/textFiles';
import { openAt } from './openAt';
import { writeWhole } from './wholeFile';

const { t } = vscode.l10n;

/** Looking can wait until the window has started, in milliseconds. */
const AFTER_START = 3000;

export interface RepairParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Looks once, a while after the start; again only for what may still be in the middle of being written. */
export class Repairs extends Owner {
  private readonly looking = this._register(new Debouncer(() => void this.look(), AFTER_START));

  constructor(private readonly parts: RepairParts) {
    super();
    this.looking.schedule();
  }

  private async look(): Promise<void> {
    try {
      if (await offerRepairs(this.parts)) this.looking.schedule(YOUNG);
    } catch (error) {
      this.parts.log.warn(`Files left unfinished last time could not be looked for: ${causeInWords(error)}`);
    }
  }
}

/** @returns whether something is so new that it should be looked at again later. */
export async function offerRepairs(parts: RepairParts): Promise<boolean> {
  const { store, clock } = parts;
  const found = await Promise.all(store.roots.map((root) => findLeftovers(root, clock.now())));
  // Asked once, about everything, when nobody is writing any more.
  if (found.some(({ isAnyYoung }) => isAnyYoung)) return true;
  const left = found.flatMap((each) => each.left);
  const empty = await emptyLoops(await store.loops());
  // One question after the other, and nothing waits for an answer.
  void ask(parts, left, empty);
  return false;
}

async function ask(parts: RepairParts, left: readonly Leftover[], empty: readonly LocatedLoop[]): Promise<void> {
  for (const each of left) await askAbout(parts, each);
  for (const each of empty) await askToFill(each);
}

async function askAbout({ files }: RepairParts, leftover: Leftover): Promise<void> {
  const { file, beside, isThere } = leftover;
  const [compare, use, remove] = [t('Compare'), t('Use the New Text'), t('Delete the New Text')];
  const message = isThere
    ? t(
        'There is a second version of {0} beside it, {1}: VS Code stopped while writing it, or another program wrote at the same moment. The file itself is unchanged.',
        nameOf(file),
        nameOf(beside),
      )
    : t('VS Code stopped while {0} was being created. Its text is in {1}.', nameOf(file), nameOf(beside));
  const answer = await vscode.window.showWarningMessage(message, ...(isThere ? [compare] : []), use, remove);
  try {
    if (answer === compare)
      await vscode.commands.executeCommand('vscode.diff', file, beside, t('{0}: now ↔ new text', nameOf(file)));
    if (answer === use) await useText(files, leftover);
    if (answer === remove) await vscode.workspace.fs.delete(beside);
  } catch (error) {
    report(asRefusal('edit', file, error));
  }
}

/** The hidden file stays until the file is saved with its text: the next start deletes it then. */
async function useText(files: TextFiles, { file, beside, isThere }: Leftover): Promise<void> {
  const text = decodeExactly(await vscode.workspace.fs.readFile(beside));
  if (text === undefined) throw fileRefusal('edit', 'encoding', beside);
  // An open file is edited so that it can be undone.
  if (isThere) await openAt(file);
  await writeWhole(files, file, text, 'edit');
  if (!isThere) await openAt(file);
}

async function askToFill({ root, loop }: LocatedLoop): Promise<void> {
  const fill = t('Start the Loop Again');
  const message = t('{0} has an empty loop.md. Start the loop again to fill it; your files are kept.', loop.id);
  if ((await vscode.window.showWarningMessage(message, fill)) === fill)
    await runCommand('prepLoop.startLoop', { name: loop.id, folder: root.folder.uri });
}
