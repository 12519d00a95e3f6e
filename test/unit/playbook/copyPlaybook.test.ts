import assert from 'node:assert/strict';
import { copyPlaybook, isPlaybookId } from '../../../src/core/playbook/copyPlaybook';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { builtInFiles } from './builtIn';

const NAMES = { id: 'acme-pm', company: 'Acme “Rockets”', role: 'Product "Lead"' };

describe('A copy of a playbook', () => {
  for (const original of ['confluent-ai-ml-pm', 'general-pm']) {
    it(`of ${original} has the company’s name, and every other byte of the original`, () => {
      const files = builtInFiles(original);
      const copy = copyPlaybook(files, NAMES);
      assert.ok(copy);
      const { playbook, problems } = loadPlaybook(copy, NAMES.id);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        [playbook?.id, playbook?.company, playbook?.role, playbook?.title],
        [NAMES.id, NAMES.company, NAMES.role, `${NAMES.company}: ${NAMES.role}`],
      );
      assert.ok(!playbook?.anyCompany, 'Start need not ask again');
      assert.deepEqual([...copy.keys()], [...files.keys()]);
      const withoutNames = (text = ''): string => text.replace(/"(?:id|company|role|title)": .*/u, '');
      for (const [path, text] of files) {
        if (path !== 'playbook.json') assert.equal(copy.get(path), text, path);
      }
      const lines = (text = ''): string[] =>
        text
          .replace(/^ {2}"anyCompany".*\n/mu, '')
          .split('\n')
          .slice(6);
      assert.deepEqual(lines(withoutNames(copy.get('playbook.json'))), lines(withoutNames(files.get('playbook.json'))));
    });
  }

  it('gets what the original does not say', () => {
    const copied = (text: string): unknown =>
      JSON.parse(copyPlaybook(new Map([['playbook.json', text]]), NAMES)?.get('playbook.json') ?? 'null');
    const title = `${NAMES.company}: ${NAMES.role}`;
    assert.deepEqual(copied('{}'), { ...NAMES, title });
    assert.deepEqual(copied('{ "days": 3, "company": "" }'), { days: 3, ...NAMES, title });
  });

  it('is not made from something that is not a playbook', () => {
    for (const text of ['', '[]', '{', '"x"'])
      assert.equal(copyPlaybook(new Map([['playbook.json', text]]), NAMES), undefined, text);
    assert.equal(copyPlaybook(new Map(), NAMES), undefined);
  });

  it('has an id that can be a folder’s name anywhere', () => {
    for (const id of ['acme', 'acme-pm-2']) assert.ok(isPlaybookId(id), id);
    for (const id of ['', 'Acme', '../acme', 'a--b', '-a', 'łódź', 'a'.repeat(65)]) assert.ok(!isPlaybookId(id), id);
  });
});
