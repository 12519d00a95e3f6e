import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AskedQuestion } from '../../../src/commandTable';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { Notifications } from '../messages';
import { answeringInputs, answeringPicks, type ShownInput, type ShownPick } from '../picks';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';

const ROUND = { loop: 'acme', round: 'phone-screen' };
const prep = (...path: string[]): vscode.Uri => workspaceUri('prep', ...path);
const PHONE = prep('acme', 'rounds', '01-phone-screen.md');
const DESIGN = prep('acme', 'rounds', '02-system-design.md');
const OUTAGE = prep('stories', 'outage.md');
const COMPANY = prep('acme', 'company.md');

const FILES = {
  'outage.md':
    '---\ntitle: Checkout back in 11 minutes # mine\n---\n\n## Impact\n\nThe outage cost $40k instead of $300k.\n',
  'wrong.md': '---\ntitle: A rewrite that never shipped\n---\n\n## Learned\n\nI was wrong.\n',
};
const PHONE_TEXT = `---
round: phone-screen
date: 2026-11-25
interviewers: [Ana, Sam]
---

# Phone Screen

## Debrief

They were late.
`;
const DESIGN_TEXT =
  '---\nround: system-design\n---\n\n# System Design\n\n## Checklist\n\n- [ ] Know the throughput by heart\n';

const run = <T>(command: string, argument: unknown): Thenable<T | undefined> =>
  vscode.commands.executeCommand(`prepLoop.${command}`, argument);
const debrief = (questions?: readonly AskedQuestion[]): Thenable<vscode.Uri | undefined> =>
  run('debriefRound', { ...ROUND, ...(questions ? { questions } : {}) });

const FAILURE: AskedQuestion = {
  asked: 'Tell me about a crisis',
  story: 'outage.md',
  landed: 'gap',
  pushedOn: 'who decided',
};

async function texts(): Promise<string[]> {
  return Promise.all((await tree(prep())).map((path) => onDisk(prep(...path.split('/')))));
}

describe('The debrief of a round', () => {
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    for (const [name, text] of Object.entries(FILES)) await write(prep('stories', name), text);
    await write(PHONE, PHONE_TEXT);
    await write(DESIGN, DESIGN_TEXT);
    await write(COMPANY, '# Company\n\nThey run 12 clusters in Europe.\n');
    await vscode.commands.executeCommand('prepLoop.refresh');
    notifications = new Notifications();
  });
  afterEach(() => notifications.restore());
  after(emptyWorkspace);

  it('is written into the round’s file, the story, the next checklist and the cards, each once', async () => {
    const uri = await debrief([FAILURE, { asked: 'Why Kafka?', landed: 'solid' }]);
    assert.equal(uri?.toString(), PHONE.toString());
    assert.equal(
      await onDisk(PHONE),
      `${PHONE_TEXT}
### Tell me about a crisis

- Story: [Checkout back in 11 minutes](../../stories/outage.md)
- Landed: gap
- Pushed on: who decided

### Why Kafka?

- Landed: solid
`,
    );
    assert.equal(
      await onDisk(OUTAGE),
      FILES['outage.md'].replace(
        '# mine\n',
        '# mine\ntold:\n  - { loop: acme, round: phone-screen, landed: gap, date: 2026-11-25, to: [Ana, Sam] }\n',
      ),
    );
    assert.match(
      await onDisk(DESIGN),
      /heart\n- \[ \] No good answer yet to “Tell me about a crisis” \(\[feedback on Phone Screen\]\(01-phone-screen\.md\)\)/u,
    );
    const cards = await onDisk(prep('acme', 'drills.md'));
    assert.match(
      cards,
      /^### Tell me about a crisis\n\nA gap in Phone Screen\. “Checkout back in 11 minutes” did not/mu,
    );
    assert.match(cards, /^Round: system-design$/mu);
    const before = await texts();
    await debrief([FAILURE]);
    assert.deepEqual(await texts(), before);
    assert.deepEqual(notifications.messages, []);
  });

  it('is not written at all where a story, a landing or a file is wrong', async () => {
    const before = await texts();
    const refused = async (questions: readonly AskedQuestion[], message: RegExp): Promise<void> => {
      notifications.messages.length = 0;
      assert.equal(await debrief(questions), undefined);
      await until('what is said', () => notifications.messages.length > 0);
      assert.match(notifications.messages.join('\n'), message);
    };
    await refused([{ ...FAILURE, story: 'gone.md' }], /There is no story “gone\.md”/u);
    await refused(
      [{ ...FAILURE, landed: 'so so' as 'gap' }],
      /“so so” is no way to land: use one of strong, solid, gap/u,
    );
    assert.deepEqual(await texts(), before);
    await write(OUTAGE, '---\ntitle: [\n---\n');
    await refused([FAILURE], /outage\.md cannot be written to as it is/u);
    assert.equal(await onDisk(PHONE), PHONE_TEXT);
    assert.equal(await onDisk(DESIGN), DESIGN_TEXT);
    const conflict = `${PHONE_TEXT}<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n`;
    await write(PHONE, conflict);
    await refused([FAILURE], /01-phone-screen\.md has a merge conflict: resolve it first/u);
    assert.equal(await onDisk(PHONE), conflict);
  });

  it('is not written at all where its cards would not be read as cards', async () => {
    const cards = prep('acme', 'drills.md');
    await write(cards, '# Mine\n\n```\nnot closed\n');
    const before = await texts();
    assert.equal(await debrief([FAILURE]), undefined);
    await until('what is said', () => notifications.messages.length > 0);
    assert.match(notifications.messages.join('\n'), /drills\.md ends within code or a comment/u);
    assert.deepEqual(await texts(), before);
    await write(cards, '# Mine\n');
    await debrief([FAILURE]);
    assert.match(await onDisk(cards), /^# Mine\n[\s\S]*\n### Tell me about a crisis\n/u);
  });

  it('takes it back that a story was told where the question had another', async () => {
    await debrief([FAILURE]);
    const wrong = prep('stories', 'wrong.md');
    await debrief([{ ...FAILURE, story: 'wrong.md' }]);
    assert.ok(!(await onDisk(OUTAGE)).includes('phone-screen'));
    assert.match(await onDisk(wrong), /round: phone-screen, landed: gap/u);
    assert.match(await onDisk(PHONE), /- Story: \[A rewrite that never shipped\]/u);
  });

  it('says that a fact may contradict the notes, and leaves them to the user', async () => {
    await debrief([{ asked: 'Do you know us?', contradicted: 'They run 40 clusters' }]);
    await until('the notification', () =>
      notifications.messages.includes('“They run 40 clusters” may contradict your notes.'),
    );
    assert.match(await onDisk(COMPANY), /^They run 12 clusters in Europe\.$/mu);
  });

  it('is offered to who marks a round as done, and asks question after question', async () => {
    const shown: string[] = [];
    const picks: ((pick: ShownPick) => void)[] = [
      (pick) => pick.choose('$(edit) Another question…'),
      (pick) => pick.choose('Checkout back in 11 minutes'),
      (pick) => pick.back(),
      (pick) => pick.choose('Checkout back in 11 minutes'),
      (pick) => pick.choose('$(star-empty) gap'),
      (pick) => pick.choose('$(check) That was all'),
      (pick) => pick.choose('They run 12 clusters in Europe.'),
    ];
    const inputs: ((input: ShownInput) => void)[] = [
      (input) => input.enter('Tell me about a crisis'),
      (input) => input.enter('who decided'),
      (input) => input.enter('They run 40 clusters'),
    ];
    const { showInformationMessage, showQuickPick } = vscode.window;
    const offered: string[] = [];
    Object.assign(vscode.window, {
      showInformationMessage: (message: string, ...choices: string[]) => (
        offered.push(message),
        Promise.resolve(choices[0])
      ),
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => (
        shown.push(...items.map(({ label }) => label)),
        Promise.resolve(items)
      ),
    });
    try {
      await answeringInputs(
        (input) => inputs.shift()?.(input),
        () =>
          answeringPicks(
            (pick) => picks.shift()?.(pick),
            async () => {
              assert.equal(await run('markRoundDone', { ...ROUND, ask: true }), true);
              await until('the note is struck through', async () => (await onDisk(COMPANY)).includes('~~'));
            },
          ),
      );
    } finally {
      Object.assign(vscode.window, { showInformationMessage, showQuickPick });
    }
    assert.deepEqual(offered, ['“Phone Screen”: write down what was asked while you remember it.']);
    assert.deepEqual([picks.length, inputs.length], [0, 0]);
    assert.deepEqual(shown, [
      '$(comment-discussion) No good answer yet to “Tell me about a crisis”',
      '$(mortar-board) Tell me about a crisis',
    ]);
    const round = await onDisk(PHONE);
    assert.match(round, /^status: done$/mu);
    assert.match(round, /- Landed: gap\n- Pushed on: who decided\n- Contradicted: They run 40 clusters\n$/u);
    assert.match(await onDisk(OUTAGE), /round: phone-screen, landed: gap/u);
    assert.match(await onDisk(DESIGN), /No good answer yet/u);
    assert.match(await onDisk(prep('acme', 'drills.md')), /^### Tell me about a crisis$/mu);
    assert.equal(await onDisk(COMPANY), '# Company\n\n~~They run 12 clusters in Europe.~~ They run 40 clusters\n');
  });

  it('takes the story and the landing back where a question had none after all', async () => {
    const answered = async (...labels: readonly string[]): Promise<void> => {
      const picks = ['Tell me about a crisis', ...labels];
      await answeringInputs(
        (input) => input.enter(''),
        () =>
          answeringPicks(
            (pick) => {
              const label = picks.shift();
              if (label === undefined) pick.hide();
              else pick.choose(label);
            },
            () => debrief(),
          ),
      );
      assert.deepEqual(picks, []);
    };
    await debrief([{ ...FAILURE, landed: 'solid' }]);
    await answered('Checkout back in 11 minutes', '$(dash) Cannot say');
    assert.ok(!(await onDisk(PHONE)).includes('Landed'));
    assert.match(await onDisk(OUTAGE), /round: phone-screen, date/u);
    await answered('$(dash) No story', '$(dash) Cannot say');
    assert.equal(await onDisk(PHONE), `${PHONE_TEXT}\n### Tell me about a crisis\n\n- Pushed on: who decided\n`);
    assert.ok(!(await onDisk(OUTAGE)).includes('phone-screen'));
    assert.match(await onDisk(OUTAGE), /^title: Checkout back in 11 minutes # mine$/mu);
  });

  it('tells a story how it landed where only that is said anew', async () => {
    await debrief([FAILURE]);
    await debrief([{ asked: 'tell me about a crisis', landed: 'strong' }]);
    assert.match(await onDisk(OUTAGE), /round: phone-screen, landed: strong/u);
  });

  it('keeps what was answered when it is left with Escape, and can go on later', async () => {
    const picks: ((pick: ShownPick) => void)[] = [
      (pick) => pick.choose('$(edit) Another question…'),
      (pick) => pick.choose('A rewrite that never shipped'),
      (pick) => pick.hide(),
    ];
    await answeringInputs(
      (input) => input.enter('When were you wrong?'),
      () =>
        answeringPicks(
          (pick) => picks.shift()?.(pick),
          () => debrief(),
        ),
    );
    const text = await onDisk(PHONE);
    assert.match(
      text,
      /### When were you wrong\?\n\n- Story: \[A rewrite that never shipped\]\(\.\.\/\.\.\/stories\/wrong\.md\)\n$/u,
    );
    let labels: string[] = [];
    await answeringPicks(
      (pick) => {
        labels = pick.items.map(({ label, description = '' }) => `${label} · ${description}`);
        pick.hide();
      },
      () => debrief(),
    );
    assert.ok(labels.includes('$(check) That was all · 1 noted'));
    assert.ok(labels.includes('When were you wrong? · A rewrite that never shipped'));
    assert.equal(await onDisk(PHONE), text);
  });
});
