import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { outline } from '../../../src/core/markdown/outline';
import { analyseStory, RULE_CODES } from '../../../src/core/story/lint';
import { speakingSeconds } from '../../../src/core/story/spoken';

const text = readFileSync('content/one-story.md', 'utf8');

function part(title: string): string {
  const section = outline(text).find((each) => each.title === title) ?? assert.fail(`no part “${title}”`);
  return text.slice(section.contentStart, section.end).trim();
}

/** A part as the story file that a user would have of it. */
const asStory = (story: string, spoken: number): string =>
  `---\ntitle: One story\nspoken: ${spoken}\n---\n\n${story}\n`;

describe('one story at three lengths', () => {
  for (const seconds of [30, 90, 180]) {
    describe(`in ${seconds} seconds`, () => {
      const { findings, parsed, score } = analyseStory(asStory(part(`In ${seconds} seconds`), seconds));

      it('takes as long to say, to a tenth', () => {
        const taken = speakingSeconds(parsed.words);
        assert.ok(Math.abs(taken - seconds) <= seconds / 10, `it takes ${taken} s`);
      });

      it('has no finding', () =>
        assert.deepEqual(
          findings.map(({ code, message }) => `${code}: ${message}`),
          [],
        ));

      it('scores as a very good story', () => assert.ok((score?.score ?? 0) >= 80, `it scores ${score?.score}`));
    });
  }

  it('says in the longer what it says in the shorter: the outcome, the decision, the price and the comparison', () => {
    for (const seconds of [30, 90, 180])
      for (const said of ['$1.9M to $1.1M', 'I chose the tills', '$600k', 'fresh counter', 'left as they were'])
        assert.ok(part(`In ${seconds} seconds`).includes(said), `${seconds}: ${said}`);
  });

  it('has figures that add up', () => {
    const fall = 1.9 - 1.1;
    assert.ok(part('In 180 seconds').includes(`$${fall.toFixed(1)}M a year, ${Math.round((fall / 1.9) * 100)}%`));
    assert.ok(part('In 180 seconds').includes(`About $60k of that came from a new bag for eggs, so I claim $${800 - 60}k`));
    assert.equal(Math.round(100 / 6), 17, 'one order in six');
    const [short, middle, long] = [30, 90, 180].map((seconds) => (seconds * 130) / 60);
    assert.ok(text.includes(`At 130 words a minute that is ${short}, ${middle} and ${long} words`));
  });
});

describe('the draft with a red pen', () => {
  const pen = part('The draft, with a red pen');
  const lines = pen.split('\n');
  const draft = lines
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2).replaceAll('~~', ''))
    .join('\n\n');
  const found = new Set(analyseStory(asStory(draft, 90)).findings.map(({ code }) => code));
  const named = lines.flatMap((line) => /^- `([a-z-]+)` /u.exec(line)?.[1] ?? []);

  it('names the rule of all that our own checks find in it, and nothing else', () => {
    assert.deepEqual([...named].sort(), [...found].sort());
    assert.ok(named.length >= 6 && named.every((code) => RULE_CODES.some((each) => each === code)));
  });

  it('says more than a checker can, in every part of the draft', () => {
    const remarks = pen.split(/^> /mu).slice(1);
    assert.equal(remarks.length, 4);
    for (const each of remarks) assert.match(each, /^- (?!`)/mu);
  });

  it('strikes out whole words, and says at the beginning what the marks mean', () => {
    for (const [struck] of pen.matchAll(/~~[^~\n]+~~/gu)) assert.match(struck, /^~~\S.*\S~~$/u);
    assert.match(pen, /^What is ~~struck out~~ is to go/u);
  });
});
