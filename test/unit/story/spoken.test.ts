import assert from 'node:assert/strict';
import { countWords } from '../../../src/core/story/countWords';
import { parseStory } from '../../../src/core/story/parseStory';
import { findPlaceholders } from '../../../src/core/story/placeholders';
import { formatSeconds, speakingSeconds } from '../../../src/core/story/spoken';
import { costAtOnce } from '../../host/processorTime';

const said = (text: string): string => parseStory(text).said.replace(/\s+/gu, ' ').trim();

describe('what is said aloud', () => {
  const cases: [string, string, string][] = [
    [
      'words of emphasis, code spans and links',
      'The **new** `ksqlDB` [view](https://x.org/a_(b) "t") held.',
      'The **new** `ksqlDB` [view] held.',
    ],
    ['a link over two lines', 'a [long\nlink](https://x.org) b', 'a [long link] b'],
    ['the text of a reference link', 'see [the plan][plan-1]\n\n[plan-1]: http://x.org "Plan"', 'see [the plan]'],
    ['no image', 'before ![the chart](a.png) after', 'before after'],
    ['no address', 'at <https://x.org/a> and https://x.org/b?c now', 'at and now'],
    ['no comment, inside a line or over several', 'a <!-- b --> c <!-- d\ne --> f\n\n<!--\ng\n-->\nh', 'a c f h'],
    ['no list mark and no box', '- one\n2. two\n- [x] three\n> four', 'one two three four'],
    ['no code block', 'a\n\n```js\nlet b;\n```\nc', 'a c'],
    ['no tag and no entity', 'a<br>b &nbsp; c R&amp;D', 'a b c R&amp;D'],
    ['no blank', 'up by ${metric:2 %} in ${a ${b} c}, [your figure] more', 'up by in , more'],
    [
      'words in brackets that are no blank',
      'She said [the CFO] would [sic] [1] pay',
      'She said [the CFO] would [sic] [1] pay',
    ],
    ['money, which is no tab stop', 'from $1 to $2M {really}', 'from $1 to $2M {really}'],
  ];
  for (const [name, text, expected] of cases) it(`has ${name}`, () => assert.equal(said(text), expected));
});

describe('a blank', () => {
  const blanks = (text: string): string[] => findPlaceholders(text).map(({ start, end }) => text.slice(start, end));

  it('is a template’s, whatever it holds', () => {
    assert.deepEqual(blanks('${a} $b ${c, or d} {e} ${'), ['${a}', '${c, or d}']);
    assert.deepEqual(blanks('${open ${closed} and ${a ${b}}'), ['${closed}', '${a ${b}}']);
  });

  it('is a bracket that asks for something, and no other bracket', () => {
    assert.deepEqual(blanks('[your metric] [Insert the date] [X%] [NN ms] [$X] [TBD] [...] [company name]'), [
      '[your metric]',
      '[Insert the date]',
      '[X%]',
      '[NN ms]',
      '[$X]',
      '[TBD]',
      '[...]',
      '[company name]',
    ]);
    assert.deepEqual(
      blanks('[x] [ ] [your link](a) [your ref][b] [team lead] [yourself] [the metric]\n[your def]: c'),
      [],
    );
    assert.deepEqual(blanks('We purge it. [your metric]: complaints before?'), ['[your metric]']);
  });

  it('is a TODO: the word in a sentence, the rest of the line as a note', () => {
    assert.deepEqual(blanks('cut it by TODO ms\nTODO ask Ann\n- TBD: which year\nand so TODO: more'), [
      'TODO',
      'TODO ask Ann',
      'TBD: which year',
      'TODO: more',
    ]);
    assert.deepEqual(blanks('the to-do list, todo, TODOS and XXXL'), []);
  });
});

describe('words', () => {
  it('are runs with a letter or digit, so a figure is one', () => {
    const counts: [string, number][] = [
      ['', 0],
      ['one', 1],
      ['from 120→35 ms', 3],
      ['$2.1M — at last—then', 4],
      ['a | b |- -|', 2],
      ['- & → … 😀', 0],
      ['can’t re-do', 2],
      ['a\u00a0b', 2],
      ['été Ünal', 2],
    ];
    for (const [text, count] of counts) assert.equal(countWords(text), count, text);
  });

  it('are found in scripts that write no spaces', () => {
    assert.ok(countWords('我们把延迟降低了一半') >= 4);
    assert.ok(countWords('ภาษาไทยเขียนติดกัน') >= 3);
    assert.equal(countWords('日本'), 2);
  });

  it('are the same in a long text without spaces as in its pieces, and found in time that grows with it', () => {
    // The segmenter was given a whole run: 65,536 characters of Thai took six seconds.
    const sentences = ['ภาษาไทยเขียนติดกัน', 'ພາສາລາວຂຽນຕິດກັນ'];
    for (const sentence of sentences) {
      const run = (length: number): string => sentence.repeat(Math.ceil(length / sentence.length));
      const whole = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run(5000))];
      assert.equal(countWords(run(5000)), whole.filter(({ isWordLike }) => isWordLike).length, sentence);
      const ratio = costAtOnce((length) => countWords(run(length)), 131_072, 16);
      assert.ok(ratio < 8, `${sentence}: ${ratio} times as long at once as in 16 pieces`);
    }
  });

  it('take 60 seconds for every 130 words, unless set otherwise', () => {
    assert.equal(speakingSeconds(130), 60);
    assert.equal(speakingSeconds(325), 150);
    assert.equal(speakingSeconds(100, 60), 100);
    assert.equal(speakingSeconds(100, 0), 0);
    assert.deepEqual([0, 9, 98, 3600].map(formatSeconds), ['0:00', '0:09', '1:38', '60:00']);
  });
});
