import assert from 'node:assert/strict';
import { applyEdits, type TextEdit } from '../../../../src/core/markdown/text';
import { headingEdits } from '../../../../src/core/story/labelsToHeadings';
import { lintStory, type Fix } from '../../../../src/core/story/lint';
import { parseStory, type Story } from '../../../../src/core/story/parseStory';
import { FORMS } from './forms';

const HEADINGS = 'Turn labels into headings';

/** Every fix that a story is offered, but for those that silence. */
function fixesOf(text: string): readonly Pick<Fix, 'title' | 'edits'>[] {
  const edits = headingEdits(parseStory(text));
  const turn = edits.length > 0 ? [{ title: HEADINGS, edits }] : [];
  const repairs = lintStory(text).flatMap(({ fixes }) => fixes.filter(({ title }) => !title.startsWith('Silence')));
  return [...repairs, ...turn];
}

const names = ({ sections }: Story): string[] => sections.map(({ name }) => name);

/** The words that a text says, sorted: what a fix moves is all there afterwards. */
function words(text: string): string[] {
  const { said } = parseStory(text);
  return (said.match(/[\p{L}\p{N}%]+/gu) ?? []).sort();
}

const kept = (text: string, edits: readonly TextEdit[]): string =>
  applyEdits(
    text,
    edits.map((edit) => ({ ...edit, newText: '\0' })),
  );

describe('A fix, made in a story of any form,', () => {
  for (const [form, text] of Object.entries(FORMS)) {
    for (const { title, edits } of fixesOf(text)) {
      it(`keeps its sections and its words: “${title}” in ${form}`, () => {
        const before = parseStory(text);
        const after = applyEdits(text, edits);
        const story = parseStory(after);
        const isAdding = title.startsWith('Add ');
        const isOrdering = title === 'Reorder sections';
        const wanted = [...names(before), ...(isAdding ? ['Trade-offs'] : [])];
        assert.deepEqual(names(story).sort(), wanted.sort());
        if (!isOrdering && !isAdding) assert.deepEqual(names(story), names(before));
        if (isOrdering) assert.deepEqual(names(story), ['Impact', 'Situation', 'Task', 'Action', 'Result'], after);
        assert.deepEqual(words(after), words(text));
        // What stands outside the edits is there, byte for byte and in its order.
        let from = 0;
        for (const piece of kept(text, edits).split('\0')) {
          const at = after.indexOf(piece, from);
          assert.ok(at >= from, JSON.stringify(piece));
          from = at + piece.length;
        }
        if (text.includes('\r\n')) assert.doesNotMatch(after, /[^\r]\n/u);
        const again = fixesOf(after).find((fix) => fix.title === title);
        assert.equal(again, undefined, after);
      });
    }
  }

  it('is offered in each of them', () => {
    const missing = Object.entries(FORMS).filter(([, text]) => fixesOf(text).length < 1);
    assert.deepEqual(missing, []);
    const labelled = Object.entries(FORMS).filter(([, text]) => parseStory(text).sections[0]?.form === 'label');
    assert.ok(labelled.length >= 20);
    for (const [form, text] of labelled) {
      const titles = fixesOf(text).map(({ title }) => title);
      assert.ok(titles.includes('Reorder sections') && titles.includes('Lead with the impact'), form);
      assert.ok(titles.includes('Add the missing section'), form);
      assert.equal(titles.includes(HEADINGS), form !== 'a quotation', form);
    }
  });
});

describe('Turn labels into headings', () => {
  const turned = (text: string): string => applyEdits(text, headingEdits(parseStory(text)));

  it('gives every form of labels the same headings', () => {
    const plain = turned(FORMS['bold labels'] as string);
    assert.equal(plain, FORMS['headings']);
    for (const form of [
      'plain labels',
      'italic labels',
      'bold labels in lines',
      'list items',
      'numbered items',
      'rows of a table',
      'columns of a table',
      'underlined',
      'first letters',
      'bold labels in a paragraph',
      'bold labels above their text',
    ])
      assert.equal(turned(FORMS[form] as string), plain, form);
  });

  it('takes the points of a labelled list item to the margin', () => {
    assert.equal(
      turned(
        '- **Situation:** We lost shops.\n  It hurt.\n- **Action:**\n  - I rang them.\n    - One by one.\n- **Result:** They stayed.\n',
      ),
      '## Situation\n\nWe lost shops.\nIt hurt.\n\n## Action\n\n- I rang them.\n  - One by one.\n\n## Result\n\nThey stayed.\n',
    );
  });

  it('is not offered where a table says more, or a quotation has the labels', () => {
    for (const text of [
      '| Part | Story | Time |\n|---|---|---|\n| Situation | a | 1 |\n| Action | b | 2 |\n| Result | c | 3 |\n',
      '> **Situation:** a\n>\n> **Action:** b\n>\n> **Result:** c\n',
      '## Situation\n\na\n',
      'We did it.\n',
    ])
      assert.deepEqual(headingEdits(parseStory(text)), [], text);
  });
});

describe('Lead with the impact', () => {
  const led = (text: string): string | undefined => {
    const fix = lintStory(text)
      .find(({ code }) => code === 'impact-first')
      ?.fixes.find(({ title }) => title.startsWith('Lead'));
    return fix && applyEdits(text, fix.edits);
  };
  const story = (impact: string, result: string): string =>
    `**Impact:** ${impact}\n\n**Action:** I rebuilt the import with two engineers.\n\n**Result:** ${result}\n`;

  it('takes what users or the business gained over how much was done', () => {
    for (const result of [
      'I ran 14 workshops. Activation rose from 31% to 44%. We shipped in May.',
      'Support closed 1,200 tickets. Churn fell from 8% to 5%. We shipped in May.',
      'We onboarded 40 partners. We saved $2M a year, from $5M to $3M. It was May.',
    ])
      assert.match(led(story('I led the import.', result)) ?? '', /Impact:\*\* (?:Activation|Churn|We saved)/u, result);
  });

  it('leaves a question that it answers with its answer, and repeats that', () => {
    const text = story('I led the import.', 'The result? Churn fell from 8% to 5%. We shipped in May.');
    const after = led(text) ?? assert.fail();
    assert.match(after, /Impact:\*\* Churn fell from 8% to 5%\. I led the import\./u);
    assert.match(after, /Result:\*\* The result\? Churn fell from 8% to 5%\. We shipped in May\./u);
  });

  it('leaves no pronoun without its noun', () => {
    for (const result of [
      'They cut churn from 8% to 5%.',
      'By March it had cut churn from 8% to 5%.',
      'As a result, churn fell from 8% to 5%.',
      'Within a quarter they had renewed, and churn fell from 8% to 5%.',
      'After this, churn fell from 8% to 5%.',
    ])
      assert.equal(led(story('I led the import.', `The shops came back. ${result}`)), undefined, result);
    for (const next of ['They renewed for two years.', 'It saved the year.', 'That was more than we hoped.'])
      assert.match(
        led(story('I led the import.', `We shipped in May. Churn fell from 8% to 5%. ${next}`)) ?? '',
        new RegExp(`Churn fell from 8% to 5%\\. ${next.slice(0, -1)}`, 'u'),
      );
  });

  it('moves a point of a list as one, with nothing below it left behind', () => {
    const list = (points: string): string =>
      `## Impact\n\n- I led the import\n- People noticed\n\n## Result\n\n${points}\n`;
    assert.equal(
      led(list('- We shipped in May\n- Churn fell from 8% to 5%\n- People noticed')),
      '## Impact\n\n- Churn fell from 8% to 5%\n- I led the import\n- People noticed\n\n## Result\n\n- We shipped in May\n- People noticed\n',
    );
    const after =
      led(list('- We shipped in May\n- Churn fell from 8% to 5%\n  - in small shops\n- People noticed')) ?? '';
    assert.match(after, /Result\n\n- We shipped in May\n- Churn fell from 8% to 5%\n {2}- in small shops\n/u);
  });

  it('leaves the label of a section whose text it takes in part', () => {
    const text = '**Impact:** I led the import.\n\n**Result:** Churn fell from 8% to 5%.\n\nPeople noticed.\n';
    assert.match(led(text) ?? '', /\*\*Result:\*\* Churn fell from 8% to 5%\.\n\nPeople noticed\./u);
  });
});

describe('A greeting does not count as the opening', () => {
  const opening = (text: string): string[] =>
    lintStory(text)
      .filter(({ code }) => code === 'impact-first')
      .map(({ start, end }) => text.slice(start, end));
  const rest =
    'I led the import for small shops. Then I rang thirty of them, one after the other, to hear why they left.';

  for (const greeting of [
    'Sure.',
    'Great question.',
    'Thanks for asking!',
    'So, yeah.',
    'Sure! Great question.',
    'Of course.',
    'Yes, absolutely.',
    'That’s a good question.',
    "That's a great one, thank you for asking.",
    'Let me think.',
    'I’d be happy to.',
    'Okay, so…',
  ]) {
    it(`such as “${greeting}”: the next sentence is judged`, () => {
      assert.deepEqual(opening(`${greeting} ${rest}`), ['I led the import for small shops.']);
      assert.deepEqual(opening(`${greeting} Churn among small shops fell from 8% to 5%. ${rest}`), []);
    });
  }

  it('but a sentence that says something is one', () => {
    for (const sentence of [
      'It was a good question for us.',
      'I am happy about that launch.',
      'Our great team did it.',
    ])
      assert.deepEqual(opening(`${sentence} ${rest}`), [sentence]);
  });
});
