/** Over a round's file: its clock, and the stories that are for it, the reverse of a story's links. */
import * as vscode from 'vscode';
import type { Round } from '../core/loop/loopModel';
import { isRoundFile } from '../core/loop/parseFile';
import { outline } from '../core/markdown/outline';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, timedRound } from '../core/timer/subject';
import { isActive } from '../core/timer/timer';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { storiesIn, type LocatedStory, type StoryStore } from '../store/storyStore';
import type { TimerService } from '../timer/timerService';

interface LocatedRoundFile {
  readonly located: LocatedLoop;
  readonly round: Round;
}

export class RoundCodeLenses extends Owner implements vscode.CodeLensProvider {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.didChange.event;

  constructor(
    private readonly store: PrepStore,
    private readonly stories: StoryStore,
    private readonly timer: Pick<TimerService, 'snapshot' | 'onDidChange'>,
  ) {
    super();
    this._register(timer.onDidChange(() => this.didChange.fire()));
    this._register(stories.onDidChange(() => this.didChange.fire()));
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const found = await this.roundOf(document.uri);
    if (!found) return [];
    const { located, round } = found;
    const own = await storiesIn(this.stories, located.root);
    const stories = own.filter(({ story }) => story.rounds.includes(round.id));
    const at = new vscode.Position(outline(document.getText())[0]?.line ?? 0, 0);
    const command = stories.length > 0 ? listStories(document.uri, at, stories) : await this.newStory(located, round);
    const range = new vscode.Range(at, at);
    return [new vscode.CodeLens(range, clockLens(found, this.timer.snapshot())), new vscode.CodeLens(range, command)];
  }

  private async roundOf(uri: vscode.Uri): Promise<LocatedRoundFile | undefined> {
    const root = this.store.roots.find((candidate) => isRoundFile(pathUnder(candidate.uri, uri) ?? ''));
    if (!root) return undefined;
    const path = pathUnder(root.uri, uri);
    for (const located of await this.store.loops()) {
      const round =
        located.root.uri.toString() === root.uri.toString()
          ? located.loop.rounds.find((candidate) => candidate.path === path)
          : undefined;
      if (round) return { located, round };
    }
    return undefined;
  }

  private async newStory(located: LocatedLoop, { id }: Round): Promise<vscode.Command> {
    const playbook = (await this.store.playbookOf(located))?.playbook;
    const competencies = playbook?.rounds.find((round) => round.id === id)?.competencies ?? [];
    return commandOf('prepLoop.newStory', 'No story for this round yet: write one', { competencies });
  }
}

/** Starts the round's clock; while it is on, says so and opens the round. Another run is not left without asking. */
function clockLens({ located, round }: LocatedRoundFile, shot: TimerSnapshot | undefined): vscode.Command {
  const place = { loop: located.uri, round: round.id };
  const isOn = shot !== undefined && isActive(shot);
  if (isOn && isSameSubject(shot.subject, timedRound({ loop: located.uri.toString(), round: round.id }))) {
    const state = shot.status === 'paused' ? 'Paused' : 'On the clock';
    return commandOf('prepLoop.openRound', shot.phaseTitle === '' ? state : `${state}: ${shot.phaseTitle}`, place);
  }
  const title = isOn ? `Start the clock (now timing ${shot.title})` : 'Start the clock';
  return commandOf('prepLoop.startTimer', title, { ...place, ask: true });
}

/** The editor's own list of places, with a preview of each. */
function listStories(uri: vscode.Uri, at: vscode.Position, stories: readonly LocatedStory[]): vscode.Command {
  const title = stories.length === 1 ? '1 story for this round' : `${stories.length} stories for this round`;
  const places = stories.map(
    ({ uri: place, story }) => new vscode.Location(place, new vscode.Position(story.outline[0]?.line ?? 0, 0)),
  );
  return { title, command: 'editor.action.peekLocations', arguments: [uri, at, places, 'peek'] };
}
