import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packMarkdown } from '../../../src/core/pack/packMarkdown';
import { readSheet, scoreSheet } from '../../../src/core/pack/sheet';
import type { Filled } from '../../../src/core/pack/sheetModel';
import type { Scores } from '../../../src/core/sessions/sessionModel';
import { processorTime } from '../../host/processorTime';
import { samplePack } from './sample';

const pack = samplePack();
const { competencies } = pack;
const read = (text: string): ReturnType<typeof readSheet> => readSheet(text, competencies);
/** The sheet with each competency's line as a peer may have written it. */
const withLines = (...lines: string[]): string => `## Score sheet\n\n${lines.join('\n')}\n`;
const scoresIn = (...lines: string[]): Scores => {
  const { scores, problems } = read(withLines(...lines));
  assert.deepEqual(problems, []);
  return scores;
};

describe('A score sheet', () => {
  it('is in the pack, blank, with a line for each competency of the round', () => {
    const text = packMarkdown(pack);
    assert.match(text, /^- Serving at streaming scale \(streaming-scale\):$/mu);
    assert.match(text, /^- Trade-offs \(trade-offs\):$/mu);
    assert.deepEqual(read(text), {
      scores: {},
      comments: '',
      points: [],
      problems: [{ line: 0, message: 'No score was found: write each as a line such as “- streaming-scale: 3”.' }],
    });
  });

  it('comes back from a returned pack as it was filled in: scores, points and comments', () => {
    const scores = fc.dictionary(
      fc.constantFrom(...competencies.map(({ id }) => id)),
      fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
      { minKeys: 1, noNullPrototype: true },
    );
    const words = fc
      .array(fc.stringMatching(/^[a-zäß“”$%()0-9]{1,8}$/u), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(' '));
    const comments = fc
      .array(fc.oneof(words, fc.constantFrom('## Comments', '> quoted', '```', '- a: 3', '---', '')), { maxLength: 8 })
      .map((lines) => lines.join('\n').trim());
    fc.assert(
      fc.property(
        scores,
        fc.array(words, { maxLength: 4 }),
        comments,
        fc.constantFrom('\n', '\r\n'),
        (given, points, remarks, eol) => {
          const filled: Filled = { scores: given, points, comments: remarks };
          const text = packMarkdown(pack).replace(scoreSheet(competencies), () => scoreSheet(competencies, filled));
          assert.deepEqual(read(text.replaceAll('\n', eol)), { ...filled, problems: [] });
        },
      ),
    );
  });

  it('is read however a person writes a score', () => {
    for (const line of [
      '- streaming-scale: 3',
      '* streaming-scale = 3',
      'streaming-scale: 3/4',
      '1. Serving at streaming scale: 3',
      '- **Serving at streaming scale** (streaming-scale): **3**',
      '- Serving at Streaming-Scale: 3 of 4',
      'Streaming scale – 3',
      '| streaming-scale | 3 |',
      '- `streaming-scale`: 3.',
    ]) {
      assert.deepEqual(scoresIn(line), { 'streaming-scale': 3 }, line);
    }
  });

  it('leaves out what a peer had no view on', () => {
    assert.deepEqual(scoresIn('- streaming-scale: 3', '- trade-offs: -', '- ml-operations: n/a'), {
      'streaming-scale': 3,
    });
    assert.deepEqual(scoresIn('- streaming-scale: 3', '- trade-offs:', '- ml-operations: ?'), { 'streaming-scale': 3 });
  });

  it('keeps the words after a score as comments, under the competency’s name', () => {
    const { scores, comments } = read(
      `${withLines('- streaming-scale: 3, sized the state - well done', '- trade-offs: 2 (one option only)')}\n## Comments\n\nGood pace.\n`,
    );
    assert.deepEqual(scores, { 'streaming-scale': 3, 'trade-offs': 2 });
    assert.equal(
      comments,
      '**Serving at streaming scale (3):** sized the state - well done\n\n**Trade-offs (2):** (one option only)\n\nGood pace.',
    );
  });

  it('is read from a mail that quotes it, and from its lines alone', () => {
    assert.deepEqual(read('> - streaming-scale: 3\n> - trade-offs: 2\n').scores, {
      'streaming-scale': 3,
      'trade-offs': 2,
    });
    assert.deepEqual(read('Hi,\nhere you are.\n\nstreaming-scale: 3\ntrade-offs: 2\n').scores, {
      'streaming-scale': 3,
      'trade-offs': 2,
    });
  });

  it('takes a list of points with or without boxes, and a point over two lines as one', () => {
    const { points } = read(
      `${withLines('- streaming-scale: 3')}\n## Points to work on\n\n- [ ] Name the fallback\n  before the happy path\n* Price it\n-\n`,
    );
    assert.deepEqual(points, ['Name the fallback before the happy path', 'Price it']);
  });

  it('says at its line what it cannot understand', () => {
    const { problems } = read(
      withLines(
        '- streaming-scale: 5',
        '- trade-offs: good',
        '- charm: 4',
        '- ml-operations: 3.5',
        '- streaming-scale: 2',
        '- streaming-scale: 3',
      ),
    );
    assert.deepEqual(problems, [
      { line: 2, message: '“5” is not a score for “Serving at streaming scale”: write 1, 2, 3 or 4.' },
      { line: 3, message: '“good” is not a score for “Trade-offs”: write 1, 2, 3 or 4.' },
      { line: 4, message: '“charm” is not scored in this round: use streaming-scale, ml-operations, trade-offs.' },
      { line: 5, message: '“3.5” is not a score for “Running ML on live data”: write 1, 2, 3 or 4.' },
      { line: 7, message: '“Serving at streaming scale” is scored twice, 2 and 3: leave one.' },
    ]);
  });

  it('reads the longer of two names that begin alike', () => {
    const alike = [
      { id: 'scale', title: 'Scale' },
      { id: 'scale-out', title: 'Scale-out' },
    ];
    assert.deepEqual(readSheet('- scale-out: 3\n- scale: 2\n', alike).scores, { 'scale-out': 3, scale: 2 });
  });

  it('is read without an exception and in time, whatever the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => void read(text)));
    const took = processorTime(() => {
      read('- streaming-scale: '.repeat(5000));
      read(`${'<!--'.repeat(5000)}\n${'> '.repeat(5000)}`);
    });
    assert.ok(took < 1000, `took ${took} ms`);
  });
});
