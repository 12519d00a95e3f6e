import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseStory } from '../../../../src/core/story/lint';
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

    it(`does not score as a story half told: ${id}`, () => {
      assert.ok((analyseStory(text).score?.score ?? 0) <= 45);
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
