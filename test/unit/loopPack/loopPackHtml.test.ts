import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loopPackHtml, MOST_TEXT } from '../../../src/core/loopPack/loopPackHtml';
import { LOOP_PACK_PARTS, OPEN_PARTS } from '../../../src/core/loopPack/loopPackModel';
import { parseStory } from '../../../src/core/story/parseStory';
import { packFacts, SECRETS } from './sample';

const headings = (html: string): string[] => [...html.matchAll(/<h([1-6])[^>]*>/gu)].map(([, level]) => level ?? '');

describe('A loop as one file', () => {
  const { html, notes } = loopPackHtml(packFacts(), OPEN_PARTS);

  it('has plan, pages, stories, cheat sheet, scripts and questions, with links to each', () => {
    const contents = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'));
    assert.deepEqual(
      [...contents.matchAll(/<li><a href="#([a-zA-Z]+)">/gu)].map(([, id]) => id),
      OPEN_PARTS,
    );
    for (const [, id] of contents.matchAll(/href="#([^"]+)"/gu)) assert.ok(html.includes(` id="${id}"`), id);
    for (const words of [
      'Practise aloud',
      'I size before I draw.',
      'Bids in 35 ms',
      'Latency budget',
      'Thank you.',
      'What would you stop?',
    ])
      assert.ok(html.includes(words), words);
  });

  it('has its headings in order, none skipped', () => {
    headings(html).reduce((before, level) => {
      assert.ok(Number(level) <= Number(before) + 1, headings(html).join(' '));
      return level;
    }, '0');
  });

  it('has nothing private, and says what was left out', () => {
    for (const secret of [...Object.values(SECRETS), '217,431', '223,817', 'zoom.us', 'Zebulon', 'mine', 'Who decides'])
      assert.ok(!html.includes(String(secret)), String(secret));
    assert.deepEqual(notes, [
      'The script “the ask” is left out: it quotes pay that is private.',
      'Lines that name an interviewer are left out.',
      'Private, so left out: the offer, pay you have stated, practice and feedback, the interviewers and links to join.',
    ]);
  });

  it('has what is private where it was chosen', () => {
    const all = loopPackHtml(packFacts(), LOOP_PACK_PARTS);
    for (const words of [
      'Zebulon Quark',
      'zirconium',
      '$217,431',
      '$223,817',
      'Mumbles xylophonically',
      'zoom.us',
      'The ask',
    ])
      assert.ok(all.html.includes(words), words);
    assert.deepEqual(all.notes, []);
    assert.ok(!all.html.includes('plutonium'), 'notes are never in it');
  });

  it('is harmless whatever the files say: HTML, command links, scripts, remote images', () => {
    const hostile =
      '# T\n\n<script>alert(1)</script>\n\n![x](https://evil.example/a.png) [a](command:evil) [b](javascript:alert(1)) <img src=x onerror=y>\n\n[c]: data:text/html,x\n\n[c]\n';
    const page = loopPackHtml(
      packFacts(SECRETS, {
        cheatSheet: { path: 'acme/cheat-sheet.md', text: hostile },
        scripts: [{ path: 'acme/scripts/"><script>.md', text: hostile }],
        questions: { path: 'acme/questions.md', text: `- ${hostile.replaceAll('\n', ' ')}` },
        stories: [{ name: 'a', path: 'stories/a.md', story: parseStory(`---\ntitle: "<b>x"\n---\n${hostile}`) }],
      }),
      OPEN_PARTS,
    ).html;
    const body = page.slice(page.indexOf('<main>'));
    assert.ok(!/<(?:script|img|iframe|b>|object)/iu.test(body), body);
    assert.ok(!/href="(?!#|https:\/\/)/iu.test(body), body);
  });

  it('says where it took the user’s side of a conflict, and where a text was too long', () => {
    const text = '# A\n\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> b\n';
    const page = loopPackHtml(
      packFacts(SECRETS, {
        cheatSheet: { path: 'acme/cheat-sheet.md', text },
        scripts: [{ path: 'acme/scripts/long.md', text: 'word '.repeat(MOST_TEXT) }],
      }),
      OPEN_PARTS,
    );
    assert.ok(page.html.includes('ours') && !page.html.includes('theirs') && !page.html.includes('&lt;&lt;&lt;'));
    assert.deepEqual(page.notes.slice(0, 2), [
      'acme/cheat-sheet.md has a merge conflict: your side is in the pack.',
      'acme/scripts/long.md is very long: only its beginning is in the pack.',
    ]);
    assert.ok(page.html.length < 2 * MOST_TEXT);
  });

  it('property: nothing of a private field is in a pack for which it was not chosen', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{9,14}zq$/u);
    const amount = fc.integer({ min: 150_001, max: 999_999 });
    const secrets = fc.record({ name: word, cares: word, feedback: word, answer: word, base: amount, said: amount });
    const sheet = { cheatSheet: { path: 'acme/cheat-sheet.md', text: '# Sheet\n' } };
    fc.assert(
      fc.property(secrets, fc.subarray([...OPEN_PARTS]), (made, include) => {
        const page = loopPackHtml(packFacts(made, sheet), include).html;
        for (const secret of Object.values(made)) {
          const shown = typeof secret === 'number' ? [String(secret), secret.toLocaleString('en-US')] : [secret];
          for (const each of shown) assert.ok(!page.includes(each), each);
        }
      }),
      { numRuns: 25 },
    );
  });
});
