import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askedFor } from '../../../src/core/match/concepts';
import { StoryIndex, type MatchableStory } from '../../../src/core/match/storyIndex';
import { accuracyOf, readBanks } from '../../support/matchCases';

const story = (id: string, title: string, body = '', ...competencies: string[]): MatchableStory => ({
  id,
  title,
  impact: title,
  body,
  competencies,
});

const BANK = [
  story('outage', 'Checkout back in 11 minutes', 'I was on call and rolled the release back.', 'execution'),
  story(
    'wrong',
    'A rewrite that never shipped',
    'I was wrong about the edge cases. I should have begun with one rule.',
  ),
  story('price', 'Revenue up by 13% from a new price list', 'We ran a test on new firms.', 'business-sense'),
];

describe('Which story answers a question', () => {
  const index = new StoryIndex(BANK);
  const first = (question: string, ...competencies: string[]): string | undefined =>
    index.find({ question, competencies })[0]?.id;

  it('is found by what the question is about, where not one word is the same', () => {
    assert.equal(first('Tell me about a time you failed.'), 'wrong');
    assert.equal(first('Describe a crisis.'), 'outage');
    assert.equal(first('How did you grow a business?'), 'price');
  });

  it('is found by words in any of their forms', () => {
    assert.equal(first('Have you ever priced a product?'), 'price');
    assert.equal(first('What was the hardest release?'), 'outage');
  });

  it('is found by the competencies that the question judges', () => {
    assert.equal(first('Go on.', 'business-sense'), 'price');
  });

  it('comes with why, and with how well it fits', () => {
    const [best, ...others] = index.find({ question: 'Tell me about a failure.' });
    assert.deepEqual([best?.fit, best?.why], ['strong', ['it tells of a failure or a mistake']]);
    assert.deepEqual(
      others.map(({ fit, why }) => [fit, why]),
      [
        ['gap', []],
        ['gap', []],
      ],
    );
  });

  it('is a gap for all where nothing is asked, and there is none without stories', () => {
    assert.deepEqual(new Set(index.find({ question: '' }).map(({ fit }) => fit)), new Set(['gap']));
    assert.deepEqual(new StoryIndex([]).find({ question: 'Why?' }), []);
  });

  it('is given for any text, each story once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (question) => {
        const found = index.find({ question, competencies: [question] });
        assert.deepEqual(new Set(found.map(({ id }) => id)), new Set(['outage', 'wrong', 'price']));
      }),
      { numRuns: 50 },
    );
  });

  it('is found by what the story is filed under, where nothing in it says so', () => {
    const filed = new StoryIndex([story('a', 'One'), story('b', 'Two', 'It went on.', 'conflict-resolution')]);
    assert.equal(filed.find({ question: 'Describe a disagreement.' })[0]?.id, 'b');
  });

  it('is not found by words that any question and any story have', () => {
    const index = new StoryIndex([story('a', 'One', 'We kept it under a lot of sand.')]);
    assert.equal(index.find({ question: 'What have you kept doing under a lot of strain?' })[0]?.fit, 'gap');
  });

  it('is found by a kind of situation, whatever the trade that tells of it', () => {
    const clinic = new StoryIndex([
      story('ward', 'A drug round cut short', 'I went to the matron and told her that I would not sign the chart.'),
      story('grant', 'Turned down twice', 'The panel rejected us, and we tried again with another partner.'),
      story('recipe', 'One sheet for two kitchens', 'Both cooks wanted their own. I had them cook side by side.'),
    ]);
    const best = (question: string): string | undefined => clinic.find({ question })[0]?.id;
    assert.equal(best('Have you ever stood up to a superior?'), 'ward');
    assert.equal(best('When did you bounce back from a setback?'), 'grant');
    assert.equal(best('How do you make two groups agree?'), 'recipe');
  });

  it('is found by the question itself, not by what the interviewer asks on', () => {
    assert.equal(
      first('How did you set a price? What went wrong, what did you learn, what was your mistake?'),
      'price',
    );
  });

  it('is found in any language, by the words that both have, which is said', () => {
    const bank = new StoryIndex([
      story('chinese', '一次失败的项目', '我负责的项目失败了，我从中学到了很多。'),
      story('other', '新的价格', '收入增长了一成。'),
      story('russian', 'Ошибка в отчёте', 'Моя ошибка стоила команде недели.'),
      story('arabic', 'خطأ في التقرير', 'كان خطأ كبير في التقرير.'),
      story('french', 'L’équipe a échoué', 'Le projet a échoué, et j’ai regretté ma décision.'),
    ]);
    for (const [question, id] of [
      ['请讲一个失败的项目。', 'chinese'],
      ['Какая ошибка была в отчёте?', 'russian'],
      ['ما هو خطأ التقرير؟', 'arabic'],
      ['Quel projet a échoué ?', 'french'],
    ] as const) {
      const [best, ...others] = bank.find({ question });
      assert.deepEqual([best?.id, best?.fit, best?.why], [id, 'stretch', ['it shares words with the question']]);
      assert.deepEqual(new Set(others.map(({ fit }) => fit)), new Set(['gap']), question);
    }
  });

  it('is not found by a stem that two words share by chance', () => {
    const bank = new StoryIndex([
      story('at', 'At the market', 'We sold at a range of stalls.'),
      story('eat', 'Lunch', 'We ate on the roof, and the bell rang.'),
    ]);
    assert.equal(bank.find({ question: 'What do you eat, and when does it ring?' })[0]?.id, 'eat');
  });

  it('is found by what a sentence asks first, and an abbreviation ends none', () => {
    const question = 'How did a colleague, e.g. Dr. Jones, let you set a price? What was your mistake?';
    assert.equal(first(question), 'price');
    const asked = askedFor('Did a vendor, e.g. the one in no. 4, set a price?');
    const only = askedFor('Did a vendor, the one in four, set a price?');
    assert.deepEqual([...asked], [...only]);
  });

  it('gives at most three reasons, the best first', () => {
    const question = 'Tell me about a failure, a crisis, a deadline, a conflict and a price.';
    const many = new StoryIndex([
      story('all', 'All', 'I was wrong, the outage, by midnight, they quarrelled, the price.'),
    ]);
    assert.equal(many.find({ question })[0]?.why.length, 3);
  });

  it('is a gap where the bank only has other kinds of story', () => {
    assert.deepEqual(
      index.find({ question: 'Tell me about someone whom you mentored.' }).map(({ fit }) => fit),
      ['gap', 'gap', 'gap'],
    );
  });

  for (const [cases, what] of [
    ['cases', 'in sixty cases'],
    ['others', 'in sixty more, of other professions'],
    ['blind', 'in sixty that were written after the words were chosen'],
    ['blind-second', 'in thirty whose words the stories seldom share'],
    ['kinds', 'in thirty told in the words of other trades'],
    ['kinds-sealed', 'in thirty that nothing was fitted to'],
  ] as const)
    it(`is the one that a coach would choose, ${what}`, () => {
      const { first: one, firstThree } = accuracyOf(readBanks(`test/fixtures/match/${cases}.md`));
      assert.ok(one >= 0.8, `first: ${one}`);
      assert.ok(firstThree >= 0.95, `among the first three: ${firstThree}`);
    });
});
