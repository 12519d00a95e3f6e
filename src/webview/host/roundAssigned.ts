/** What a click on one of the lists of a round's panel does. */
import type { CoverageStory } from '../../core/story/coverage';
import { runCommand } from '../../editorCommands';
import type { LocatedLoop } from '../../store/api';
import type { FromPanel, RoundPanelState } from '../protocol/round';
import { assignedStory } from './assignedView';
import { openPlace, storyPlace } from './roundActions';
import { actOnPeople, isPeopleMessage, type PeopleMessage } from './roundPeople';

type AssignedMessage = Extract<FromPanel, { type: 'assigned' | 'assignStories' }>;

/** A click on one of the panel's lists: the people, and the stories for its questions. */
export type ListMessage = AssignedMessage | PeopleMessage;

export function isListMessage(message: FromPanel): message is ListMessage {
  return isAssignedMessage(message) || isPeopleMessage(message);
}

function isAssignedMessage(message: FromPanel): message is AssignedMessage {
  return message.type === 'assigned' || message.type === 'assignStories';
}

/** What of a panel's state is needed to open an assigned story. */
interface AssignedSources {
  readonly located: LocatedLoop | undefined;
  readonly allStories: readonly CoverageStory[];
}

export async function actOnList(
  { located, allStories }: AssignedSources,
  state: RoundPanelState,
  message: ListMessage,
): Promise<void> {
  if (isPeopleMessage(message)) return actOnPeople(state, message);
  const { loop, round } = state;
  if (message.type === 'assignStories') {
    await runCommand('prepLoop.assignStories', { loop, round, ask: true });
    return;
  }
  const assigned = located?.loop.rounds.find(({ id }) => id === round)?.assigned?.[message.index];
  const story = assigned && assignedStory(assigned, allStories);
  await openPlace(storyPlace({ located }, story, message.title));
}
