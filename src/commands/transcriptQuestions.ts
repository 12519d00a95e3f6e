/** What importing a transcript asks; each question but the first has a way back. */
import * as vscode from 'vscode';
import { formatDate, type CalendarDate } from '../core/days/dates';
import type { Session } from '../core/sessions/sessionModel';
import { promptsText } from '../core/sessions/roundTrend';
import { dayOfSession } from '../core/sessions/sessionName';
import { countWords } from '../core/story/countWords';
import { shareOfTalking } from '../core/transcript/speakingPace';
import type { Transcript } from '../core/transcript/transcriptModel';
import { joined, plural } from '../core/words';
import type { LocatedRound } from './roundArgument';
import { pickStep, withoutIcons, type Answer } from './steps';

const { t } = vscode.l10n;
export const IMPORT_TITLE = t('Import a Transcript');

/** Where a transcript is. */
export type ChosenSource = { readonly uri: vscode.Uri } | { readonly text: string };

interface SourceItem extends vscode.QuickPickItem {
  choose(): Promise<ChosenSource | undefined>;
}

/** Asks for the transcript; undefined where none is chosen. Says that recording is left to other tools. */
export async function askSource(): Promise<ChosenSource | undefined> {
  const items: SourceItem[] = [
    { label: `$(file) ${t('A file…')}`, description: '.vtt, .srt, .txt', choose: askFile },
    {
      label: `$(clippy) ${t('The text on the clipboard')}`,
      description: t('copied from Word, Google Docs or Otter'),
      choose: async () => ({ text: await vscode.env.clipboard.readText() }),
    },
  ];
  const open = vscode.window.activeTextEditor?.document;
  if (open && open.languageId !== 'markdown')
    items.push({
      label: `$(edit) ${t('The open file')}`,
      description: vscode.workspace.asRelativePath(open.uri),
      choose: () => Promise.resolve(open.isUntitled ? { text: open.getText() } : { uri: open.uri }),
    });
  const chosen = await pickStep({
    title: IMPORT_TITLE,
    placeholder: t('Which transcript? Prep Loop records nothing: your meeting tool makes the transcript.'),
    items,
    hasBack: false,
  });
  return chosen === 'back' ? undefined : chosen?.choose();
}

async function askFile(): Promise<ChosenSource | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: IMPORT_TITLE,
      canSelectMany: false,
      filters: { [t('Transcripts')]: ['vtt', 'srt', 'txt', 'md'], [t('All files')]: ['*'] },
    })) ?? [];
  return uri && { uri };
}

/** Asks which speaker the user is. @param likely the one to begin at. */
export async function askSpeaker(
  transcript: Transcript,
  likely: string,
  hasBack: boolean,
): Promise<Answer<{ readonly speaker: string }>> {
  const items = transcript.speakers.map((speaker) => {
    const own = transcript.turns.filter((turn) => turn.speaker === speaker);
    const words = own.reduce((total, { text }) => total + countWords(text), 0);
    const share = Math.round(shareOfTalking(transcript, speaker) * 100);
    return {
      label: withoutIcons(speaker),
      description: `${plural(words, 'word')}, ${share}%`,
      detail: own[0]?.text.slice(0, 120) ?? '',
      speaker,
    };
  });
  return pickStep({
    title: IMPORT_TITLE,
    placeholder: t('Which speaker is you? You will be recognised by this name next time.'),
    items,
    active: items.find(({ speaker }) => speaker === likely),
    hasBack,
  });
}

/** Asks which session a transcript belongs to. */
export async function askSession(
  sessions: readonly Session[],
  { round }: LocatedRound,
  day: CalendarDate,
  hasBack: boolean,
): Promise<Answer<{ readonly session: Session | undefined }>> {
  const offered = sessions.map((session) => ({
    label: `$(history) ${joined([session.kind === 'mock' ? t('Mock') : t('Practice run'), dayOfSession(session)?.time], ', ')}`,
    description: joined([session.peer?.name, promptsText(session)], ' · '),
    detail: session.speech === undefined ? t('Adds to its notes') : t('A transcript was read into it before'),
    session: session as Session | undefined,
  }));
  const made = {
    label: `$(new-file) ${t('A new session')}`,
    description: t('does not count as practice'),
    detail: '',
    session: undefined,
  };
  return pickStep({
    title: IMPORT_TITLE,
    placeholder: t('{0} on {1}: which session does it belong to?', round.title, formatDate(day)),
    items: [...offered, made],
    hasBack,
  });
}

/** Asks whether the text is kept. It has other people’s words, so it is asked each time, and begins at No. */
export async function askKeep(loop: string, hasBack: boolean): Promise<Answer<{ readonly isKept: boolean }>> {
  const items = [
    { label: t('No, only what was measured'), description: '', isKept: false },
    { label: t('Yes, keep the text'), description: t('in {0}/transcripts', loop), isKept: true },
  ];
  return pickStep({
    title: IMPORT_TITLE,
    placeholder: t('Keep the text of the transcript as well? It has other people’s words in it.'),
    items,
    hasBack,
  });
}
