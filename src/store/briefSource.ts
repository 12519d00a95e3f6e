/** Gathers what the page of a round is worked out from. */
import * as vscode from 'vscode';
import type { BriefFacts, BriefFile } from '../core/brief/briefFacts';
import type { Round } from '../core/loop/loopModel';
import { CHEAT_SHEET } from '../core/loop/parseFile';
import { readOffer } from '../core/offer/readOffer';
import { promptsOfRound } from '../core/playbook/rounds';
import type { Clock } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore, SessionStore, TextFiles } from './api';
import type { DayClock } from './dayClock';
import { pathUnder, uriIn } from './files';
import { OFFER_FILE } from './offerStore';
import type { QuestionStore } from './questionStore';
import type { StorySource } from './storySources';
import { storiesIn } from './storyStore';
import { timeZoneOf, todayOf } from './today';

export interface BriefParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly stories: StorySource;
  readonly sessions: SessionStore;
  readonly questions: QuestionStore;
  readonly clock: Clock;
  readonly dayClock: DayClock;
}

/** The files of a loop whose blocks are its figures. */
const FIGURE_FILES = [CHEAT_SHEET, 'case.md'];
/** How long changes are gathered, in milliseconds. */
const QUIET = 100;

export class BriefSource extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires a moment after anything that a page is worked out from changed. */
  readonly onDidChange = this.didChange.event;
  private readonly changing = this._register(new Debouncer(() => this.didChange.fire(), QUIET));

  constructor(private readonly parts: BriefParts) {
    super();
    const { store, stories, sessions, dayClock } = parts;
    for (const changed of [
      store.onDidChange,
      store.onDidChangeFile,
      stories.onDidChange,
      sessions.onDidChange,
      dayClock.onDidTurn,
    ] as readonly vscode.Event<unknown>[])
      this._register(changed(() => this.changing.schedule()));
  }

  async read(located: LocatedLoop, round: Round): Promise<BriefFacts> {
    const { store, files, stories, sessions, questions, clock } = this.parts;
    const { root, loop } = located;
    const [text, entry, own, runs, asked, figureFiles, offer] = await Promise.all([
      read(files, uriIn(root.uri, round.path)),
      store.playbookOf(located),
      storiesIn(stories, root),
      sessions.sessions(located),
      questions.read(located),
      Promise.all(FIGURE_FILES.map((name) => this.fileOf(located, name))),
      this.fileOf(located, OFFER_FILE),
    ]);
    return {
      loop,
      round,
      text: text ?? '',
      today: todayOf(loop, clock),
      machineZone: timeZoneOf(undefined),
      prompts: promptsOfRound(entry?.playbook, round.id),
      stories: own.map(({ name, uri, story }) => ({ name, path: pathUnder(root.uri, uri) ?? name, story })),
      figureFiles: figureFiles.flatMap((file) => file ?? []),
      questions: asked,
      heard: asked ? await questions.heard(located, asked) : [],
      offer: offer && { path: offer.path, offer: readOffer(offer.text).offer },
      sessions: runs,
    };
  }

  /** A file of the loop; undefined where it is not there. @param name relative to the loop’s folder, with `/`. */
  async fileOf({ uri, loop }: LocatedLoop, name: string): Promise<BriefFile | undefined> {
    const text = await read(this.parts.files, vscode.Uri.joinPath(uri, ...name.split('/')));
    return text === undefined ? undefined : { path: `${loop.id}/${name}`, text };
  }
}

/** What cannot be read says so in its own view; here it counts as missing. */
function read(files: TextFiles, uri: vscode.Uri): Promise<string | undefined> {
  return files.read(uri).catch(() => undefined);
}
