import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/markdown/text';
import { lintStory, type Fix, type RuleCode } from '../../../../src/core/story/lint';
import { storyWith, type Sections } from './sound';

/** The first fix that is offered, and the section after it. */
function repair(code: RuleCode, section: keyof Sections, sentence: string): { fix: Fix; says: string } {
  const text = storyWith({ [section]: sentence });
  const finding = lintStory(text).find((each) => each.code === code) ?? assert.fail(`quiet on “${sentence}”`);
  const [fix] = finding.fixes;
  assert.ok(fix);
  const made = applyEdits(text, fix.edits);
  return { fix, says: new RegExp(`## ${section}\n\n([^\n]*(?:\n[^\n#]+)*)\n`, 'u').exec(made)?.[1] ?? made };
}

describe('the first fix of every finding that has a repair', () => {
  it('is the repair; silencing comes last', () => {
    const text = storyWith({ Action: 'We built a new import for the shops.', Result: 'Renewals grew a lot.' });
    for (const { code, fixes } of lintStory(text)) {
      assert.notEqual(fixes[0]?.title, 'Silence here', code);
      assert.equal(fixes.at(-1)?.title, 'Silence here', code);
    }
  });
});

describe('a word where a figure should be', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Renewals improved significantly.', 'Renewals improved by {{how much}}.'],
    ['I significantly reduced churn in two quarters.', 'I reduced churn by {{how much}} in two quarters.'],
    ['Significantly reduced churn.', 'Reduced churn by {{how much}}.'],
    ['Imports are significantly faster.', 'Imports are {{how much}} faster.'],
    ['Imports are much faster.', 'Imports are {{how much}} faster.'],
    ['We closed a lot of tickets.', 'We closed {{how many}} tickets.'],
    ['It saved hundreds of users from a call.', 'It saved {{how many}} users from a call.'],
    ['Revenue grew a lot.', 'Revenue grew by {{how much}}.'],
    ['It was a lot faster.', 'It was {{how much}} faster.'],
    ['It brought a huge cost reduction.', 'It brought a {{how much}} cost reduction.'],
    ['It brought an enormous cost reduction.', 'It brought a {{how much}} cost reduction.'],
    ['It brought a very significant drop in churn.', 'It brought a {{how much}} drop in churn.'],
    ['It reached a huge number of users.', 'It reached {{how many}} users.'],
  ];
  for (const [before, after] of cases) {
    it(`gives way to a blank: “${before}”`, () => {
      const { fix, says } = repair('vague-quantity', 'Result', before);
      assert.equal(says, after);
      assert.equal(fix.snippet, true);
    });
  }
});

describe('“we” where the Action should say “I”', () => {
  const said: readonly (readonly [string, string])[] = [
    ['We built a new import for our shops.', 'I built a new import for our shops.'],
    ['Then we built a new import.', 'Then I built a new import.'],
    ['We were asked to stop it, and we’re proud of it.', 'I was asked to stop it, and I’m proud of it.'],
    ["We've rewritten the import so that we'd lose no shop.", "I've rewritten the import so that I'd lose no shop."],
    ['The import that we wrote told us where shops left.', 'The import that I wrote told us where shops left.'],
  ];
  for (const [before, after] of said) {
    it(`becomes “I”, with its verb and nothing else: “${before}”`, () => {
      assert.equal(repair('ownership', 'Action', before).says, after);
    });
  }

  const kept: readonly string[] = [
    'We all rebuilt the import of the shops.',
    'We rebuilt the import together with sales.',
    'We agreed on a new import for shops.',
    'Only then did we rebuild the import.',
    'We, the platform team, rebuilt the import.',
    'We engineers rebuilt the import of the shops.',
    'Our team rebuilt the import of the shops.',
    'The import was rebuilt with the shops.',
    'We built the import and were praised for it.',
  ];
  for (const sentence of kept) {
    it(`stays where “I” would say something else, and a blank asks: “${sentence}”`, () => {
      const { fix, says } = repair('ownership', 'Action', sentence);
      assert.equal(says, `I {{what you did}}. ${sentence}`);
      assert.equal(fix.snippet, true);
    });
  }

  it('asks nothing more once the blank is there', () => {
    const text = storyWith({ Action: 'I {{what you did}}. We all rebuilt the import of the shops.' });
    assert.deepEqual(
      lintStory(text).map(({ code }) => code),
      ['placeholder-left'],
    );
  });
});

describe('a section that is added', () => {
  // Its hint counted as the user's words: the score rose by 15, and a cue card read it aloud.
  it('is all blank: whatever it asks for is in the braces', () => {
    const text = '## Impact\n\nChurn fell by 4%, from 9%.\n';
    const fix = lintStory(text).find(({ code }) => code === 'section-missing')?.fixes[0] ?? assert.fail();
    for (const line of fix.edits.flatMap(({ newText }) => newText.split('\n')))
      assert.match(line, /^(?:## [\w-]+|\{\{[^{}]+\}\})?$/u);
    assert.equal(fix.snippet, true);
  });
});

describe('an ask on market figures in the notes of an offer', () => {
  // The file of an offer has no other place to write in, and there the rule never fired.
  it('is found under “Notes”, which a story leaves out', () => {
    const offer =
      '---\nbase:\nequityPercent:\n---\n\n# Offer\n\n## Notes\n\nI would like a base of $210k, because the market median is $205k.\n';
    for (const kind of ['offer', undefined] as const)
      assert.deepEqual(
        lintStory(offer, kind ? { kind } : {}).map(({ code }) => code),
        ['market-only-ask'],
      );
    const story = `${storyWith({})}\n## Notes\n\nRetention improved significantly.\n`;
    assert.deepEqual(lintStory(story), []);
  });
});
