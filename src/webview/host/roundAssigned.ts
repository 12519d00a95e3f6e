/** What a click on the stories for a round's questions does. */
import type { CoverageStory } from '../../core/story/coverage';
import { runCommand } from '../../editorCommands';
import type { LocatedLoop } from '../../store/api';
import type { FromPanel, RoundPanelState } from '../protocol/round';
import { assignedStory } from './assignedView';
import { openPlace, storyPlace } from './roundActions';
import type { FitMessage } from './roundFit';

export type AssignedMessage = Extract<FromPanel, { type: 'assigned' | 'assignStories' }>;

/** What the panel's lists of stories and questions ask, which is not of its run. */
export type ListMessage = AssignedMessage | FitMessage;

export function isAssignedMessage(message: FromPanel): message is AssignedMessage {
  return message.type === 'assigned' || message.type === 'assignStories';
}

/** What of a panel's state is needed to open an assigned story. */
interface AssignedSources {
  readonly located: LocatedLoop | undefined;
  readonly allStories: readonly CoverageStory[];
}

export async function actOnAssigned(
  { located, allStories }: AssignedSources,
  { loop, round }: RoundPanelState,
  message: AssignedMessage,
): Promise<void> {
  if (message.type === 'assignStories') {
    await runCommand('prepLoop.assignStories', { loop, round, ask: true });
    return;
  }
  const assigned = located?.loop.rounds.find(({ id }) => id === round)?.assigned?.[message.index];
  const story = assigned && assignedStory(assigned, allStories);
  await openPlace(storyPlace({ located }, story, message.title));
}
