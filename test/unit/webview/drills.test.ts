import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recallCards } from '../../../src/core/recall/recallCards';
import { readReviews, reviewLine, type Review } from '../../../src/core/recall/reviewLog';
import { SITTING } from '../../../src/core/recall/reviewQueue';
import { makeDrillsView, type DrillsSources } from '../../../src/webview/host/drillsView';
import { decodeDrillsState, decodeFromDrillsPanel, decodeToDrillsPanel } from '../../../src/webview/protocol/drills';
import { loopOf, NOW, PLAYBOOK } from '../dashboard/sample';

const renderer = { render: (text: string) => `<p>${text}</p>`, renderInline: (text: string) => text };
const cards = recallCards(PLAYBOOK.drills);
const review = (index: number, seconds: number, rating: Review['rating'] = 'good'): Review => ({
  card: cards[index]?.id ?? '',
  at: NOW + seconds * 1000,
  rating,
});
const view = (given: readonly Review[] = [], changes: Partial<DrillsSources> = {}) =>
  makeDrillsView(
    {
      name: 'acme',
      loop: loopOf(),
      playbook: PLAYBOOK,
      log: readReviews(given.map(reviewLine).join('\n'), 'acme/reviews.jsonl'),
      began: NOW,
      now: NOW + 60_000,
      ...changes,
    },
    renderer,
  );

describe('what the panel of drill cards shows', () => {
  it('begins with the first card of the playbook, and says when it comes back', () => {
    const { card, done, all, title } = view();
    assert.deepEqual(
      [title, done, all, card?.question, card?.fresh],
      ['Acme AI PM', 0, SITTING, PLAYBOOK.drills[0]?.question, true],
    );
    assert.equal(card?.answer, `<p>${PLAYBOOK.drills[0]?.answer}</p>`);
    assert.deepEqual(card?.next.again, 'in 10 minutes');
    assert.match(card?.next.good ?? '', /^in \d+ days$/u);
  });

  it('goes on with the next, and counts the ratings of the sitting alone', () => {
    const { card, done, all, tally } = view([review(0, -86_400), review(1, 1), review(2, 2, 'again')]);
    assert.deepEqual([done, all, tally], [2, SITTING + 1, { again: 1, hard: 0, good: 1, easy: 0 }]);
    assert.equal(card?.question, PLAYBOOK.drills[3]?.question);
  });

  it('ends, says what is left, and offers another sitting where there is one', () => {
    const sitting = Array.from({ length: SITTING }, (_, index) => review(index, index));
    const over = view(sitting);
    assert.deepEqual(
      [over.card, over.done, over.more, over.rest],
      [undefined, SITTING, true, `Nothing is due; ${cards.length - SITTING} cards never seen.`],
    );
    const all = view(cards.map((_, index) => review(index, -5)));
    assert.deepEqual([all.card, all.more], [undefined, false]);
    assert.match(all.rest, /^Nothing is due\. The next card is due in \d+ days?\.$/u);
  });

  it('says what is wrong and which file to open', () => {
    const trouble = (changes: Partial<DrillsSources>) => view([], changes).trouble;
    assert.match(trouble({ loop: undefined })?.message ?? '', /not in this workspace any more/u);
    assert.equal(trouble({ playbook: undefined })?.target, 'loop');
    assert.equal(trouble({ playbook: { ...PLAYBOOK, drills: [] } })?.target, 'playbook');
    assert.equal(trouble({ log: readReviews('{', 'acme/reviews.jsonl') })?.target, 'log');
    assert.equal(trouble({}), undefined);
  });
});

describe('messages between the extension and the panel of drill cards', () => {
  it('are understood, and nothing when forged or malformed', () => {
    const message = { type: 'drills', drills: view() };
    assert.deepEqual(decodeToDrillsPanel(JSON.parse(JSON.stringify(message))), message);
    const rate = { type: 'rate', card: 'a', done: 2, rating: 'good' };
    assert.deepEqual(decodeFromDrillsPanel(rate), rate);
    assert.deepEqual(decodeFromDrillsPanel({ type: 'undo', card: 'a' }), { type: 'undo', card: 'a' });
    for (const forged of [
      { ...rate, rating: 5 },
      { type: 'rate', card: 'a', rating: 'good' },
      { type: 'undo' },
      { ...rate, path: '/etc' },
      { type: 'open', target: '/etc/passwd' },
      { type: 'run' },
    ])
      assert.equal(decodeFromDrillsPanel(forged), undefined);
    assert.equal(decodeDrillsState({ loop: 'prep/acme' }), undefined);
    assert.deepEqual(decodeDrillsState({ loop: 'file:///prep/acme' }), { loop: 'file:///prep/acme' });
  });

  it('never make a decoder throw (property)', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        [decodeFromDrillsPanel, decodeToDrillsPanel, decodeDrillsState].forEach((decode) => decode(value)),
      ),
    );
  });
});
