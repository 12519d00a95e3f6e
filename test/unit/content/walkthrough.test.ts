import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

interface Contributes {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: Contributes };
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const commands = new Set(contributes.commands.map(({ command }) => command));
const views = new Set(Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id)));
/** Context keys that the extension sets and a step may wait for. */
const contextKeys = new Set(['prepLoop.timer', 'prepLoop.hasLoop', 'prepLoop.ticked']);

describe('the walkthrough', () => {
  it('has at most five steps, each with a page short enough to be read', () => {
    assert.ok(steps.length > 0 && steps.length <= 5, `${steps.length} steps`);
    for (const { media } of steps) {
      const words = readFileSync(media.markdown, 'utf8').split(/\s+/).filter((word) => /\w/.test(word));
      assert.ok(words.length > 0 && words.length <= 90, `${media.markdown}: ${words.length} words`);
    }
  });

  it('links to commands that exist', () => {
    for (const { id, description } of steps) {
      const links = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? '');
      assert.equal(links.length, 1, `${id} has one button`);
      for (const link of links) assert.ok(commands.has(link) || views.has(link.replace(/\.focus$/, '')), `${id} links to ${link}`);
    }
  });

  it('completes its steps by events that can happen', () => {
    for (const { id, completionEvents } of steps) {
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind, what] = event.split(/[: ]/);
        const known = { onCommand: commands, onContext: contextKeys }[kind ?? ''];
        assert.ok(known?.has(what ?? ''), `${id}: ${event}`);
      }
    }
  });
});
