import assert from 'node:assert/strict';
import fc from 'fast-check';
import { briefHtml } from '../../../src/core/brief/briefHtml';
import { BRIEF_PARTS, type Brief, type BriefPartId } from '../../../src/core/brief/briefModel';
import { composeBrief } from '../../../src/core/brief/composeBrief';
import { CUT_RANKS, fitBrief } from '../../../src/core/brief/fitBrief';
import { sampleFacts } from './sample';
import { overfull } from './overfull';

const shownOf = (brief: Brief): Map<BriefPartId, number> => {
  const { wide, left, right } = fitBrief(brief);
  const shown = new Map<BriefPartId, number>();
  for (const { id, lines } of [...wide, ...left, ...right]) shown.set(id, (shown.get(id) ?? 0) + lines.length);
  return shown;
};

describe('A page as an HTML file', () => {
  it('has everything of a usual round, in large type, and says of nothing that it was left out', () => {
    const brief = composeBrief(sampleFacts());
    const { size, cut, note } = fitBrief(brief);
    assert.deepEqual([size >= 10, cut, note], [true, [], '']);
    const { html } = briefHtml(brief);
    assert.match(html, /<h1>System Design<\/h1>/u);
    assert.match(html, /<section class="part open"><h2>Open with<\/h2><ul><li class="said">I cut bidding latency/u);
    assert.match(html, /<li class="blank"><strong>A conflict<\/strong> No story answers this yet<\/li>/u);
    assert.ok(!html.includes('private'));
  });

  it('leaves out by rank what does not fit, and says how much of what', () => {
    const brief = overfull(40);
    const shown = shownOf(brief);
    const { size, note, cut } = fitBrief(brief);
    assert.equal(size, 8.5);
    assert.match(note, /^Left out to fit one page: .*, 40 stated figures and 40 points of feedback\.$/u);
    assert.ok(briefHtml(brief).html.includes(`<p class="note">${note}</p>`));
    assert.deepEqual([shown.get('open'), shown.get('leave')], [1, 3]);
    for (const { part, lines } of cut) assert.equal((shown.get(part) ?? 0) + lines, 40, part);
    // A part loses lines below those that it keeps only where all of lower rank have lost theirs.
    const kept = (id: BriefPartId): number => (shown.get(id) ?? 0) - Math.min(CUT_RANKS[id].keeps, 40);
    const byRank = BRIEF_PARTS.filter((id) => Number.isFinite(CUT_RANKS[id].keeps)).sort(
      (a, b) => CUT_RANKS[a].rank - CUT_RANKS[b].rank,
    );
    const first = byRank.findIndex((id) => kept(id) > 0);
    for (const id of byRank.slice(0, Math.max(first, 0))) assert.ok(kept(id) <= 0, id);
  });

  it('says of a line that is longer in its file that it was shortened', () => {
    const long = `---\nround: system-design\n---\n# R\n\n## Brief\n\nOpen with: ${'word '.repeat(900)}\n`;
    assert.equal(fitBrief(composeBrief(sampleFacts({ round: long }))).note, 'Shortened: 1 line.');
  });

  it('property: no text makes it throw, lose a part that is never cut, or put anything alive into the page', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '![x](https://evil.example/x.png)',
      '[a](javascript:alert)',
      '[b](command:x)',
      '<img src=x onerror=y>',
      'W'.repeat(300),
      '漢字'.repeat(80),
      '👩‍👩‍👧',
      '"\'`&',
      '</style></main>',
      'plain words',
    );
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (texts, count) => {
          const brief = overfull(count, (index) => texts[index % texts.length] as string);
          const { html } = briefHtml(brief);
          const body = html.slice(html.indexOf('<main>'));
          assert.ok(!/<(?:script|img|iframe|svg|style)\b/iu.test(body), body);
          assert.ok(!/href="(?!https?:)/iu.test(body), body);
          assert.equal(shownOf(brief).get('open') ?? 0, brief.parts.find(({ id }) => id === 'open')?.lines.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
