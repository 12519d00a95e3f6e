/** A thousand stories, linted by us and by three linters of prose and Markdown. */
import { TextlintKernel, type TextlintPluginCreator, type TextlintRuleModule } from '@textlint/kernel';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import MarkdownIt from 'markdown-it';
import noTodo from 'textlint-rule-no-todo';
import writeGood from 'write-good';
import { analyseStory } from '../../src/core/story/lint/index.js';
import { fixtureStories } from './story.js';

const STORIES = 1000;
/** The linters take turns, so many stories at a time: a busy machine slows all alike. */
const TURN = 50;

interface Linter {
  readonly name: string;
  /** What it found in a text; counted, so that no work is dropped. */
  readonly lint: (text: string) => number | Promise<number>;
}

/** CommonJS modules come with or without their default unwrapped. */
const unwrapped = <T>(module: T | { readonly default: T }): T =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : module;

async function linters(): Promise<Linter[]> {
  const markdown = new MarkdownIt();
  const { lint } = await import('markdownlint/sync');
  const kernel = new TextlintKernel();
  const options = {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: unwrapped<TextlintPluginCreator>(markdownPlugin) }],
    rules: [{ ruleId: 'no-todo', rule: unwrapped<TextlintRuleModule>(noTodo) }],
  };
  return [
    { name: 'prep-loop, all of it', lint: (text) => analyseStory(text).findings.length },
    { name: 'markdown-it parse', lint: (text) => markdown.parse(text, {}).length },
    { name: 'markdownlint', lint: (text) => lint({ strings: { story: text } })['story']?.length ?? 0 },
    { name: 'write-good', lint: (text) => writeGood(text).length },
    { name: 'textlint, one rule', lint: async (text) => (await kernel.lintText(text, options)).messages.length },
  ];
}

/** The fixtures over and over, each copy with a line of its own. */
function thousand(): string[] {
  const stories = fixtureStories();
  return Array.from({ length: STORIES }, (_, i) => `${stories[i % stories.length] ?? ''}\n<!-- copy ${i} -->\n`);
}

export async function printLinters(): Promise<void> {
  const texts = thousand();
  const rows = (await linters()).map((linter) => ({ ...linter, milliseconds: 0, found: 0 }));
  for (const { lint } of rows) for (const text of texts.slice(0, TURN)) await lint(text);
  for (let from = 0; from < texts.length; from += TURN) {
    const turn = texts.slice(from, from + TURN);
    for (const row of rows) {
      const start = process.hrtime.bigint();
      for (const text of turn) {
        const found = row.lint(text);
        row.found += typeof found === 'number' ? found : await found;
      }
      row.milliseconds += Number(process.hrtime.bigint() - start) / 1e6;
    }
  }
  const own = rows[0]?.milliseconds ?? Number.NaN;
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  console.log(`\n${STORIES} stories, ${Math.round(characters / 1000)} KB: milliseconds, and times ours`);
  for (const { name, milliseconds, found } of rows) {
    console.log(
      `${name.padEnd(26)}${milliseconds.toFixed(0).padStart(7)}${(milliseconds / own).toFixed(1).padStart(8)}   ${found} ${name.startsWith('markdown-it') ? 'tokens' : 'findings'}`,
    );
  }
}
