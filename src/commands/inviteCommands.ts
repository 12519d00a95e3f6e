/** `prepLoop.readInvite`: proposes what an invite says for a round, and writes what the user accepts. */
import * as vscode from 'vscode';
import type { InviteResult } from '../commandTable';
import { formatDate } from '../core/days/dates';
import { guessRound } from '../core/invite/guessRound';
import { inviteEdits, proposeChanges, type InviteChange, type InviteProposal } from '../core/invite/inviteChanges';
import { inOwnZone, type OwnMoment } from '../core/invite/inviteInZone';
import type { Invite } from '../core/invite/inviteModel';
import { openInvite } from '../core/invite/openInvite';
import { readInvite } from '../core/invite/readInvite';
import type { Round } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { joined } from '../core/words';
import { registerCommand, runCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { editNoted, type WrittenFile } from '../store/notedEdits';
import { timeZoneOf, todayOf } from '../store/today';
import { asText, fields } from './decode';
import { askInvite, inviteOf } from './inviteSource';
import { askInviteChanges } from './invitePreview';
import { loopToUse } from './loopArgument';
import { roundOf, roundUri } from './roundArgument';
import { undoWriting } from './offerUndo';
import { sayBriefly } from './say';
import { askInTurn, pickStep, type Answer } from './steps';

const { t } = vscode.l10n;
const TITLE = t('Read an Invite');

interface InviteCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
}

export function registerInviteCommand(parts: InviteCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.readInvite', (argument) => proposeInvite(parts, argument));
}

async function proposeInvite(parts: InviteCommandParts, argument: unknown): Promise<InviteResult | undefined> {
  const { store, clock } = parts;
  const { accept } = fields(argument);
  const accepted = Array.isArray(accept) ? accept.map(String) : undefined;
  const located = await loopToUse(store, argument, TITLE);
  if (!located) return undefined;
  if (located.loop.rounds.length === 0)
    throw new Refusal(
      'absent',
      t(
        'The loop “{0}” has no rounds yet: add a file such as rounds/01-phone-screen.md, then read the invite again.',
        located.loop.id,
      ),
    );
  const text = (await inviteOf(argument)) ?? (await askInvite(TITLE));
  if (text === undefined) return undefined;
  const opened = openInvite(text);
  // Loaded only now: most windows never read a calendar.
  const ics = opened.calendar === undefined ? undefined : (await import('ical.js')).default;
  const invite = readInvite(opened, todayOf(located.loop, clock), ics);
  const moments = invite.moments.map((moment) => inOwnZone(moment, timeZoneOf(located.loop)));
  const at: ReadAt = { located, invite, moments, round: asText(fields(argument)['round']) };
  if (accepted) return write(parts, at, roundWithoutAsking(parts, at), accepted);
  return ask(parts, at);
}

/** An invite that was read, and where it belongs. */
interface ReadAt {
  readonly located: LocatedLoop;
  readonly invite: Invite;
  /** On the user's own clock. */
  readonly moments: readonly OwnMoment[];
  /** The round that was named. */
  readonly round: string | undefined;
}

function guessOf({ clock }: InviteCommandParts, { located, invite, moments }: ReadAt) {
  const { loop } = located;
  return guessRound(
    loop,
    invite,
    moments.map(({ date }) => date),
    todayOf(loop, clock),
  );
}

/** @throws Refusal where nobody is there to be asked, and the round is not certain. */
function roundWithoutAsking(parts: InviteCommandParts, at: ReadAt): Round {
  if (at.round !== undefined) return roundOf(at.located, at.round);
  const { rounds, isCertain } = guessOf(parts, at);
  if (isCertain && rounds[0]) return rounds[0];
  throw new Refusal('argument', t('The invite may be for more than one round: give the “round” as well.'));
}

/** Writes the parts that were accepted beforehand. Of several moments, none is taken. */
async function write(
  parts: InviteCommandParts,
  at: ReadAt,
  round: Round,
  accepted: readonly string[],
): Promise<InviteResult> {
  const [moment, ...more] = at.moments;
  const proposal = proposeChanges(at.invite, round, more.length === 0 ? moment : undefined);
  const chosen = proposal.changes.filter(({ part, isProposed }) => isProposed && accepted.includes(part));
  if (chosen.length > 0) await writeChanges(parts, at.located, round, chosen);
  return resultOf(round, proposal, chosen);
}

const resultOf = (
  round: Round,
  { changes, notes }: InviteProposal,
  written: readonly InviteChange[],
): InviteResult => ({
  round: round.id,
  changes: changes.map(({ part, from, to }) => ({ part, from, to })),
  notes,
  written: written.map(({ part, to }) => ({ part, to })),
});

/** Asks which round and which moment, where that is not certain, then shows what would change. */
async function ask(parts: InviteCommandParts, at: ReadAt): Promise<InviteResult | undefined> {
  const guess = guessOf(parts, at);
  let round = at.round === undefined ? guess.rounds[0] : roundOf(at.located, at.round);
  let [moment]: readonly (OwnMoment | undefined)[] = at.moments;
  let result: InviteResult | undefined;
  await askInTurn([
    async (hasBack) => {
      if (at.round !== undefined || guess.isCertain) return 'skip';
      const answer = await askRound(guess.rounds, hasBack);
      if (answer === 'back' || answer === undefined) return answer;
      round = answer;
      return 'next';
    },
    async (hasBack) => {
      if (at.moments.length <= 1) return 'skip';
      const answer = await askMoment(at.moments, hasBack);
      if (answer === 'back' || answer === undefined) return answer;
      moment = answer.moment;
      return 'next';
    },
    async (hasBack) => {
      if (!round) return undefined;
      const answer = await preview(parts, at, round, moment, hasBack);
      if (answer === 'back' || answer === undefined) return answer;
      result = answer;
      return 'next';
    },
  ]);
  return result;
}

async function preview(
  parts: InviteCommandParts,
  at: ReadAt,
  round: Round,
  moment: OwnMoment | undefined,
  hasBack: boolean,
): Promise<Answer<InviteResult>> {
  const proposal = proposeChanges(at.invite, round, moment);
  if (proposal.changes.length === 0) {
    const nothing = t('There is nothing to write for {0}.', round.title);
    void vscode.window.showInformationMessage([nothing, ...proposal.notes].join(' '));
    return resultOf(round, proposal, []);
  }
  const title = at.invite.isCancelled ? t('A Cancelled Invite for {0}', round.title) : t('Invite for {0}', round.title);
  const chosen = await askInviteChanges({ title, proposal, hasBack });
  if (chosen === 'back' || chosen === undefined) return chosen;
  if (chosen.length === 0) {
    sayBriefly(t('Nothing was ticked, so nothing was written.'));
    return resultOf(round, proposal, []);
  }
  const written = await writeChanges(parts, at.located, round, chosen);
  void sayWritten(parts, at.located, round, chosen, written);
  return resultOf(round, proposal, chosen);
}

/** One edit for all of them: either every change is written or none. */
const writeChanges = (
  { files }: InviteCommandParts,
  located: LocatedLoop,
  round: Round,
  changes: readonly InviteChange[],
): Promise<WrittenFile | undefined> =>
  editNoted(files, roundUri({ located, round }), (text) => inviteEdits(text, changes));

async function sayWritten(
  { files }: InviteCommandParts,
  located: LocatedLoop,
  round: Round,
  changes: readonly InviteChange[],
  written: WrittenFile | undefined,
): Promise<void> {
  const [undo, replan] = [t('Undo'), t('Replan…')];
  const isMoved = changes.some(({ part }) => part === 'date');
  const answer = await vscode.window.showInformationMessage(
    t('{0} has what you accepted of the invite.', round.title),
    ...(isMoved ? [replan] : []),
    ...(written ? [undo] : []),
  );
  if (answer === replan) await runCommand('prepLoop.replan', { loop: located.uri, preview: true });
  if (answer === undo && written)
    await undoWriting(files, written, { undone: t('{0} is as it was before the invite.', round.title) });
}

async function askRound(rounds: readonly Round[], hasBack: boolean): Promise<Answer<Round>> {
  const items = rounds.map((round) => ({
    label: round.title,
    description: round.date === undefined ? '' : formatDate(round.date),
    round,
  }));
  const answer = await pickStep({ title: TITLE, hasBack, placeholder: t('Which round is this invite for?'), items });
  return answer === 'back' || answer === undefined ? answer : answer.round;
}

async function askMoment(
  moments: readonly OwnMoment[],
  hasBack: boolean,
): Promise<Answer<{ readonly moment: OwnMoment | undefined }>> {
  const items: { label: string; detail: string; moment: OwnMoment | undefined }[] = moments.map((moment) => ({
    label: joined([formatDate(moment.date), moment.time], ', '),
    detail: joined([`“${moment.written}”`, moment.note], ' · '),
    moment,
  }));
  items.push({ label: t('None of them'), detail: t('The round keeps its day and time.'), moment: undefined });
  return pickStep({
    title: TITLE,
    hasBack,
    placeholder: t('When does the round take place, on your own clock?'),
    items,
  });
}
