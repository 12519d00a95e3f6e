import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseStory } from '../../../../src/core/story/lint';
import { findPlaceholders } from '../../../../src/core/story/placeholders';
import { fillTemplate, readTemplate } from '../../../../src/core/story/templates';

const FOLDER = 'content/templates';

describe('a story just made from a template', () => {
  for (const file of readdirSync(FOLDER)) {
    const id = file.replace(/\.md$/u, '');
    const { text } = fillTemplate(readTemplate(id, readFileSync(join(FOLDER, file), 'utf8')), { title: 'A title' });

    it(`has notes and no warning: ${id}`, () => {
      const { findings } = analyseStory(text);
      assert.ok(findings.some(({ code }) => code === 'placeholder-left'));
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'info'),
        [],
      );
    });

    // An untouched template scored 40, and came before stories that somebody had begun to write.
    it(`scores nothing, for nothing is written: ${id}`, () => {
      assert.equal(analyseStory(text).score?.score, 0);
    });
  }
});

describe('the blanks of a story that is half written', () => {
  const half =
    '---\ntitle: a\n---\n\n## Impact\n\nI cut churn from 9% to 4%.\n\n## Situation\n\nWe lost customers each month.\n\n## Task\n\nI had to stop that.\n\n## Action\n\n${what I did}\n';

  it('are warnings', () => {
    assert.deepEqual(
      analyseStory(half)
        .findings.filter(({ code }) => code === 'placeholder-left')
        .map(({ severity }) => severity),
      ['warning'],
    );
  });
});

describe('the blanks of a script', () => {
  it('are hints, whatever else it says: they are filled in when it is rehearsed', () => {
    const script = '# Committee close\n\nThank you for the feedback on ${topic}. I propose a pilot.\n';
    assert.deepEqual(
      analyseStory(script, { kind: 'script' }).findings.map(({ code, severity }) => [code, severity]),
      [['placeholder-left', 'hint']],
    );
  });
});

describe('the blanks of a text', () => {
  const text =
    '## Impact\n\nChurn fell to {{figure}}, worth {{money}}.\n\n## Action\n\n${what I did}\n\nTODO: the rest\n';

  it('are one finding, at the first of them, that says how many are left', () => {
    const found = analyseStory(text).findings.filter(({ code }) => code === 'placeholder-left');
    assert.deepEqual(
      found.map(({ start, end, message }) => [text.slice(start, end), message]),
      [['{{figure}}', '4 blanks left: the first is “{{figure}}”.']],
    );
  });

  it('are found whichever form they have, but not in code, across a blank line or where nothing closes them', () => {
    const blanks = (prose: string): string[] =>
      findPlaceholders(prose).map(({ start, end }) => prose.slice(start, end));
    assert.deepEqual(blanks('By {{date}}, for ${whom}, [your metric] and {{a\nb}}.'), [
      '{{date}}',
      '${whom}',
      '[your metric]',
      '{{a\nb}}',
    ]);
    assert.deepEqual(blanks('I wrote `{{user}}` into {{ the template, and {{a\n\nb}} {c}'), []);
  });

  // A story with "XX %" and "€____" in it had no blank left, by the rule.
  it('are found where a figure goes, in the forms that people leave one open', () => {
    const blanks = (prose: string): string[] =>
      findPlaceholders(prose).map(({ start, end }) => prose.slice(start, end));
    assert.deepEqual(blanks('In 2022 we had <N> cases, and <your metric> of them.'), ['<N>', '<your metric>']);
    assert.deepEqual(blanks('Support went down by XX %, worth €____ a year, for [N] % of users.'), [
      'XX %',
      '€____',
      '[N]',
    ]);
    assert.deepEqual(blanks('We saved $X,XXX, or X% of the bill, and ____ % of the time.'), ['$X,XXX', 'X%', '____ %']);
    const text = [
      '- [x] done',
      'see [n]',
      'a ___bold___ word',
      '___',
      'in `XX %`',
      'a <b>word</b>',
      'Model X',
      'the [X] key',
    ];
    for (const line of text) assert.deepEqual(blanks(`Text.\n\n${line}\n`), [], line);
  });

  it('are no TODO comments that somebody counted', () => {
    const text = 'I went through 212 TODO comments and closed the TODO list.';
    assert.deepEqual(findPlaceholders(text), []);
    assert.equal(findPlaceholders('The rest is TODO.').length, 1);
    for (const note of ['TODO list the shops', 'TODO notes of the call', 'I was there. TODO\nnotes'])
      assert.equal(findPlaceholders(note).length, 1, note);
  });

  it('are not said, not counted and not read as figures', () => {
    const { parsed, quantities } = analyseStory('Saved {{money: $2M}} in {{how long: 3 weeks}}, for 40 users.');
    assert.deepEqual([parsed.words, quantities.map((each) => each.text)], [5, ['40 users']]);
  });
});
