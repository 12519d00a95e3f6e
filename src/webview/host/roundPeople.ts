/** What a press on the people of a round's panel does. */
import { runCommand } from '../../editorCommands';
import type { FromPanel, RoundPanelState } from '../protocol/round';

export type PeopleMessage = Extract<FromPanel, { type: 'person' | 'removePerson' | 'invite' }>;

export function isPeopleMessage(message: FromPanel): message is PeopleMessage {
  return message.type === 'person' || message.type === 'removePerson' || message.type === 'invite';
}

/** @throws Refusal where the file is not as it was shown. */
export async function actOnPeople({ loop, round }: RoundPanelState, message: PeopleMessage): Promise<void> {
  if (message.type === 'invite') return void (await runCommand('prepLoop.readInvite', { loop, round }));
  if (message.type === 'removePerson') {
    const { interviewer, nth } = message;
    return void (await runCommand('prepLoop.removeInterviewer', { loop, round, interviewer, nth }));
  }
  const { name, role, cares, link, interviewer, nth = 0 } = message;
  const fields = { loop, round, name, role, cares, link };
  if (interviewer === undefined) await runCommand('prepLoop.addInterviewer', fields);
  else await runCommand('prepLoop.editInterviewer', { ...fields, interviewer, nth });
}
