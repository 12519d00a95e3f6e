/** Gathers what the page of a round is worked out from. */
import * as vscode from 'vscode';
import type { BriefFacts, BriefFile, BriefStory } from '../core/brief/briefFacts';
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
import type { StoryIndexes } from './storyIndexes';
import type { StorySource } from './storySources';
import type { LocatedStory } from './storyStore';
import { timeZoneOf, todayOf } from './today';

export interface BriefParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly stories: Pick<StorySource, 'onDidChange'>;
  readonly indexes: StoryIndexes;
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
    const [facts] = await this.readAll(located, [round]);
    return facts as BriefFacts;
  }

  /** What the pages of several rounds are worked out from; what they share is read once. */
  async readAll(located: LocatedLoop, rounds: readonly Round[]): Promise<BriefFacts[]> {
    const { store, files, indexes, sessions, questions, clock } = this.parts;
    const { root, loop } = located;
    const [texts, entry, { stories, index }, runs, asked, figureFiles, offer] = await Promise.all([
      Promise.all(rounds.map(({ path }) => read(files, uriIn(root.uri, path)))),
      store.playbookOf(located),
      indexes.of(root),
      sessions.sessions(located),
      questions.read(located),
      Promise.all(FIGURE_FILES.map((name) => this.fileOf(located, name))),
      this.fileOf(located, OFFER_FILE),
    ]);
    const shared = {
      loop,
      today: todayOf(loop, clock),
      machineZone: timeZoneOf(undefined),
      stories: stories.map(briefStory),
      index,
      figureFiles: figureFiles.flatMap((file) => file ?? []),
      questions: asked,
      heard: asked ? await questions.heard(located, asked) : [],
      offer: offer && { path: offer.path, offer: readOffer(offer.text).offer },
      sessions: runs,
    };
    return rounds.map((round, at) => ({
      ...shared,
      round,
      text: texts[at] ?? '',
      prompts: promptsOfRound(entry?.playbook, round.id),
    }));
  }

  /** A file of the loop; undefined where it is not there. @param name relative to the loop’s folder, with `/`. */
  async fileOf({ uri, loop }: LocatedLoop, name: string): Promise<BriefFile | undefined> {
    const text = await read(this.parts.files, vscode.Uri.joinPath(uri, ...name.split('/')));
    return text === undefined ? undefined : { path: `${loop.id}/${name}`, text };
  }
}

export const briefStory = ({ root, name, uri, story }: LocatedStory): BriefStory => ({
  name,
  path: pathUnder(root.uri, uri) ?? name,
  story,
});

/** What cannot be read says so in its own view; here it counts as missing. */
function read(files: TextFiles, uri: vscode.Uri): Promise<string | undefined> {
  return files.read(uri).catch(() => undefined);
}
