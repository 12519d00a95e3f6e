import * as vscode from 'vscode';
import { notesPlace } from '../../core/story/rehearse';
import type { TimedStory } from '../../core/timer/subject';
import { runCommand } from '../../editorCommands';
import { Debouncer } from '../../lifecycle';
import { Refusal } from '../../refusal';
import type { PrepStore, TextFiles } from '../../store/api';
import { editFile } from '../../store/refusals';
import { onDidChangeSetting } from '../../store/settings';
import {
  decodeFromRehearsePanel,
  decodeRehearseState,
  type FromRehearsePanel,
  type RehearsePanelState,
  type ToRehearsePanel,
  type VersionId,
} from '../protocol/rehearse';
import type { PanelKind } from './panel';
import { nameWithoutEnding, readRehearsed } from './rehearsedStory';
import { makeRehearsalView, missingView, timedContent, type RehearsedStory } from './rehearseView';
import type { Renderer } from './roundView';
import { TimedPanel, type Timed, type TimedPanelServices } from './timedPanel';

/** What a panel uses of the rest of the extension. */
export interface RehearsePanelServices extends TimedPanelServices {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly renderer: Renderer;
}

const REHEARSE_VIEW_TYPE = 'prepLoop.rehearse';

export const REHEARSE_PANEL: PanelKind<RehearsePanelState, FromRehearsePanel> = {
  viewType: REHEARSE_VIEW_TYPE,
  name: 'rehearse',
  decodeState: (value) => {
    const state = decodeRehearseState(value);
    return state && /^[a-z][a-z\d+.-]*:/iu.test(state.uri) ? state : undefined;
  },
  decodeMessage: decodeFromRehearsePanel,
  keyOf: ({ uri }) => uri,
};

/** How long after the last keystroke the cards follow, in milliseconds. */
const PAUSE = 150;

/**
 * A story's panel. It shows what the story says and what the window's one timer says, and itself holds only the version
 * that is chosen.
 */
export class RehearsePanel extends TimedPanel<
  RehearsePanelState,
  FromRehearsePanel,
  ToRehearsePanel,
  RehearsedStory | Refusal
> {
  private readonly uri: vscode.Uri;
  private readonly refreshing = this._register(new Debouncer(() => void this.refresh(), PAUSE));
  private readonly didChangeVersion = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeVersion = this.didChangeVersion.event;
  private version: VersionId;
  private story: RehearsedStory | undefined;
  private name: string;

  constructor(
    panel: vscode.WebviewPanel,
    state: RehearsePanelState,
    private readonly services: RehearsePanelServices,
  ) {
    super(panel, REHEARSE_PANEL, state, services);
    const { store } = services;
    this.uri = vscode.Uri.parse(state.uri, true);
    this.version = state.version;
    this.name = nameWithoutEnding(this.uri);
    this._register(store.onDidChangeFile((changed) => this.concerns(changed) && this.refreshing.schedule()));
    this._register(store.onDidChange(() => this.refreshing.schedule()));
    this._register(onDidChangeSetting(['wordsPerMinute'], () => void this.refresh(), this.uri));
  }

  /** The version that is shown, as the timer's subject. */
  override get subject(): TimedStory {
    return { kind: 'story', uri: this.uri.toString(), version: this.version };
  }

  protected override get timed(): Timed {
    return { title: `Rehearse: ${this.name}`, content: this.story && timedContent(this.story, this.version) };
  }

  /** Chooses how much of the story is told. */
  choose(version: VersionId): void {
    if (version === this.version) return;
    this.version = version;
    this.didChangeVersion.fire();
    if (this.story) this.showStory(this.story);
    else if (this.isLoaded) void this.refresh();
  }

  /** A folder above the story concerns it too. */
  private concerns(touched: vscode.Uri): boolean {
    const [own, other] = [this.uri.toString(), touched.toString()];
    return own === other || own.startsWith(`${other}/`);
  }

  /** The story, or why there is none to show. */
  protected async read(): Promise<RehearsedStory | Refusal> {
    return readRehearsed(this.services, this.uri).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
  }

  protected show(read: RehearsedStory | Refusal): void {
    this.story = read instanceof Refusal ? undefined : read;
    this.name = this.story?.title ?? this.name;
    this.showStory(read);
  }

  /** Opens the file where its notes go on; the section for them is added where there is none. */
  private async openNotes(): Promise<void> {
    const { files } = this.services;
    let start = 0;
    await editFile(files, this.uri, (text) => {
      const place = notesPlace(text);
      start = place.at;
      return place.edits;
    });
    await runCommand('prepLoop.openFile', { uri: this.uri, start, end: start, beside: true });
  }

  private showStory(read: RehearsedStory | Refusal): void {
    const rehearsal =
      read instanceof Refusal
        ? missingView(this.name, this.version, read.message)
        : makeRehearsalView(read, this.version, this.services.renderer);
    this.sayChanged({ type: 'rehearsal', rehearsal });
    this.showTimer();
  }

  protected async act(message: Exclude<FromRehearsePanel, { type: 'ready' }>): Promise<void> {
    switch (message.type) {
      case 'timer':
        return this.press(message.action);
      case 'version':
        return this.choose(message.version);
      case 'open':
        if (message.target === 'stories') await vscode.commands.executeCommand('prepLoop.stories.focus');
        else if (message.target === 'notes') await this.openNotes();
        else await runCommand('prepLoop.openFile', { uri: this.uri, beside: true });
    }
  }
}
