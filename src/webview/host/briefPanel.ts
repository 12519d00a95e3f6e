import * as vscode from 'vscode';
import type { Brief, BriefLine } from '../../core/brief/briefModel';
import { composeBrief } from '../../core/brief/composeBrief';
import { placeToWrite, roomForOwn, type OwnPart } from '../../core/brief/ownBrief';
import type { Round } from '../../core/loop/loopModel';
import { readLink, resolvePath } from '../../core/markdown/links';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../../store/api';
import type { BriefSource } from '../../store/briefSource';
import { uriIn } from '../../store/files';
import { editFile } from '../../store/refusals';
import {
  decodeBriefState,
  decodeFromBriefPanel,
  type BriefPanelState,
  type FromBriefPanel,
  type ToBriefPanel,
} from '../protocol/brief';
import { makeBriefView } from './briefView';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { EditorPanels } from './panels';
import type { Renderer } from './roundView';

export interface BriefPanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly briefs: BriefSource;
  readonly renderer: Renderer;
}

const BRIEF_VIEW_TYPE = 'prepLoop.brief';

const BRIEF_PANEL: PanelKind<BriefPanelState, FromBriefPanel> = {
  viewType: BRIEF_VIEW_TYPE,
  name: 'brief',
  decodeState: decodeBriefState,
  decodeMessage: decodeFromBriefPanel,
  keyOf: ({ loop, round }) => `${loop}\n${round}`,
};

/** What is shown; undefined where the loop or the round is gone. */
interface Shown {
  readonly located: LocatedLoop;
  readonly round: Round;
  readonly brief: Brief;
}

const CHANGED = 'That has changed in the meantime. This is how it is now.';

/** The page of a round: drawn from the files, each line with the place that it is from. */
class BriefPanel extends EditorPanel<BriefPanelState, FromBriefPanel, ToBriefPanel, Shown | undefined> {
  private shown: Shown | undefined;
  private version = 0;

  constructor(
    panel: vscode.WebviewPanel,
    private readonly state: BriefPanelState,
    private readonly services: BriefPanelServices,
  ) {
    super(panel, BRIEF_PANEL, state, services);
    this._register(services.briefs.onDidChange(() => void this.refresh()));
  }

  protected async read(): Promise<Shown | undefined> {
    const { store, briefs } = this.services;
    const located = await store.findLoop(vscode.Uri.parse(this.state.loop));
    const round = located?.loop.rounds.find(({ id }) => id === this.state.round);
    if (!located || !round) return undefined;
    return { located, round, brief: composeBrief(await briefs.read(located, round)) };
  }

  protected show(shown: Shown | undefined): void {
    this.shown = shown;
    if (!shown) {
      this.sayChanged({ type: 'brief', gone: 'The round’s file is not there any more.' });
      return;
    }
    const brief = makeBriefView(shown.brief, this.services.renderer);
    this.version = brief.version;
    this.setTitle(titleOf(shown.round));
    this.sayChanged({ type: 'brief', brief });
  }

  protected async act(message: Exclude<FromBriefPanel, { type: 'ready' }>): Promise<void> {
    const { loop, round } = this.state;
    switch (message.type) {
      case 'export':
        return void (await runCommand('prepLoop.exportBrief', { loop, round, ask: true }));
      case 'round':
        return void (await runCommand('prepLoop.openRound', { loop, round }));
      case 'follow':
        return this.follow(this.lineOf(message));
      case 'link':
        return this.followHref(this.lineOf(message), message.href);
    }
  }

  /** A line as it was shown. @throws Refusal where the page is another by now. */
  private lineOf({ version, part, line }: Extract<FromBriefPanel, { type: 'follow' | 'link' }>): BriefLine {
    const found = this.shown?.brief.parts.find(({ id }) => id === part)?.lines[line];
    if (!found || version !== this.version) throw new Refusal('changed', CHANGED);
    return found;
  }

  private async follow({ link }: BriefLine): Promise<void> {
    const { shown } = this;
    if (!shown || !link) return;
    const { located } = shown;
    switch (link.kind) {
      case 'place': {
        const { path, ...place } = link.place;
        return void (await runCommand('prepLoop.openFile', {
          uri: uriIn(located.root.uri, path),
          ...place,
          beside: true,
        }));
      }
      case 'run': {
        // By its Uri: another workspace folder may have a loop of the same name.
        const argument: object = { ...link.call.argument, loop: located.uri };
        return void (await vscode.commands.executeCommand(link.call.id, argument));
      }
      case 'write':
        return this.write(shown, link.part);
    }
  }

  /** Makes room for what is the user's own, and puts the cursor there. */
  private async write({ located, round }: Shown, part: OwnPart): Promise<void> {
    const { files } = this.services;
    const uri = uriIn(located.root.uri, round.path);
    await editFile(files, uri, (text) => roomForOwn(text, part), 'edit');
    const text = (await files.read(uri)) ?? '';
    await runCommand('prepLoop.openFile', { uri, start: placeToWrite(text, part), beside: true });
  }

  private async followHref({ link }: BriefLine, href: string): Promise<void> {
    const target = readLink(href);
    if (target?.kind === 'web') return void (await vscode.env.openExternal(vscode.Uri.parse(target.url, true)));
    const from = link?.kind === 'place' ? link.place.path : undefined;
    const path = target && from !== undefined ? resolvePath(from, target.path) : undefined;
    const root = this.shown?.located.root.uri;
    if (path === undefined || !root)
      throw new Refusal(
        'argument',
        'That link leads neither to the web nor to a file of the prep folder, so it was not opened.',
      );
    await runCommand('prepLoop.openFile', { uri: uriIn(root, path), beside: true });
  }
}

const titleOf = ({ title }: Round): string => `Page: ${title}`;

/** The open pages, one for each round. */
export class BriefPanels extends EditorPanels<BriefPanelState, BriefPanel> {
  constructor(services: BriefPanelServices) {
    super(BRIEF_PANEL, (panel, state) => new BriefPanel(panel, state, services));
  }

  open({ uri }: LocatedLoop, round: Round): void {
    this.show({ loop: uri.toString(), round: round.id }, titleOf(round));
  }
}
