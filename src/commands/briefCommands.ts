/** The page of a round: opened in a panel, or exported to print. */
import * as vscode from 'vscode';
import { briefHtml } from '../core/brief/briefHtml';
import { briefMarkdown } from '../core/brief/briefMarkdown';
import { composeBrief } from '../core/brief/composeBrief';
import { briefName } from '../core/pack/packFiles';
import type { Clock } from '../core/ports';
import { joined } from '../core/words';
import { registerCommand } from '../editorCommands';
import type { PrepStore, TextFiles } from '../store/api';
import type { BriefSource } from '../store/briefSource';
import type { BriefPanels } from '../webview/host/briefPanel';
import { exportPages, exportPlace } from './exportPlace';
import { decodeRoundArgument, roundToUse } from './roundArgument';

const { t } = vscode.l10n;

export interface BriefCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly briefs: BriefSource;
  readonly panels: BriefPanels;
  readonly clock: Clock;
}

export function registerBriefCommands(parts: BriefCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.openBrief', (argument) => openBrief(parts, argument)),
    registerCommand('prepLoop.exportBrief', (argument) => exportBrief(parts, argument)),
  );
}

async function openBrief({ store, panels, clock }: BriefCommandParts, argument: unknown): Promise<undefined> {
  const found = await roundToUse(store, clock, argument, t('Open Fifteen-Minute Page'));
  if (found) panels.open(found.located, found.round);
  return undefined;
}

async function exportBrief(
  { store, files, briefs, clock }: BriefCommandParts,
  argument: unknown,
): Promise<vscode.Uri | undefined> {
  const title = t('Export Fifteen-Minute Page');
  const found = await roundToUse(store, clock, argument, title);
  if (!found) return undefined;
  const { located, round } = found;
  const brief = composeBrief(await briefs.read(located, round));
  const { html, note } = briefHtml(brief);
  const named = decodeRoundArgument(argument);
  return exportPages(
    files,
    { html, md: briefMarkdown(brief) },
    exportPlace(located, argument, {
      title,
      name: (number) => briefName(round.id, number),
      isAsking: named === undefined || named.isPerson,
    }),
    (page, text) => joined([t('{0} is one page to print; {1} says the same as Markdown.', page, text), note], ' '),
  );
}
