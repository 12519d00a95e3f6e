import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import type { Drill } from '../../../src/core/playbook/playbookDrills';
import { dueBefore, momentsOf } from '../../../src/core/recall/deadlines';
import { forecastOf, knownAt } from '../../../src/core/recall/forecast';
import { replay } from '../../../src/core/recall/memory';
import { recallCards } from '../../../src/core/recall/recallCards';
import { reviewQueue, sitting } from '../../../src/core/recall/reviewQueue';
import type { LocatedLoop, PrepStore } from '../../../src/store/api';
import { drillPlanOf } from '../../../src/store/drillPlans';
import { DueCards } from '../../../src/store/dueCards';
import { OwnCards } from '../../../src/store/ownCards';
import { ReviewStore } from '../../../src/store/reviewStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const LOOP =
  '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\ntimeZone: UTC\n---\n';
const ROUND = '---\nround: system-design\ntitle: System Design\ndate: 2026-11-30\ntime: "14:00"\n---\n';

describe('A week of drill cards up to a round', () => {
  const files = new WorkspaceTextFiles();
  const store = new ReviewStore(files);
  const drills: Drill[] = Array.from({ length: 60 }, (_, index) => ({
    group: 'Kafka',
    question: `Question ${index}?`,
    answer: 'An answer.',
    competencies: [index < 40 ? 'scale' : 'other'],
  }));
  const playbook = { drills, competencies: [], rounds: [{ id: 'system-design', competencies: ['scale'] }] };
  const prep = { playbookOf: () => Promise.resolve({ playbook }), loops: () => Promise.resolve([]) };

  before(emptyWorkspace);
  after(async () => {
    files.dispose();
    await emptyWorkspace();
  });

  it('asks each day for as many as there is time for, and puts none off past the round', async () => {
    const texts = { 'loop.md': LOOP, 'rounds/01-system-design.md': ROUND };
    const uri = workspaceUri('prep', 'acme');
    await write(vscode.Uri.joinPath(uri, 'loop.md'), LOOP);
    const loop = assembleLoop(
      'acme',
      new Map(Object.entries(texts).map(([path, text]) => [path, parseFile(text)])),
      [],
      () => undefined,
    );
    const root = { uri: workspaceUri('prep'), folder: vscode.workspace.workspaceFolders?.[0] };
    const located = { uri, loop, root } as unknown as LocatedLoop;
    const cards = recallCards(drills);
    const due = new DueCards(prep as unknown as PrepStore, store, new OwnCards(prep as unknown as PrepStore, files));
    const [round] = [Date.UTC(2026, 10, 30, 14)];
    let now = Date.UTC(2026, 10, 23, 8);
    const clock = { now: () => now };
    assert.equal((await due.count(located, now)).due, 0, 'Today asks nobody who has not begun');
    const plan = drillPlanOf(located, playbook as never, clock);
    assert.deepEqual(
      plan.deadlines.rounds.map(({ at }) => at),
      [round],
    );
    const promised = forecastOf(cards, [], plan, now)[0]?.known ?? 0;
    const asked: number[] = [];
    for (let day = 0; day < 8; day += 1) {
      now = Date.UTC(2026, 10, 23 + day, 8);
      for (let each = 0; each < 20; each += 1) {
        const { reviews } = await store.log(located);
        const began = reviews.filter(({ at }) => at >= Date.UTC(2026, 10, 23 + day, 8));
        const queue = reviewQueue(cards, replay(reviews), now, drillPlanOf(located, playbook as never, clock));
        const { card } = sitting(queue, began);
        if (!card) break;
        now += 30_000;
        await store.add(located, { card: card.id, at: now, rating: 'good', ms: 4000 });
      }
      now += 3_600_000;
      asked.push((await due.count(located, now)).due);
      const { deadlines } = drillPlanOf(located, playbook as never, clock);
      for (const [id, memory] of replay((await store.log(located)).reviews)) {
        const card = cards.find((known) => known.id === id);
        assert.ok(card);
        const moments = momentsOf(card, deadlines, now);
        if (moments.length > 0) assert.ok(dueBefore(memory, moments, deadlines.retention) <= round);
      }
    }
    assert.deepEqual(asked.slice(0, 6), Array(6).fill(0), 'the day asks for nothing more after its sitting');
    // On the last days every card is to be known more surely, and what is due is asked for whatever the time.
    assert.ok(
      asked.slice(6).every((count) => count <= 20),
      String(asked),
    );
    const known = knownAt(cards.slice(0, 40), replay((await store.log(located)).reviews), round);
    assert.ok(known > 36, `${known} of 40 known, ${promised} promised`);
    assert.ok(known >= promised - 1, 'who knows every card knows what was promised');
  });
});

describe('The user’s own cards', () => {
  const shared = workspaceUri('prep', 'drills.md');
  const own = workspaceUri('prep', 'acme', 'drills.md');
  const messages = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(({ message }) => message);

  before(async () => {
    await extension().activate();
  });
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('are made of a selection, one after the other, in the file of the loop that the text belongs to', async () => {
    const made = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.makeCard', {
      loop: 'acme',
      question: 'What is lag?',
      answer: 'How far behind.',
    });
    assert.equal(made.toString(), own.toString());
    const notes = workspaceUri('prep', 'acme', 'company.md');
    await write(notes, '# Acme\n\nSells logs.\n');
    const editor = await vscode.window.showTextDocument(notes);
    editor.selection = new vscode.Selection(2, 0, 2, 11);
    await vscode.commands.executeCommand('prepLoop.makeCard', { question: 'What does Acme sell?' });
    assert.equal(await onDisk(own), '### What is lag?\n\nHow far behind.\n\n### What does Acme sell?\n\nSells logs.\n');
  });

  it('are refused without a word of an answer, and nothing is written', async () => {
    assert.equal(
      await vscode.commands.executeCommand('prepLoop.makeCard', { loop: 'acme', question: 'A?' }),
      undefined,
    );
    await assert.rejects(async () => onDisk(own));
  });

  it('have their problems shown at their place, in the loop’s file and in the one for all loops', async () => {
    await write(shared, '### A?\n\nCompetencies: cooking\n\nB.\n');
    await write(own, '### Empty?\n');
    await until('both', () => messages(shared).length > 0 && messages(own).length > 0);
    assert.match(messages(shared)[0] ?? '', /no competency “cooking”/u);
    assert.ok(messages(own).some((message) => message.includes('“Empty?” has no answer')));
  });

  it('are opened as a sitting about a round, a group or a competency', async () => {
    for (const scope of [{ round: 'recruiter-screen', limit: 5 }, { group: 'Metrics' }, { competency: 'none' }])
      await vscode.commands.executeCommand('prepLoop.reviewCards', { loop: 'acme', ...scope });
    const panels = (): vscode.Tab[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Drills: Acme');
    await until('the panel', () => panels().length === 1);
  });
});
