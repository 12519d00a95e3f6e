import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { loadPlaybook, type LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { knownAt } from '../../../src/core/recall/forecast';
import { replay } from '../../../src/core/recall/memory';
import { cardId, recallCards } from '../../../src/core/recall/recallCards';
import { readReviews, type ReviewLog } from '../../../src/core/recall/reviewLog';
import type { DrillCardView, DrillsPanelView, ToDrillsPanel } from '../../../src/webview/protocol/drills';
import { MovedClock, playPage, type PlayedPanel } from '../pages';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST_DAY = Date.UTC(2027, 2, 1, 8);
const ROUND = Date.UTC(2027, 2, 8, 14);
const LOOP =
  '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2027-03-01\ndays: 21\ntimeZone: UTC\n---\n';
const LOG = ['prep', 'acme', 'reviews.jsonl'];

const lastOf = ({ said }: PlayedPanel<ToDrillsPanel>): DrillsPanelView | undefined =>
  said.flatMap((message) => (message.type === 'drills' ? [message.drills] : [])).at(-1);

/** What the panel shows once it is as a test waits for. */
async function shown(
  panel: PlayedPanel<ToDrillsPanel>,
  what: string,
  isSo: (view: DrillsPanelView) => boolean,
): Promise<DrillsPanelView> {
  return until(what, () => {
    const view = lastOf(panel);
    return view && isSo(view) ? view : undefined;
  });
}

async function openPanel(scope: Record<string, unknown> = {}): Promise<PlayedPanel<ToDrillsPanel>> {
  const panel = await playPage<ToDrillsPanel>(() =>
    vscode.commands.executeCommand('prepLoop.reviewCards', { loop: 'acme', ...scope }),
  );
  panel.send({ type: 'ready' });
  return panel;
}

async function logNow(): Promise<ReviewLog> {
  return readReviews(await onDisk(workspaceUri(...LOG)), 'acme/reviews.jsonl');
}

async function generalPlaybook(): Promise<LoadedPlaybook> {
  const folder = vscode.Uri.joinPath(extension().extensionUri, 'content', 'playbooks', 'general-pm');
  const texts = await Promise.all(
    ['playbook.json', 'drills.md'].map(async (name): Promise<[string, string]> => [
      name,
      await onDisk(vscode.Uri.joinPath(folder, name)),
    ]),
  );
  const { playbook } = loadPlaybook(new Map(texts), 'general-pm');
  assert.ok(playbook);
  return playbook;
}

describe('A week of drill cards, in the panel, up to a round', function () {
  // A hundred and more ratings, each a line of a file.
  this.timeout(300_000);
  let clock: MovedClock;
  let panel: PlayedPanel<ToDrillsPanel> | undefined;

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    clock = new MovedClock(FIRST_DAY);
    await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
    await write(
      workspaceUri('prep', 'acme', 'rounds', '02-product-sense.md'),
      '---\nround: product-sense\ntitle: Product Sense\ndate: 2027-03-08\ntime: "14:00"\n---\n',
    );
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(async () => {
    panel?.dispose();
    clock.restore();
    await emptyWorkspace();
  });

  /** How long a card is put off at most, by the words of its ratings, in milliseconds. */
  const longestWait = ({ next }: DrillCardView): number =>
    Math.max(
      ...Object.values(next).map((words) => {
        const [, count = '', unit = ''] = /^in (\d+) (minute|hour|day)/u.exec(words) ?? [];
        return Number(count) * { minute: 60_000, hour: HOUR, day: DAY }[unit as 'minute' | 'hour' | 'day'];
      }),
    );

  const seen = new Set<string>();
  let playbook: LoadedPlaybook;
  let judged: readonly string[];
  let [known, all] = ['', ''];

  it('promises on the first day how many cards will be known', async () => {
    playbook = await generalPlaybook();
    judged = playbook.rounds.find(({ id }) => id === 'product-sense')?.competencies ?? [];
    panel = await openPanel();
    const { forecast } = await shown(panel, 'the first card', ({ card }) => card !== undefined);
    [, known = '', all = ''] =
      /^At 10 minutes a day, (\d+) of (\d+) cards for Product Sense will be known on Mon 8 Mar\.$/u.exec(
        forecast.text,
      ) ?? [];
    assert.ok(Number(known) > 0.8 * Number(all), forecast.text);
  });

  for (let day = 0; day < 8; day += 1) {
    it(`puts no card off past the round on day ${day + 1}`, async () => {
      const open = panel ?? assert.fail();
      const titles = playbook.competencies.filter(({ id }) => judged.includes(id)).map(({ title }) => title);
      clock.now = FIRST_DAY + day * DAY;
      if (day > 0) open.send({ type: 'more' });
      let view = await shown(open, `day ${day}`, ({ card, done }) => day === 0 || (card !== undefined && done === 0));
      for (let done = 0; view.card && done < 40; done += 1) {
        const { card } = view;
        if (card.competencies.some((title) => titles.includes(title)))
          assert.ok(longestWait(card) <= ROUND - clock.now + DAY / 2, JSON.stringify([card.question, card.next]));
        clock.now += 30_000;
        // What is new is known two times in three, and what comes back is known.
        const rating = !seen.has(card.id) && seen.size % 3 === 0 ? 'again' : 'good';
        seen.add(card.id);
        open.send({ type: 'rate', card: card.id, done, rating, ms: 12_000 });
        view = await shown(open, `card ${done} of day ${day}`, (next) => next.done === done + 1);
      }
      assert.equal(view.card, undefined, 'the sitting comes to an end');
      if (view.done > 0)
        assert.match(view.changed ?? '', /for Product Sense on Mon 8 Mar\. Before this sitting it was/u);
    });
  }

  it('keeps what it promised', async () => {
    const { reviews, problems } = await logNow();
    assert.deepEqual(problems, []);
    const cards = recallCards(playbook.drills).filter(
      ({ competencies }) => competencies.length === 0 || competencies.some((each) => judged.includes(each)),
    );
    assert.equal(String(cards.length), all);
    const atRound = knownAt(cards, replay(reviews), ROUND);
    assert.ok(atRound >= Number(known) - 1, `${atRound} of ${all} known, ${known} promised`);
  });

  it('has the days in its numbers', async () => {
    assert.ok(panel);
    const { numbers } = await shown(panel, 'the end', ({ card }) => card === undefined);
    assert.equal(numbers?.history.at(-1)?.day, 'Mon 1 Mar');
    assert.ok((numbers?.retention.asked ?? 0) > 20);
  });
});

describe('The panel of drill cards', () => {
  const own = workspaceUri('prep', 'acme', 'drills.md');
  const QUESTIONS = Array.from({ length: 12 }, (_, index) => `Own question number ${index} of all?`);
  let clock: MovedClock;
  let panel: PlayedPanel<ToDrillsPanel>;

  const rate = async (rating: string): Promise<DrillsPanelView> => {
    const before = await shown(panel, 'a card', ({ card }) => card !== undefined);
    clock.now += 1000;
    panel.send({ type: 'rate', card: before.card?.id, done: before.done, rating });
    return shown(panel, 'the next', ({ done }) => done === before.done + 1);
  };
  const mark = async (name: string): Promise<DrillsPanelView> => {
    const before = await shown(panel, 'a card', ({ card }) => card !== undefined);
    clock.now += 1000;
    panel.send({ type: 'mark', card: before.card?.id, mark: name });
    return shown(panel, `the mark ${name}`, ({ recent }) => recent.length === before.recent.length + 1);
  };

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    clock = new MovedClock(FIRST_DAY);
    await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
    await write(own, `## Mine\n\n${QUESTIONS.map((question) => `### ${question}\n\nAn answer.\n`).join('\n')}`);
    await vscode.commands.executeCommand('prepLoop.refresh');
    panel = await openPanel({ group: 'Mine' });
    await shown(panel, 'the cards of the group', ({ card, all }) => card !== undefined && all === QUESTIONS.length);
  });
  afterEach(async () => {
    panel.dispose();
    clock.restore();
    await emptyWorkspace();
  });

  it('buries a card until tomorrow, suspends and flags one, and brings one back', async () => {
    const buried = lastOf(panel)?.card?.id;
    const next = await mark('bury');
    assert.notEqual(next.card?.id, buried);
    const flagged = await mark('flag');
    assert.deepEqual([flagged.card?.id, flagged.card?.flagged], [next.card?.id, true]);
    await mark('unflag');
    const after = await mark('suspend');
    assert.equal(after.all, QUESTIONS.length - 2);
    let view = after;
    while (view.card) view = await rate('easy');
    assert.deepEqual(
      view.suspended?.map(({ card }) => card),
      [next.card?.id],
    );
    clock.now += DAY;
    panel.send({ type: 'mark', card: next.card?.id, mark: 'unsuspend' });
    await shown(panel, 'the card that is back', ({ suspended }) => suspended === undefined);
    panel.send({ type: 'more' });
    const tomorrow = await shown(panel, 'a sitting', ({ card, done }) => card !== undefined && done === 0);
    assert.ok([buried, next.card?.id].includes(tomorrow.card?.id), 'the one that was buried and the one that is back');
  });

  it('undoes any of the last ten ratings', async () => {
    for (let each = 0; each < 11; each += 1) await rate('good');
    const { recent } = await shown(panel, 'ten', (view) => view.recent.length === 10);
    const fifth = recent[4];
    panel.send({ type: 'undo', card: fifth?.card, at: fifth?.at });
    const view = await shown(panel, 'one less', ({ done }) => done === 10);
    assert.ok(view.recent.every(({ card }) => card !== fifth?.card));
    assert.equal((await logNow()).reviews.length, 10);
    const first = (await logNow()).reviews[0];
    panel.send({ type: 'undo', card: first?.card, at: FIRST_DAY - DAY });
    panel.send({ type: 'undo', card: view.recent[0]?.card });
    await shown(panel, 'the last', ({ done }) => done === 9);
  });

  it('opens the present card where it is written, and keeps its history when its question is changed', async () => {
    const { card } = await shown(panel, 'a card', (view) => view.card !== undefined);
    assert.ok(card);
    await rate('again');
    panel.send({ type: 'edit', card: card.id });
    const editor = await until('the file', () =>
      vscode.window.activeTextEditor?.document.uri.toString() === own.toString()
        ? vscode.window.activeTextEditor
        : undefined,
    );
    const { line } = editor.selection.active;
    assert.equal(editor.document.lineAt(line).text, `### ${card.question}`);
    const asked: string[] = [];
    const { showInformationMessage } = vscode.window;
    Object.assign(vscode.window, {
      showInformationMessage: (message: string, ...choices: string[]) => {
        asked.push(message);
        return Promise.resolve(choices[0]);
      },
    });
    // In a browser, the editor saves by itself: then it is asked once the file is left.
    const change = async (at: number, text: string): Promise<void> => {
      const written = await vscode.window.showTextDocument(editor.document);
      await written.edit((edit) => edit.replace(written.document.lineAt(at).range, text));
      await written.document.save();
      await vscode.window.showTextDocument(workspaceUri('prep', 'acme', 'loop.md'), { preview: false });
    };
    try {
      const question = 'What did I mean to ask?';
      await change(line, `### ${question}`);
      const log = await until('the line of the log', async () => {
        const { reviews } = await logNow();
        return reviews.some((review) => review.card === cardId(question)) ? reviews : undefined;
      });
      assert.deepEqual(asked, [`“${card.question}” now asks “${question}”. Is it the same card?`]);
      assert.equal(log.length, 1);
      await change(line + 2, 'Another answer.');
      await change(line + 4, '### Changed, and never reviewed?');
      await change(line, '### What did I mean to ask at last?');
      await until('the second question', () => asked.length > 1);
      assert.equal(asked.length, 2, 'nobody is asked about an answer, or a card without a history');
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
  });

  it('keeps a history by command too, and refuses what is not there', async () => {
    const { card } = await shown(panel, 'a card', (view) => view.card !== undefined);
    await rate('good');
    const keep = (argument: Record<string, unknown>): Thenable<unknown> =>
      vscode.commands.executeCommand('prepLoop.keepCardHistory', { loop: 'acme', ...argument });
    const text = await onDisk(own);
    assert.equal(await keep({ was: card?.question, card: QUESTIONS[3] }), false, 'it is still asked');
    await write(own, text.replace(card?.question ?? '', 'Another?'));
    await vscode.commands.executeCommand('prepLoop.refresh');
    assert.equal(await keep({ was: card?.question, card: 'No such card?' }), false);
    assert.equal(await keep({ was: card?.question, card: 'Another?' }), true);
    assert.deepEqual(
      (await logNow()).reviews.map((review) => review.card),
      [cardId('Another?')],
    );
  });
});
