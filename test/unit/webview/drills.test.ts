import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardScope } from '../../../src/core/recall/cardScope';
import { deadlinesOf } from '../../../src/core/recall/deadlines';
import { UNPLANNED } from '../../../src/core/recall/drillPlan';
import { recallCards } from '../../../src/core/recall/recallCards';
import { markLine, readReviews, reviewLine, type Review } from '../../../src/core/recall/reviewLog';
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

  it('is about the cards that were asked for, due or not, and says what about', () => {
    const group = cards[0]?.group ?? '';
    const known = cards.map((_, index) => review(index, -60 - index));
    const about = (scope: CardScope) => view(known, { scope });
    assert.equal(view(known).card, undefined, 'nothing is due');
    const ofGroup = about({ group });
    assert.deepEqual([ofGroup.card?.group, ofGroup.scope], [group, group]);
    assert.equal(ofGroup.all, Math.min(SITTING, cards.filter((each) => each.group === group).length));
    const weak = about({ competency: 'streaming-scale', limit: 5 });
    assert.deepEqual([weak.all, weak.scope], [5, 'Serving at streaming scale']);
    assert.equal(about({ round: 'system-design' }).scope, 'System Design');
    assert.deepEqual([about({ group: 'none' }).card, about({ round: 'none' }).card], [undefined, undefined]);
    const over = view([...known, review(0, 1)], { scope: { group, limit: 1 } });
    assert.deepEqual([over.card, over.done], [undefined, 1]);
  });

  it('lists the last ten ratings, and says at the end what the sitting has changed', () => {
    const given = Array.from({ length: 12 }, (_, index) => review(index, index));
    assert.deepEqual(
      view(given).recent.map(({ at }) => (at - NOW) / 1000),
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
    );
    assert.equal(view(given).changed, undefined, 'it is not over');
    const few = { ...PLAYBOOK, drills: PLAYBOOK.drills.slice(0, 12) };
    assert.equal(view(given, { playbook: few }).changed, 'You know 12 of 12 cards now. Before this sitting it was 0.');
    const plan = { ...UNPLANNED, deadlines: deadlinesOf(loopOf(), PLAYBOOK.rounds, 'UTC') };
    assert.match(
      view(given, { playbook: few, plan }).changed ?? '',
      /^Without another review, you would know \d+ of \d+ cards for [^.]+ on (?:Tue 24|Fri 27) Nov\. Before this sitting it was 0\.$/u,
    );
  });

  it('asks for new cards as long as the day has room for them', () => {
    const plan = { ...UNPLANNED, newPerDay: 3, dayBegan: NOW - 3_600_000 };
    assert.equal(view([], { plan }).all, 3);
    const three = [0, 1, 2].map((index) => review(index, -600));
    assert.deepEqual([view(three, { plan }).card, view(three, { plan }).more], [undefined, false]);
    const tomorrow = { ...plan, dayBegan: NOW };
    assert.equal(view(three, { plan: tomorrow }).all, 3);
  });

  it('brings no card back later than the next round that it serves, and says what will be known then', () => {
    const plan = { ...UNPLANNED, deadlines: deadlinesOf(loopOf(), PLAYBOOK.rounds, 'UTC') };
    const only = {
      ...PLAYBOOK,
      drills: PLAYBOOK.drills.filter(({ competencies }) => competencies.includes('streaming-scale')).slice(0, 1),
    };
    const { card, forecast } = view([], { plan, playbook: only });
    assert.equal(card?.next.easy, 'in 2 days');
    assert.equal(view([], { playbook: only }).card?.next.easy, 'in 8 days');
    assert.match(
      forecast.text,
      /^At 10 minutes a day, \d+ of 1 card for System Design will be known on Tue 24 Nov\.$/u,
    );
  });

  it('asks no card that was set aside in the sitting, lists that among what can be undone, and brings back', () => {
    const id = (index: number): string => cards[index]?.id ?? '';
    const plan = { ...UNPLANNED, dayBegan: NOW - 3_600_000 };
    const lines = [
      reviewLine(review(0, 1)),
      markLine({ card: id(1), at: NOW + 2000, mark: 'suspend' }),
      markLine({ card: id(2), at: NOW + 3000, mark: 'bury' }),
      markLine({ card: id(3), at: NOW + 4000, mark: 'flag' }),
    ];
    const log = readReviews(lines.join('\n'), 'acme/reviews.jsonl');
    const shown = view([], { log, plan });
    assert.deepEqual([shown.card?.id, shown.card?.flagged, shown.done, shown.last], [id(3), true, 1, id(3)]);
    assert.deepEqual(
      shown.recent.map(({ card, rating, mark }) => [card, rating ?? mark]),
      [
        [id(3), 'Flagged'],
        [id(2), 'Buried'],
        [id(1), 'Suspended'],
        [id(0), 'good'],
      ],
    );
    assert.equal(shown.suspended, undefined, 'only when the sitting is over');
    const over = view([], { log, plan, scope: { group: 'none' } });
    assert.deepEqual(over.suspended, [{ card: id(1), question: cards[1]?.question }]);
    assert.deepEqual(over.flagged, [{ card: id(3), question: cards[3]?.question, own: false }]);
    assert.equal(shown.flagged, undefined);
    assert.deepEqual(decodeToDrillsPanel({ type: 'drills', drills: over }), { type: 'drills', drills: over });
  });

  it('names a card that was forgotten six times, so that it is changed', () => {
    const forgotten = (times: number) =>
      view([], {
        log: readReviews(
          Array.from({ length: times }, (_, index) => [
            reviewLine(review(0, -30 * 86_400 + index * 3 * 86_400)),
            reviewLine(review(0, -30 * 86_400 + (index + 1) * 3 * 86_400 - 60, 'again')),
          ])
            .flat()
            .join('\n'),
          'acme/reviews.jsonl',
        ),
        scope: { group: cards[0]?.group ?? '' },
      }).card;
    assert.deepEqual([forgotten(5)?.id, forgotten(5)?.lapses], [cards[0]?.id, undefined]);
    assert.equal(forgotten(6)?.lapses, 6);
  });

  it('says what is wrong and which file to open', () => {
    const trouble = (changes: Partial<DrillsSources>) => view([], changes).trouble;
    assert.match(trouble({ loop: undefined })?.message ?? '', /not in this workspace any more/u);
    assert.equal(trouble({ playbook: undefined })?.target, 'loop');
    assert.equal(trouble({ playbook: { ...PLAYBOOK, drills: [] } })?.target, 'playbook');
    assert.equal(trouble({ log: readReviews('{', 'acme/reviews.jsonl') })?.target, 'log');
    assert.equal(trouble({}), undefined);
    assert.equal(trouble({ scope: { group: 'Kafkaesque' } })?.message, 'The loop has no cards on Kafkaesque.');
  });
});

describe('messages between the extension and the panel of drill cards', () => {
  it('are understood, and nothing when forged or malformed', () => {
    const message = { type: 'drills', drills: view() };
    assert.deepEqual(decodeToDrillsPanel(JSON.parse(JSON.stringify(message))), message);
    const rate = { type: 'rate', card: 'a', done: 2, rating: 'good' };
    assert.deepEqual(decodeFromDrillsPanel(rate), rate);
    assert.deepEqual(decodeFromDrillsPanel({ type: 'undo', card: 'a' }), { type: 'undo', card: 'a' });
    const mark = { type: 'mark', card: 'a', mark: 'suspend' };
    assert.deepEqual(decodeFromDrillsPanel(mark), mark);
    for (const forged of [
      { ...mark, mark: 'delete' },
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
