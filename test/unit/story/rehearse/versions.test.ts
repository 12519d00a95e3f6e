import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/markdown/text';
import { cueCards, notesPlace } from '../../../../src/core/story/rehearse';

const STORY = `---
title: Checkout
---

## Impact

Checkout failures fell from 4.1% to 1.3%, which brought $3.2M a year in orders that used to be lost on phones.

## Situation

In 2024 a third of 40,000 daily orders came from phones, and 4.1% of them failed at the last step.

## Task

I had eight weeks and two engineers.

## Action

I watched forty recordings and saw that people gave up when the keyboard hid the button.
We rebuilt the form.

## Result

Within 6 weeks, failures were at 1.3% against 4.0% in the hold-out, measured on 200,000 orders.

## Trade-offs

I chose the form over a new payment provider, at the cost of 0.4% in fees.
`;

const said = (text: string, seconds: number, kind: 'story' | 'script' = 'story'): string[] =>
  (cueCards(text, { kind }).versions.find((each) => each.seconds === seconds)?.included ?? []).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('a story in thirty seconds', () => {
  // It said the impact, the result and the setting, and not a word of what the speaker did.
  it('keeps its impact and what “I” did', () => {
    const short = said(STORY, 30);
    assert.match(short[0] ?? '', /^Checkout failures fell/u);
    assert.ok(
      short.some((sentence) => sentence.startsWith('I watched forty recordings')),
      short.join(' / '),
    );
    assert.ok((cueCards(STORY).versions[0]?.spoken ?? 0) <= 30);
  });

  it('takes what the Action says where nobody says “I” in it, and an act from elsewhere before that', () => {
    const we = STORY.replace(/I watched[^\n]*\n/u, '');
    assert.ok(said(we, 30).some((sentence) => /^I (?:had|chose)/u.test(sentence)));
    const nobody = we.replace('I had eight weeks', 'There were eight weeks').replace('I chose', 'We chose');
    assert.ok(said(nobody, 30).includes('We rebuilt the form.'));
  });

  it('takes an act that fits before a weightier one that does not', () => {
    const long = STORY.replace('I watched forty', `I watched ${'and watched '.repeat(40)}forty`).replace(
      'We rebuilt the form.',
      'I rebuilt the form.',
    );
    assert.ok(said(long, 30).includes('I rebuilt the form.'));
  });
});

describe('a script', () => {
  const SCRIPT =
    '# The ask\n\nThank you for the offer.\n\nChurn fell by 3% in my pilot. That is worth {{money: $2M}}.\n\n## Notes\n\nNot said.\n';

  it('is rehearsed as it stands, paragraph by paragraph, without its notes', () => {
    const { cards, story } = cueCards(SCRIPT, { kind: 'script' });
    assert.equal(story.title, 'The ask');
    assert.deepEqual(
      cards.map(({ sentences }) => sentences.map(({ start, end }) => SCRIPT.slice(start, end))),
      [['Thank you for the offer.'], ['Churn fell by 3% in my pilot.', 'That is worth {{money: $2M}}.']],
    );
  });
});

describe('the place to write down what to keep', () => {
  const written = (text: string): string => {
    const { edits, at } = notesPlace(text);
    const made = applyEdits(text, edits);
    return `${made.slice(0, at)}|${made.slice(at)}`;
  };
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'is the end of the notes',
      '## Impact\n\nx\n\n## Notes\n\n- One.\n\n## Links\n',
      '## Impact\n\nx\n\n## Notes\n\n- One.|\n\n## Links\n',
    ],
    ['is the heading of notes that are empty', '## Notes\n', '## Notes|\n'],
    ['is a section that is added', '## Impact\n\nx\n', '## Impact\n\nx\n\n## Notes\n\n|'],
    ['keeps the line breaks and the level', '### Impact\r\n\r\nx', '### Impact\r\n\r\nx\r\n\r\n### Notes\r\n\r\n|'],
    ['is the first section of an empty file', '', '## Notes\n\n|'],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.equal(written(text), expected));
});
