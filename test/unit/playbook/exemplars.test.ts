import assert from 'node:assert/strict';
import { loadJson, loaded, loadWith, PLAYBOOK_JSON, seen } from './sample';

const NAMED = '"exemplar": "exemplars/screen.md"';

/** What is said of a path in playbook.json, and what of the round is used all the same. */
function said(path: string): string[] {
  const result = loadJson(NAMED, `"exemplar": ${JSON.stringify(path)}`);
  const [screen] = loaded(result).rounds;
  assert.equal(screen?.exemplar, undefined);
  assert.equal(screen?.title, 'Screen');
  assert.equal(screen?.prompts.length, 1);
  return seen(result, { 'playbook.json': result.text }).filter((line) => line.includes('playbook.json ⟦'));
}

describe('the path of a round’s whole answer', () => {
  it('leads to a file of the playbook or of a folder in it', () => {
    for (const path of ['exemplars/screen.md', 'screen.md', 'whole answers/the screen.md']) {
      const json = PLAYBOOK_JSON.replace('exemplars/screen.md', path);
      const result = loadWith({
        'playbook.json': json,
        'exemplars/screen.md': undefined,
        [path]: '# Screen\n\nText.\n',
      });
      assert.deepEqual(result.problems, [], path);
      assert.equal(loaded(result).rounds[0]?.exemplar, path);
    }
  });

  it('that leads elsewhere is reported at its place, and the rest of the round is used', () => {
    for (const path of [
      '../screen.md',
      'exemplars/../../screen.md',
      '/exemplars/screen.md',
      'exemplars/.hidden.md',
      'exemplars/',
      '..',
      'a/b/c.md',
      'exemplars\\screen.md',
      'C:screen.md',
      'https://example.com/screen.md',
    ]) {
      const [problem, ...more] = said(path);
      assert.deepEqual(more, [], path);
      assert.match(problem ?? '', /is not a file of the playbook or of a folder in it: write a path such as/u, path);
      assert.ok(problem?.startsWith(`warning playbook.json ⟦${JSON.stringify(path)}⟧`), problem);
    }
  });

  it('to a file that is not there says so', () =>
    assert.deepEqual(said('exemplars/scren.md'), [
      'warning playbook.json ⟦"exemplars/scren.md"⟧ The whole answer for “Screen”, “exemplars/scren.md”, is not there: add the file, or correct the path.',
    ]));

  it('to a file of another kind says so', () =>
    assert.match(said('playbook.json').join(), /is not a Markdown file: name one that ends with “\.md”\./u));

  it('to an empty file says so', () => {
    const result = loadWith({ 'exemplars/screen.md': ' \n' });
    assert.ok(result.problems.some(({ message }) => message.endsWith('is empty: write it, or remove “exemplar”.')));
    assert.equal(loaded(result).rounds[0]?.exemplar, undefined);
  });

  it('has to be text, and not blank', () => {
    for (const value of ['7', 'null', '"  "', '["exemplars/screen.md"]']) {
      const result = loadJson(NAMED, `"exemplar": ${value}`);
      const problems = seen(result, { 'playbook.json': result.text });
      assert.ok(
        problems.some((line) => line.startsWith(`error playbook.json ⟦${value}⟧ “exemplar” of “Screen”`)),
        value,
      );
    }
  });
});

describe('a file that nothing names', () => {
  it('among the whole answers is reported in it', () => {
    const result = loadWith({ 'exemplars/old.md': '# Old\n\nText.\n' });
    assert.deepEqual(seen(result, { 'exemplars/old.md': '# Old\n\nText.\n' }), [
      'warning exemplars/old.md ⟦# Old⟧ No round names this file: write "exemplar": "exemplars/old.md" into one of playbook.json’s rounds.',
    ]);
  });

  it('among the examples of templates is reported in it, and is not an example', () => {
    const result = loadWith({ 'examples/lunch.md': '# Lunch\n' });
    assert.deepEqual(seen(result, { 'examples/lunch.md': '# Lunch\n' }), [
      'warning examples/lunch.md ⟦# Lunch⟧ No story template has the name “lunch”: rename this example, or add stories/lunch.md.',
    ]);
    assert.deepEqual(loaded(result).examples, ['launch']);
  });
});
