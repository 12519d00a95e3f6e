import assert from 'node:assert/strict';
import { composeBrief } from '../../../src/core/brief/composeBrief';
import { makeBriefView } from '../../../src/webview/host/briefView';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import { decodeBriefState, decodeFromBriefPanel, decodeToBriefPanel } from '../../../src/webview/protocol/brief';
import { SAMPLE_ROUND, sampleFacts } from '../brief/sample';

const renderer = new MarkdownRenderer();
const view = (round = SAMPLE_ROUND) => makeBriefView(composeBrief(sampleFacts({ round })), renderer);

describe('What the panel of a page shows', () => {
  it('is every line of the page, with its figures marked and what its link does', () => {
    const { title, parts } = view();
    assert.equal(title, 'System Design');
    const [open] = parts.find(({ id }) => id === 'open')?.lines ?? [];
    assert.match(open?.html ?? '', /I cut bidding latency <span class="prep-loop-quantity"[^>]*>from <strong>120 ms/u);
    assert.equal(open?.link, 'Open its line');
    assert.ok(decodeToBriefPanel({ type: 'brief', brief: view() }));
  });

  it('has no heading over nothing, as of figures where the loop has no blocks', () => {
    const { parts } = makeBriefView(composeBrief(sampleFacts({ cheatSheet: '# Sheet\n' })), renderer);
    assert.deepEqual(
      parts.filter(({ lines }) => lines.length === 0),
      [],
    );
    assert.ok(!parts.some(({ id }) => id === 'figures') && view().parts.some(({ id }) => id === 'figures'));
  });

  it('has another version when anything on the page is another, so that an old click does nothing', () => {
    assert.equal(view().version, view().version);
    assert.notEqual(view().version, view(SAMPLE_ROUND.replace('weigh', 'wage')).version);
  });

  it('has no HTML of the user’s, no picture, and no link but to the web or a file', () => {
    const round = SAMPLE_ROUND.replace(
      'I weigh cost',
      '<img src=x> ![a](https://evil/x.png) [b](command:x) [c](javascript:y)',
    );
    const html = view(round)
      .parts.flatMap(({ lines }) => lines.map((line) => line.html))
      .join('\n');
    assert.ok(!/<(?:img|script)|href="(?:command|javascript)/iu.test(html), html);
  });
});

describe('The messages of the panel of a page', () => {
  it('are read when they are right', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'export' },
      { type: 'round' },
      { type: 'follow', version: 7, part: 'stories', line: 0 },
      { type: 'link', version: 7, part: 'when', line: 2, href: 'https://example.com' },
    ])
      assert.deepEqual(decodeFromBriefPanel(message), message);
    assert.deepEqual(decodeBriefState({ loop: 'file:///x', round: 'a' }), { loop: 'file:///x', round: 'a' });
  });

  it('are refused when they are forged or malformed', () => {
    for (const message of [
      undefined,
      'ready',
      { type: 'follow' },
      { type: 'follow', version: 1, part: '__proto__', line: 0 },
      { type: 'follow', version: 1, part: 'open', line: -1 },
      { type: 'follow', version: 1, part: 'open', line: 0, uri: 'file:///etc/passwd' },
      { type: 'link', version: 1, part: 'open', line: 0, href: 'x'.repeat(20_000) },
      { type: 'export', target: 'file:///tmp' },
    ])
      assert.equal(decodeFromBriefPanel(message), undefined);
    for (const state of [{}, { loop: '', round: 'a' }, { loop: 'x' }, { loop: 1, round: 'a' }])
      assert.equal(decodeBriefState(state), undefined);
  });
});
