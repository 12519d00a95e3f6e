import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { speechTrend } from '../../../src/core/dashboard/dashboardSpeech';
import type { SpeechTrendView } from '../../../src/core/dashboard/dashboardModel';
import { parseSession } from '../../../src/core/sessions/readSession';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceSessionStore } from '../../../src/store/workspaceSessionStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { Notifications } from '../messages';
import { answeringPicks } from '../picks';
import { emptyWorkspace, extension, onDisk, tree, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const importTranscript = (argument: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('prepLoop.importTranscript', argument);

const TURNS: readonly (readonly [speaker: string, at: number, text: string])[] = [
  ['Ana Ruiz', 3, 'Thanks for joining. Tell me about an outage of the checkout.'],
  ['Ben Osei', 9, 'Um, the checkout was, you know, down for 11 minutes, and I rolled the release back that night.'],
  ['Ana Ruiz', 24, 'What did customers notice of the outage?'],
  ['Ben Osei', 27, 'Maybe two percent of the orders failed, I guess.'],
];
const two = (value: number): string => String(value).padStart(2, '0');
const lines = (line: (speaker: string, at: number, text: string) => string): string =>
  TURNS.map((turn) => line(...turn)).join('\n\n');

const FORMS: Readonly<Record<string, string>> = {
  'teams.vtt': `WEBVTT\n\n${lines((who, at, text) => `00:00:${two(at)}.000 --> 00:00:${two(at + 6)}.000\n<v ${who}>${text}</v>`)}`,
  'named.srt': lines((who, at, text) => `${at}\n00:00:${two(at)},000 --> 00:00:${two(at + 6)},000\n${who}: ${text}`),
  'zoom.txt': lines((who, at, text) => `[${who}] 10:02:${two(at)}\n${text}`),
  'otter.txt': lines((who, at, text) => `${who}  0:${two(at)}\n${text}`),
  'meet.txt': `Mock - Transcript\n00:00:00\n\n${lines((who, _, text) => `${who}: ${text}`)}`,
  'plain.txt': lines((who, _, text) => `${who}: ${text}`),
};

describe('Importing a transcript', function () {
  this.timeout(60_000);
  let loop: vscode.Uri;
  let round: string;

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    loop = (await vscode.commands.executeCommand('prepLoop.startLoop', {
      playbook: 'general-pm',
      firstContact: '2026-11-23',
      name: 'acme',
    })) as vscode.Uri;
    [round = ''] = (await tree(vscode.Uri.joinPath(loop, 'rounds'))).map((name) => name.replace(/^\d+-|\.md$/gu, ''));
  });
  after(emptyWorkspace);

  it('writes a session from a file of each form, and adds to it on the same day', async () => {
    let day = 1;
    for (const [name, text] of Object.entries(FORMS)) {
      const file = workspaceUri('given', name);
      await write(file, text);
      const date = `2026-10-${two((day += 1))}`;
      const argument = { uri: file, loop: 'acme', round, you: 'Ben Osei', date };
      const uri = await importTranscript(argument);
      assert.ok(uri, name);
      const session = parseSession('x', await onDisk(uri));
      assert.deepEqual([session.problems, session.round, session.phases], [[], round, []], name);
      assert.equal(session.speech?.fillers, 7.4, name);
      assert.match(session.notes, /### Transcript of .*2026[\s\S]*You are Ben Osei, with Ana Ruiz\./u, name);
      assert.match(session.notes, /First figure: 11 minutes/u, name);
      const before = await onDisk(uri);
      assert.equal((await importTranscript(argument))?.toString(), uri.toString());
      assert.equal(await onDisk(uri), before, name);
    }
    assert.deepEqual(
      (await tree(loop)).filter((path) => path.startsWith('transcripts/')),
      [],
    );
  });

  it('takes a text as well, remembers who you are, and keeps the text only where that is chosen', async () => {
    const argument = { text: FORMS['plain.txt'], loop: 'acme', round, date: '2026-10-20', keep: true };
    const uri = await importTranscript(argument);
    assert.ok(uri);
    assert.match(parseSession('x', await onDisk(uri)).notes, /You are Ben Osei/u);
    const kept = vscode.Uri.joinPath(loop, 'transcripts', `2026-10-20-${round}.txt`);
    assert.equal(await onDisk(kept), FORMS['plain.txt']);
  });

  it('asks which speaker is you and whether the text is kept, with a way back', async () => {
    const asked: string[] = [];
    const uri = await answeringPicks(
      (pick) => {
        asked.push(pick.placeholder ?? '');
        pick.choose(pick.items.some(({ label }) => label === 'Ben Osei') ? 'Ben Osei' : (pick.items[0]?.label ?? ''));
      },
      () => importTranscript({ text: FORMS['plain.txt'], loop: 'acme', round, date: '2026-10-21', ask: true }),
    );
    assert.ok(uri);
    assert.deepEqual(
      asked.map((question) => question.split('?')[0]),
      ['Which speaker is you', 'Keep the text of the transcript as well'],
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('makes the trend of speaking on the dashboard', async () => {
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const sessions = new WorkspaceSessionStore(store, files);
    const speech = async (): Promise<SpeechTrendView | undefined> => {
      const located = await store.findLoop('gamma');
      assert.ok(located);
      return speechTrend(located.loop, await sessions.sessionsNow(located), '2026-11-30');
    };
    await vscode.commands.executeCommand('prepLoop.startLoop', {
      playbook: 'general-pm',
      firstContact: '2026-11-23',
      name: 'gamma',
    });
    try {
      assert.equal(await speech(), undefined);
      for (const [name, date] of [
        ['otter.txt', '2026-10-03'],
        ['teams.vtt', '2026-10-02'],
      ] as const)
        assert.ok(await importTranscript({ text: FORMS[name], loop: 'gamma', round, you: 'Ben Osei', date }));
      const trend = await speech();
      assert.deepEqual(
        trend?.rows.map(({ date, values }) => [date, values[1]]),
        [
          ['2026-10-02', '7.4'],
          ['2026-10-03', '7.4'],
        ],
      );
      assert.match(trend?.measures[1]?.summary ?? '', /^7\.4 on Sat 3 Oct: the same in 2 transcripts\./u);
    } finally {
      for (const part of [sessions, store, files]) part.dispose();
    }
  });

  it('says which file the text could not be kept in, and when a day has too many', async () => {
    const beta = (await vscode.commands.executeCommand('prepLoop.startLoop', {
      playbook: 'general-pm',
      firstContact: '2026-11-23',
      name: 'beta',
    })) as vscode.Uri;
    const argument = { text: FORMS['plain.txt'], loop: 'beta', round, date: '2026-10-22', keep: true };
    const folder = vscode.Uri.joinPath(beta, 'transcripts');
    await write(folder, 'a file, where a folder should be');
    const notifications = new Notifications();
    try {
      assert.ok(await importTranscript(argument));
      await vscode.workspace.fs.delete(folder);
      for (let number = 1; number <= 50; number += 1)
        await write(vscode.Uri.joinPath(folder, `2026-10-22-${round}${number > 1 ? `-${number}` : ''}.txt`), 'other');
      assert.ok(await importTranscript(argument));
    } finally {
      notifications.restore();
    }
    const [wrong, many] = notifications.messages;
    assert.ok(wrong?.startsWith(`2026-10-22-${round}.txt was not written: `), wrong);
    assert.match(many ?? '', /beta\/transcripts has 50 transcripts of this round on that day/u);
  });

  it('takes the session that is named, and none of another loop', async () => {
    const at = { text: FORMS['plain.txt'], round, date: '2026-10-23' };
    const uri = await importTranscript({ ...at, loop: 'acme' });
    assert.equal((await importTranscript({ ...at, loop: 'acme', session: uri }))?.toString(), uri?.toString());
    const notifications = new Notifications();
    try {
      assert.equal(await importTranscript({ ...at, loop: 'beta', session: uri }), undefined);
    } finally {
      notifications.restore();
    }
    assert.match(notifications.messages[0] ?? '', /The loop “beta” has no session “.*2026-10-23/u);
  });

  it('shows that it is at work while it reads a long one', async () => {
    const { withProgress } = vscode.window;
    const shown: (string | undefined)[] = [];
    Object.defineProperty(vscode.window, 'withProgress', {
      configurable: true,
      value: (...given: Parameters<typeof withProgress>) => {
        shown.push(given[0].title);
        return withProgress(...given);
      },
    });
    try {
      const long = `${FORMS['plain.txt']}\n\n`.repeat(2000);
      assert.ok(await importTranscript({ text: long, loop: 'acme', round, you: 'Ben Osei', date: '2026-10-24' }));
      assert.ok(await importTranscript({ text: FORMS['plain.txt'], loop: 'acme', round, date: '2026-10-25' }));
    } finally {
      Object.defineProperty(vscode.window, 'withProgress', { configurable: true, value: withProgress });
    }
    assert.deepEqual(shown, ['Reading a long transcript…', 'Reading a long transcript…']);
  });

  it('says what is wrong with what is no transcript, and writes nothing', async () => {
    const before = await tree(loop);
    const file = workspaceUri('given', 'interview.docx');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('PK\u0003\u0004\u0014\0'));
    const notifications = new Notifications();
    try {
      assert.equal(await importTranscript({ uri: file, loop: 'acme', round }), undefined);
      assert.equal(await importTranscript({ text: ' ', loop: 'acme', round: 'none' }), undefined);
      assert.equal(await importTranscript({ text: FORMS['plain.txt'], loop: 'acme', round, you: 'Zoe' }), undefined);
    } finally {
      notifications.restore();
    }
    const [docx, , zoe] = notifications.messages;
    assert.match(docx ?? '', /“interview\.docx” was not imported\. This is a Word document/u);
    assert.match(zoe ?? '', /Nobody in the transcript is called “Zoe”: it names Ana Ruiz, Ben Osei\./u);
    assert.deepEqual(await tree(loop), before);
  });
});
