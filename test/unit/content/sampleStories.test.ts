import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { outline } from '../../../src/core/markdown/outline';

const FOLDER = join('test', 'fixtures', 'workspaces', 'sample', 'prep', 'stories');
const HEADINGS = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'];

interface Ids {
  readonly competencies: readonly { readonly id: string }[];
  readonly rounds: readonly { readonly id: string }[];
}

const playbook = JSON.parse(readFileSync(join('content', 'playbooks', 'confluent-ai-ml-pm', 'playbook.json'), 'utf8')) as Ids;
const stories = readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

describe('the sample stories', () => {
  it('are six, with the headings of an impact-first story in order', () => {
    assert.equal(stories.length, 6);
    for (const { name, text } of stories) {
      const found = outline(text).filter(({ level }) => level === 2).map(({ title }) => title);
      assert.deepEqual(found, HEADINGS, name);
    }
  });

  it('name competencies and rounds that the Confluent playbook has', () => {
    for (const part of ['competencies', 'rounds'] as const) {
      const known = playbook[part].map(({ id }) => id);
      for (const { name, text } of stories) {
        const named = parseFrontMatter(text).data[part] as string[];
        assert.ok(named.length > 0, name);
        assert.deepEqual(named.filter((id) => !known.includes(id)), [], name);
      }
    }
  });

  it('leave one to be finished, and only that one', () => {
    const unfinished = stories.filter(({ text }) => outline(text).some(({ level, contentStart, contentEnd }) => level === 2 && text.slice(contentStart, contentEnd).trim() === ''));
    assert.deepEqual(unfinished.map(({ name }) => name), ['cache-that-ignored-opt-outs.md']);
  });
});
