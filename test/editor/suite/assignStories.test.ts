import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnsweredQuestion } from '../../../src/commandTable';
import { answeringPicks } from '../picks';
import { emptyWorkspace, until, workspaceUri, write } from '../support';

const assign = (argument: object): Thenable<readonly AnsweredQuestion[] | undefined> =>
  vscode.commands.executeCommand('prepLoop.assignStories', argument);

const STORIES = {
  'wrong.md':
    '---\ntitle: A rewrite that never shipped\ntold:\n  - { loop: other, round: screen, landed: solid, date: 2026-10-02, to: [Kim] }\n---\n\n## Impact\n\nWe lost $200k.\n\n## Learned\n\nI was wrong: it was my mistake, and I should have asked.\n',
  'outage.md': '---\ntitle: Checkout back in 11 minutes\n---\n\n## Impact\n\nThe outage cost $40k instead of $300k.\n',
  'late.md': '---\ntitle: Nine months late\n---\n\n## Impact\n\nWe missed the date.\n',
};
const QUESTIONS = ['Tell me about a time you failed.', 'Describe a crisis.', 'Describe a negotiation.'];
const ROUND = 'recruiter-screen';
const roundFile = (): vscode.Uri => workspaceUri('prep', 'acme', 'rounds', `01-${ROUND}.md`);
const textOf = async (uri: vscode.Uri): Promise<string> => String(await vscode.workspace.fs.readFile(uri));

async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 50);
  return lenses.map(({ command }) => command?.title ?? '');
}

describe('Stories for a round', () => {
  before(async () => {
    await emptyWorkspace();
    await vscode.commands.executeCommand('prepLoop.startLoop', {
      playbook: 'general-pm',
      firstContact: '2026-11-23',
      name: 'acme',
    });
    for (const [name, text] of Object.entries(STORIES)) await write(workspaceUri('prep', 'stories', name), text);
    await until('the stories', async () => {
      const found = await vscode.commands.executeCommand<readonly unknown[]>('prepLoop.findStory', {
        loop: 'acme',
        question: 'x',
      });
      return found.length === 3 ? found : undefined;
    });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyWorkspace();
  });

  it('are given to the questions that are named, none twice, and written into the round’s file', async () => {
    const before = await textOf(roundFile());
    const answers = await assign({ loop: 'acme', round: ROUND, questions: QUESTIONS });
    assert.deepEqual(
      answers?.map(({ prompt, title, fit }) => [prompt, title === undefined ? fit : title]),
      [
        [QUESTIONS[0], 'A rewrite that never shipped'],
        [QUESTIONS[1], 'Checkout back in 11 minutes'],
        [QUESTIONS[2], 'gap'],
      ],
    );
    const after = await textOf(roundFile());
    const added = `assigned:\n  - { prompt: Tell me about a time you failed., story: wrong.md }\n  - { prompt: Describe a crisis., story: outage.md }\n  - { prompt: Describe a negotiation. }\n`;
    assert.ok(after.includes(added), after);
    assert.equal(after.replace(added, ''), before);
  });

  it('are shown to a person, who changes one before anything is written', async () => {
    const before = await textOf(roundFile());
    const seen: string[][] = [];
    let step = 0;
    await answeringPicks(
      (pick) => {
        seen.push(pick.items.map(({ label }) => label));
        step += 1;
        const labelled = (part: string): string => pick.items.find(({ label }) => label.includes(part))?.label ?? '';
        if (step === 1) pick.choose(labelled('questions named before'));
        else if (step === 2) pick.choose(labelled('failed'));
        else if (step === 3) pick.choose(labelled('Nine months late'));
        else pick.hide();
      },
      () => assign({ loop: 'acme', round: ROUND, ask: true }),
    );
    assert.equal(step, 4);
    assert.equal(await textOf(roundFile()), before, 'nothing is written where the list is left');
    step = 0;
    await answeringPicks(
      (pick) => {
        step += 1;
        const labelled = (part: string): string => pick.items.find(({ label }) => label.includes(part))?.label ?? '';
        if (step === 1) pick.choose(labelled('failed'));
        else if (step === 2) pick.choose(labelled('Nine months late'));
        else pick.choose(labelled('Write These'));
      },
      () => assign({ loop: 'acme', round: ROUND, questions: QUESTIONS, ask: true }),
    );
    assert.equal(await textOf(roundFile()), before.replace('wrong.md', 'late.md'));
  });

  it('that its people have heard are told again only where no other fits', async () => {
    const text = await textOf(roundFile());
    await write(roundFile(), text.replace('assigned:', 'interviewers: [Kim]\nassigned:'));
    const told = await until('the interviewer', async () => {
      const answers = await assign({ loop: 'acme', round: ROUND, questions: QUESTIONS.slice(0, 1) });
      return answers?.[0]?.title === 'Nine months late' ? answers : undefined;
    });
    assert.equal(told.length, 1);
  });

  it('the round’s file starts its clock by a lens, which says what runs', async () => {
    await vscode.window.showTextDocument(roundFile());
    await until('the lens', async () => (await lensTitles(roundFile())).includes('Start the clock'));
    await vscode.commands.executeCommand('prepLoop.startTimer', { loop: 'acme', round: ROUND });
    try {
      await until('the running clock', async () =>
        (await lensTitles(roundFile())).some((title) => title.startsWith('On the clock: ')),
      );
      const other = workspaceUri('prep', 'acme', 'rounds', '02-product-sense.md');
      await vscode.window.showTextDocument(other);
      await until('what else runs', async () =>
        (await lensTitles(other)).some((title) => title.startsWith('Start the clock (now timing ')),
      );
    } finally {
      await vscode.commands.executeCommand('prepLoop.resetTimer');
    }
  });

  it('each prompt of a playbook of one’s own has the search for a story over it', async () => {
    await vscode.commands.executeCommand('prepLoop.newPlaybook', { id: 'mine', from: 'general-pm' });
    const file = workspaceUri('prep', 'playbooks', 'mine', 'rounds', 'product-sense.md');
    await vscode.window.showTextDocument(file);
    await until('the lenses', async () => {
      const titles = await lensTitles(file);
      return titles.length > 3 && titles.every((title) => title === 'Find a story');
    });
  });
});
