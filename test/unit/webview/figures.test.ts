import assert from 'node:assert/strict';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import { decodeFromPanel } from '../../../src/webview/protocol/round';
import { makeRoundView } from '../../../src/webview/host/roundView';

const figuresOf = (cheatSheet: string): string =>
  makeRoundView(
    {
      roundId: 'system-design',
      loopName: 'acme',
      loop: undefined,
      playbook: undefined,
      playbookProblems: [],
      today: '2030-01-08',
      stories: [],
      sessions: [],
      cheatSheet,
    },
    new MarkdownRenderer(),
  ).figures;

describe('the figures of a round’s panel', () => {
  it('are the loop’s cheat sheet, its headings below “Figures” and its worked figures drawn', () => {
    const figures = figuresOf(
      '# Cheat sheet\n\n## Budget\n\n```latency-budget\nslo: 40 ms\nlook-up: 8 ms\ninference: 35 ms\n```\n',
    );
    assert.match(figures, /^<h3>Cheat sheet<\/h3>\n<h4>Budget<\/h4>/u);
    assert.match(figures, /<figcaption><strong>Latency budget<\/strong> 43 of 40 ms/u);
    assert.match(figures, /<svg [^>]*role="img" aria-label="Waterfall of 2 stages/u);
  });

  it('are none where there is no cheat sheet', () => assert.equal(figuresOf(''), ''));

  it('can be asked for as a page to print, and nothing else can be named with that', () => {
    assert.deepEqual(decodeFromPanel({ type: 'cheatSheet' }), { type: 'cheatSheet' });
    assert.equal(decodeFromPanel({ type: 'cheatSheet', target: 'file:///x.html' }), undefined);
  });

  it('hold no HTML of the user’s, and no picture', () => {
    const figures = figuresOf('<img src=x> ![p](https://example.com/p.png)\n\n```capacity\n<b>events</b>: 1M/s\n```\n');
    assert.doesNotMatch(figures, /<img|<b>/u);
  });
});
