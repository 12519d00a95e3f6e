import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDate } from '../../../src/core/days/dates';
import type { Telling } from '../../../src/core/debrief/tellings';
import { askedInPrompt, assignStories, mostInTotal } from '../../../src/core/match/assignment';
import { heardBefore, tellingInWords } from '../../../src/core/match/heard';
import { questionLines } from '../../../src/core/match/questionLines';
import { StoryIndex, type MatchableStory } from '../../../src/core/match/storyIndex';

const story = (id: string, body: string): MatchableStory => ({ id, title: id, impact: '', body, competencies: [] });

/** The greatest sum there is, by trying all. */
function byTrial(gains: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === gains.length) return 0;
  const without = byTrial(gains, row + 1, taken);
  return (gains[row] ?? []).reduce(
    (best, gain, column) =>
      taken.has(column) ? best : Math.max(best, gain + byTrial(gains, row + 1, new Set([...taken, column]))),
    without,
  );
}

const gainsOf = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('Stories for all questions of a round', () => {
  it('are the best in total, not each the best that is left', () => {
    // Both are best answered by the first; the second question has no other.
    assert.deepEqual(
      mostInTotal([
        [9, 8],
        [9, 0],
      ]),
      [1, 0],
    );
  });

  it('gain the most there is, and none is told twice', () => {
    fc.assert(
      fc.property(gainsOf, (gains) => {
        const chosen = mostInTotal(gains);
        const columns = chosen.filter((column) => column !== undefined);
        assert.equal(new Set(columns).size, columns.length);
        const sum = chosen.reduce<number>(
          (total, column, row) => total + (column === undefined ? 0 : (gains[row]?.[column] ?? 0)),
          0,
        );
        assert.equal(sum, byTrial(gains));
      }),
    );
  });

  it('leave a gap where none fits, rather than tell of something else', () => {
    const index = new StoryIndex([story('wrong', 'I was wrong.'), story('outage', 'There was an outage.')]);
    const assigned = assignStories(index, [
      { question: 'Tell me about a failure.' },
      { question: 'Describe a negotiation.' },
      { question: 'Describe an incident.' },
    ]);
    assert.deepEqual(
      assigned.map(({ story: told }) => told),
      ['wrong', undefined, 'outage'],
    );
    assert.equal(assigned[1]?.fit, 'gap');
  });

  it('answer a prompt by what it asks, which its title only names', () => {
    const index = new StoryIndex([
      story('wrong', 'I was wrong. It was my mistake.'),
      story('price', 'We raised the price, by a price list of three tiers.'),
    ]);
    const prompt = {
      title: 'Your failure',
      question: 'How did you set a price?',
      body: '',
      listenFor: [],
      competencies: [],
    };
    assert.equal(index.find(askedInPrompt(prompt))[0]?.id, 'price');
    // A title still counts where the question says nothing.
    assert.equal(index.find(askedInPrompt({ ...prompt, question: 'Go on.' }))[0]?.id, 'wrong');
  });

  it('are found for a hundred questions and three hundred stories', () => {
    const gains = Array.from({ length: 100 }, (_, row) =>
      Array.from({ length: 300 }, (__, column) => ((row * 31 + column * 17) % 97) / 97),
    );
    assert.equal(new Set(mostInTotal(gains)).size, 100);
  });
});

describe('A story that the same people have heard', () => {
  const index = new StoryIndex([
    story('wrong', 'I was wrong, it was my mistake, I should have asked.'),
    story('late', 'I was late, my error.'),
  ]);
  const failure = [{ question: 'Tell me about a failure.' }];
  const told = (to: readonly string[], round = 'screen', date?: string): Telling => ({
    loop: 'acme',
    round,
    landed: 'strong',
    date: date === undefined ? undefined : parseDate(date),
    to,
  });
  const audience = { loop: 'acme', round: 'onsite', people: ['Ana Lopez', 'Sam'] };

  it('is told again only where no other fits', () => {
    assert.equal(assignStories(index, failure)[0]?.story, 'wrong');
    const heard = new Map([['wrong', 'told to Ana']]);
    assert.equal(assignStories(index, failure, { heard })[0]?.story, 'late');
    heard.set('late', 'told to Sam');
    const [again] = assignStories(index, failure, { heard });
    assert.deepEqual([again?.story, again?.fit, again?.why[0]], ['wrong', 'stretch', 'told to Ana']);
  });

  it('is known by the names in it, however they are written, and by another round', () => {
    assert.equal(heardBefore([told(['ana  lopez'])], audience)?.round, 'screen');
    assert.equal(heardBefore([told(['Kim']), told([])], audience), undefined);
    assert.equal(heardBefore([told(['Sam'], 'onsite')], audience), undefined, 'this round itself');
    assert.equal(
      heardBefore([told(['Sam'], 'b', '2026-12-02'), told(['Sam'], 'a', '2026-11-02')], audience)?.round,
      'b',
    );
  });

  it('says to whom, when and how it landed', () => {
    const words = (telling: Telling): string => tellingInWords(telling, (_, round) => round.toUpperCase());
    assert.equal(words(told(['Ana', 'Sam'], 'screen', '2026-12-02')), 'told to Ana, Sam on Wed 2 Dec (landed strong)');
    assert.equal(words({ ...told([]), landed: 'gap' }), 'told in SCREEN (left a gap)');
  });

  it('leaves what the user has decided, and gives the others the best of the rest', () => {
    const decided = new Map([[1, 'wrong']]);
    const questions = [...failure, { question: 'Describe a negotiation.' }, ...failure];
    assert.deepEqual(
      assignStories(index, questions, { decided }).map(({ story: told }) => told),
      ['late', 'wrong', undefined],
    );
    const gap = assignStories(index, failure, { decided: new Map([[0, undefined]]) });
    assert.equal(gap[0]?.story, undefined);
  });
});

describe('Questions that are pasted', () => {
  it('are one on a line, without the marks of a list, and each once', () => {
    assert.deepEqual(questionLines('- Why us?\r\n2. Why now?\n\n  * Why us?\n3D printing?\n'), [
      'Why us?',
      'Why now?',
      '3D printing?',
    ]);
  });
});
