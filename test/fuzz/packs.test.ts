import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { quantities } from '../../src/core/markdownIt/quantities';
import { makePack } from '../../src/core/pack/pack';
import { packHtml } from '../../src/core/pack/packHtml';
import { packMarkdown } from '../../src/core/pack/packMarkdown';
import { readSheet } from '../../src/core/pack/sheet';
import { loadPlaybook } from '../../src/core/playbook/loadPlaybook';
import { loaded, loadWith, PLAYBOOK_JSON, sampleFiles } from '../unit/playbook/sample';
import { MOCK } from '../unit/pack/sample';
import { fuzz } from './support/fuzz';
import { anyText, characters, markdownText } from './support/texts';

const PLAYBOOK = loaded(loadWith({}));
const rendered = new MarkdownIt({ html: true });
const plain = new MarkdownIt({ html: true });
const marked = new MarkdownIt({ html: true }).use(quantities);

/** What a page of ours may have in a tag: anything else came from a text. */
const TAG = /<\/?([a-z][\w-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/giu;
const LIVE = new Set(['script', 'img', 'iframe', 'object', 'embed', 'base', 'form', 'link', 'svg', 'video', 'audio']);

function assertQuiet(html: string): void {
  for (const [tag, name = '', attributes = ''] of html.matchAll(TAG)) {
    assert.ok(!LIVE.has(name.toLowerCase()), tag);
    assert.doesNotMatch(attributes, /\s(?:on\w+|src|srcset|style|action)=/iu, tag);
    const href = /\shref="([^"]*)"/iu.exec(attributes)?.[1];
    assert.ok(href === undefined || /^(?:https?:|mailto:)/iu.test(href), tag);
  }
}

const damage = fc.tuple(fc.constantFrom(...sampleFiles().keys()), fc.nat(), fc.nat({ max: 30 }), anyText);

describe('A fuzzed pack', () => {
  fuzz(
    'has nothing live in it: no HTML, no picture, no link but to the web',
    fc.tuple(markdownText, characters, characters),
    ([body, title, peer]) => {
      const prompts = [
        {
          title,
          question: body,
          body,
          listenFor: [],
          competencies: ['impact'],
          followUps: [{ push: title, good: body, bad: body }],
        },
      ];
      const pairs = [{ topic: title, weak: body, strong: peer, why: body }];
      const [round] = PLAYBOOK.rounds;
      assert.ok(round);
      const pack = makePack(PLAYBOOK, { ...round, title, prompts, pairs }, { ...MOCK, peer }, [{ title, body }]);
      const html = packHtml(pack);
      assertQuiet(html.replace(/<head>[\s\S]*?<\/head>/u, ''));
      const markdown = packMarkdown(pack);
      // A viewer shows it, one that lets raw HTML through as well: pictures and HTML are characters there.
      const page = rendered.render(markdown);
      assert.doesNotMatch(page, /<(?:img|script|iframe|div|pre onload)\b[^>]*>/iu, markdown);
      readSheet(markdown, pack.competencies);
    },
  );

  fuzz('that comes back is read, whatever was done to it', anyText, (text) => {
    const { problems, scores } = readSheet(`## Score sheet\n${text}`, PLAYBOOK.competencies);
    assert.ok(problems.length > 0 || Object.keys(scores).length > 0);
    readSheet(text, PLAYBOOK.competencies);
  });

  fuzz('has a preview that says the same with figures marked and without', fc.oneof(markdownText, anyText), (text) => {
    const bare = marked
      .render(text)
      .replace(/<span class="prep-loop-quantity"[^>]*>((?:(?!<span|<\/span>).)*)<\/span>/gsu, '$1');
    assert.equal(bare, plain.render(text));
  });
});

describe('A fuzzed playbook', () => {
  fuzz('is read, and what is wrong is reported within its file', damage, ([path, at, length, text]) => {
    const files = sampleFiles();
    const before = files.get(path) ?? '';
    const from = at % (before.length + 1);
    files.set(path, before.slice(0, from) + text + before.slice(from + length));
    for (const { path: file, start, end } of loadPlaybook(files, 'acme-pm').problems)
      assert.ok(start >= 0 && start <= end && end <= (files.get(file)?.length ?? 0), file);
  });

  fuzz('has a manifest of any JSON', fc.json({ maxDepth: 4 }), (json) => {
    loadPlaybook(new Map([['playbook.json', json]]));
    for (const key of ['rounds', 'competencies', 'preparation', 'days', 'targets'])
      loadPlaybook(
        new Map([['playbook.json', JSON.stringify({ ...JSON.parse(PLAYBOOK_JSON), [key]: JSON.parse(json) })]]),
      );
  });
});
