/** `prepLoop.exportCalendar`: a loop's days as an .ics file, which a second export updates. */
import * as vscode from 'vscode';
import { calendarEvents, folderMark, type CalendarOptions, type CalendarSources } from '../core/calendar/events';
import { writeCalendar } from '../core/calendar/ics';
import { isOwnCalendar } from '../core/calendar/previous';
import { loopTitle } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { workPlan } from '../core/replan/workload';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, SessionStore, TextFiles } from '../store/api';
import { preparationTimeAt, remindersAt, workTimeAt } from '../store/settings';
import { todayOf } from '../store/today';
import { asUri, fields } from './decode';
import { loopToUse } from './loopArgument';
import { writeWhole } from './wholeFile';

const { t } = vscode.l10n;

export interface CalendarCommandParts {
  readonly store: PrepStore;
  readonly sessions: SessionStore;
  readonly files: TextFiles;
  readonly clock: Clock;
  /** The machine's time zone, an IANA name. */
  readonly timeZone: string;
}

export function registerCalendarCommands(parts: CalendarCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.exportCalendar', async (argument) => {
    const located = await loopToUse(parts.store, argument, t('Export Calendar'));
    if (!located) return undefined;
    const target = asUri(fields(argument)['target']) ?? usualTarget(located);
    return exportCalendar(parts, located, target);
  });
}

async function exportCalendar(
  parts: CalendarCommandParts,
  located: LocatedLoop,
  target: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const { files, clock } = parts;
  const previous = await files.read(target);
  const place = vscode.workspace.asRelativePath(target, false);
  if (previous !== undefined && !isOwnCalendar(previous)) {
    throw new Refusal(
      'occupied',
      t('“{0}” is not a calendar of Prep Loop, so nothing was written. Move it, or export to another file.', place),
    );
  }
  const usualPlace = usualTarget(located);
  const usual = usualPlace.toString() === target.toString() ? previous : await files.read(usualPlace);
  const earlier = [previous, usual].filter((text) => text !== undefined);
  const mark = folderMark(located.loop, earlier, located.root.folder.uri.toString());
  const chosen = calendarEvents(await sourcesOf(parts, located, mark), optionsFor(located));
  if (chosen.events.length === 0 && previous === undefined) {
    void vscode.window.showInformationMessage(t('There is no day to export yet: give a round its date first.'));
    return undefined;
  }
  // Loaded only now: most windows never write a calendar.
  const library = (await import('ical.js')).default;
  const timeZone = located.loop.timeZone ?? parts.timeZone;
  const { text, cancelled } = writeCalendar(library, {
    ...chosen,
    name: loopTitle(located.loop),
    timeZone,
    now: clock.now(),
    previous,
  });
  await writeWhole(files, target, text);
  const count = chosen.events.length === 1 ? t('1 entry') : t('{0} entries', chosen.events.length);
  void tell(
    target,
    cancelled === 0
      ? t('“{0}” has {1}.', place, count)
      : t('“{0}” has {1}, and cancels {2} from last time.', place, count, cancelled),
  );
  return target;
}

function usualTarget({ uri }: LocatedLoop): vscode.Uri {
  return vscode.Uri.joinPath(uri, 'calendar.ics');
}

async function sourcesOf(
  { store, sessions, clock }: CalendarCommandParts,
  located: LocatedLoop,
  mark: string,
): Promise<CalendarSources> {
  const playbook = (await store.playbookOf(located))?.playbook;
  const roundNotes = (playbook?.rounds ?? []).map(
    ({ id, judges, phases }) =>
      [id, [judges, ...phases.map(({ title, minutes }) => `${title}, ${minutes} min`)].join('\n')] as const,
  );
  return {
    loop: located.loop,
    sessions: await sessions.sessions(located),
    roundNotes: new Map(roundNotes),
    mark,
    work: workPlan(located.loop, todayOf(located.loop, clock), workTimeAt(located.root.folder.uri)),
  };
}

function optionsFor({ uri }: LocatedLoop): CalendarOptions {
  return { preparationTime: preparationTimeAt(uri), reminders: remindersAt(uri) };
}

async function tell(target: vscode.Uri, message: string): Promise<void> {
  const reveal = t('Reveal in Explorer View');
  const hint = t('Import it into your calendar; import it again after the next export, and its entries are updated.');
  if ((await vscode.window.showInformationMessage(`${message} ${hint}`, reveal)) === reveal)
    await vscode.commands.executeCommand('revealInExplorer', target);
}
