import assert from 'node:assert/strict';
import fc from 'fast-check';
import { serves } from '../../../src/core/recall/deadlines';
import { UNPLANNED } from '../../../src/core/recall/drillPlan';
import { replay } from '../../../src/core/recall/memory';
import { cardToAppend, readOwnCards } from '../../../src/core/recall/ownCards';
import { cardId, cardsOfAll, recallCards } from '../../../src/core/recall/recallCards';
import { chosenQueue, reviewQueue } from '../../../src/core/recall/reviewQueue';

const KNOWN = { competencies: new Set(['scale', 'cost']), rounds: new Set(['design', 'screen']) };
const read = (text: string) => readOwnCards(text, 'acme/drills.md', KNOWN);
const DAY = 86_400_000;

describe('Your own cards', () => {
  it('are a question as a heading and an answer, in groups, each with its place', () => {
    const text = '### What is lag?\nHow far behind.\n\n## Money\n\n### What is CAC?\n\nCompetencies: cost\n\nA cost.\n';
    const { cards, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      cards.map(({ id, group, question, answer, competencies }) => [id, group, question, answer, competencies]),
      [
        [cardId('What is lag?'), 'Your cards', 'What is lag?', 'How far behind.', []],
        [cardId('What is CAC?'), 'Money', 'What is CAC?', 'A cost.', ['cost']],
      ],
    );
    assert.deepEqual(
      cards.map(({ place }) => text.slice(place?.start ?? 0).split('\n')[0]),
      ['### What is lag?', '### What is CAC?'],
    );
  });

  it('can be for a round, which is no part of the answer', () => {
    const [card] = read('### A?\n\nRound: design\n\nB.\n').cards;
    assert.ok(card);
    assert.deepEqual([card.answer, card.rounds], ['B.', ['design']]);
    assert.ok(serves(card, { id: 'design', competencies: [] }));
    assert.ok(!serves(card, { id: 'screen', competencies: ['scale'] }), 'it names no competency, but a round');
  });

  it('leave out each marked text in a card of its own, but none in code', () => {
    const { cards } = read('### Kafka\n\nA ==topic== has ==partitions==; `a==b==c`.\n\n```\n==x==\n```\n');
    assert.deepEqual(
      cards.map(({ question }) => question.split(';')[0]),
      ['Kafka: A […] has partitions', 'Kafka: A topic has […]'],
    );
    assert.match(cards[0]?.answer ?? '', /^A \*\*topic\*\* has partitions; `a==b==c`\.\n\n```\n==x==\n```$/u);
    assert.equal(new Set(cards.map(({ id }) => id)).size, 2);
    assert.equal(read('### A?\n\nx ==y== and ==y==.\n').cards.length, 1, 'the same text is left out at once');
  });

  it('leave out a setting with its value, and nothing of a comparison', () => {
    const asked = (answer: string) => read(`### Which?\n\n${answer}\n`).cards.map(({ question }) => question);
    assert.deepEqual(asked('It is ==acks=all==, and ==a=b=c==.'), [
      'Which?: It is […], and a=b=c.',
      'Which?: It is acks=all, and […].',
    ]);
    assert.deepEqual(asked('Where a == b, or a === b, c ==d.'), ['Which?']);
  });

  it('are asked both ways where the answer begins with <->', () => {
    const { cards } = read('### Lag\n\n<-> How far a group\nis behind.\n');
    assert.deepEqual(
      cards.map(({ question, answer }) => [question, answer]),
      [
        ['Lag', 'How far a group\nis behind.'],
        ['How far a group is behind.', 'Lag'],
      ],
    );
  });

  it('say at its place what is wrong', () => {
    const text = '### A?\n\nCompetencies: scale, cooking\nRound: lunch\n\nB.\n\n### Empty?\n';
    assert.deepEqual(
      read(text).problems.map(({ path, start, end }) => [path, text.slice(start, end)]),
      [
        ['acme/drills.md', 'cooking'],
        ['acme/drills.md', '### Empty?'],
        ['acme/drills.md', 'lunch'],
      ],
    );
    assert.deepEqual(read(' \n'), { cards: [], problems: [] });
  });

  it('that give each other away are not asked on one day, unless one was not known', () => {
    const { cards } = read('### Lag\n\n<-> How far behind.\n\n### Other?\n\nYes.\n');
    const [front, back, other] = cards.map(({ id }) => id) as [string, string, string];
    const at = Date.UTC(2026, 10, 22, 9);
    const asked = (days: number, rating: 'good' | 'again' = 'good', id = front): string[] => {
      const memories = replay([{ card: id, at: at - days * DAY - 900_000, rating }]);
      return reviewQueue(cards, memories, at, { ...UNPLANNED, dayBegan: at - DAY / 4 }).wanted.map((card) => card.id);
    };
    assert.deepEqual(
      reviewQueue(cards, new Map(), at, { ...UNPLANNED, dayBegan: at - DAY / 4 }).wanted.map(({ id }) => id),
      [front, other],
    );
    assert.deepEqual(asked(0), [other]);
    assert.deepEqual(asked(0, 'again'), [front, other]);
    assert.deepEqual(asked(1), [back, other]);
    const chosen = chosenQueue(reviewQueue(cards, replay([{ card: front, at, rating: 'good' }]), at));
    assert.ok(
      chosen.wanted.some(({ id }) => id === front),
      'chosen cards are asked though they are not due',
    );
  });

  it('are added at the end, byte for byte after what is there, and read as they were meant (property)', () => {
    assert.equal(cardToAppend('', 'A?', 'B.'), '### A?\n\nB.\n');
    assert.equal(cardToAppend('### X?\r\nY', 'A?', 'B\nC'), '\r\n\r\n### A?\r\n\r\nB\r\nC\r\n');
    const word = fc.stringMatching(/^[a-z#]{1,5}( [a-z#]{1,5}){0,3}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (lines, before) => {
        const text = `### First?\n\n${before.replaceAll('#', '')}x\n`;
        const { cards } = read(text + cardToAppend(text, 'Second?', lines.join('\n')));
        assert.deepEqual(
          cards.map(({ question }) => question),
          ['First?', 'Second?'],
        );
      }),
    );
  });

  it('are asked once where several files, or one, ask the same', () => {
    const playbook = recallCards(
      [
        ['Lag?', 'Old.'],
        ['Kafka', 'Old too.'],
        ['Other?', 'Yes.'],
      ].map(([question = '', answer = '']) => ({ question, answer, group: '', competencies: [] })),
    );
    const own = read('### lag\n\nNew.\n\n### Lag?\n\nNewer.\n\n### Kafka\n\n==One== and ==two==.\n').cards;
    const cards = cardsOfAll(playbook, own);
    assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length);
    assert.deepEqual(
      cards.map(({ answer }) => answer),
      ['New.', '**One** and two.', 'One and **two**.', 'Yes.'],
    );
    const doubled = read('### Lag\n\nA.\n\n### LAG\n\nB.\n').cards;
    assert.deepEqual(
      cardsOfAll(doubled).map(({ answer }) => answer),
      ['A.'],
    );
  });

  it('are two cards where two questions that are asked both ways have one answer', () => {
    const { cards } = read('### Who wrote TeX?\n\n<-> Knuth\n\n### Who wrote TAOCP?\n\n<-> Knuth\n');
    assert.equal(new Set(cards.map(({ id }) => id)).size, 4);
  });

  it('keep what is code, whatever it looks like', () => {
    const { cards, problems } = read(
      '### A?\n\nB ``x ` ==y==``.\n\n````\nRound: lunch\n```\n==x==\n~~~\n````\n\nRound: design\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      cards.map(({ answer, rounds }) => [answer, rounds]),
      [['B ``x ` ==y==``.\n\n````\nRound: lunch\n```\n==x==\n~~~\n````', ['design']]],
    );
  });

  it('are asked from the user’s side where a merge is not resolved', () => {
    const text =
      '### A?\r\n\r\n<<<<<<< HEAD\r\nOurs.\r\n=======\r\nTheirs.\r\n\r\n### X?\r\n\r\nY.\r\n>>>>>>> other\r\n\r\n### B?\r\n\r\nYes.\r\n';
    const { cards, problems } = read(text);
    assert.deepEqual(
      cards.map(({ question, answer, place }) => [question, answer.trim(), text.slice(place?.start).slice(0, 6)]),
      [
        ['A?', 'Ours.', '### A?'],
        ['B?', 'Yes.', '### B?'],
      ],
    );
    assert.deepEqual(
      problems.map(({ start, severity }) => [text.slice(start, start + 7), severity]),
      [['<<<<<<<', 'error']],
    );
  });

  it('have an answer besides what they are for', () => {
    const text = '### A?\n\nRound: design\n\n### B?\n\n<->\n\n### C?\n\nYes <-> no.\n';
    const { cards, problems } = read(text);
    assert.deepEqual(
      cards.map(({ question }) => question),
      ['C?'],
    );
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['### A?', '### B?'],
    );
  });

  it('are added with their code as it is, and begin no other card', () => {
    assert.equal(cardToAppend('', 'A?', '# a\n\n```\n# b\n---'), '### A?\n\n\\# a\n\n```\n# b\n---\n```\n');
    const text = cardToAppend('', 'A?', 'Title\n---\nmore\n===\n- item') + cardToAppend('x', 'B?', 'C.');
    assert.deepEqual(
      read(text).cards.map(({ question, group }) => [question, group]),
      [
        ['A?', 'Your cards'],
        ['B?', 'Your cards'],
      ],
    );
  });

  it('never make their reader throw (property)', () => {
    const piece = fc.constantFrom(
      '### ',
      '## ',
      '==',
      '<->',
      '`',
      '```',
      '\n',
      'Round: ',
      'Competencies: ',
      'a',
      ' ',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of read(text).problems) assert.ok(start <= end && end <= text.length);
      }),
    );
  });
});
