import assert from 'node:assert/strict';
import { arithmeticQuestions } from '../../../src/core/arithmetic/arithmeticQuestions';
import {
  exerciseOf,
  judgedAnswers,
  medianSeconds,
  sayAloud,
  scoreOfSitting,
  sittingNotes,
  type Exercise,
} from '../../../src/core/arithmetic/arithmeticSitting';
import { findResult, idInWords, practiceBlocks, workedAlone } from '../../../src/core/arithmetic/practiceBlocks';
import { workedSolution } from '../../../src/core/arithmetic/workedSolution';
import { fence } from '../blocks/support/blockTexts';

const CLUSTER = fence(
  'capacity',
  'events: 1M/s',
  'event size: 500 B',
  'nodes: 10',
  'consumer groups: 2',
  'retention: 7 days',
  'consumer capacity: 10k/s',
  'utilisation: 67 %',
);
const BUDGET = fence(
  'latency-budget',
  'slo: 40 ms p99',
  'look-up: 8 ms',
  'parallel scoring:',
  '  model: 10 ms',
  '  rules: 3 ms',
);
const LTV = fence('estimate', 'revenue: $30 a month', 'churn: 4 % a month (3-6 %)', 'LTV = revenue ÷ churn');

/** As it is written, without other figures. */
const written = (text: string): Exercise => {
  const block = workedAlone(text) ?? assert.fail();
  return { seed: 7, text, block, questions: arithmeticQuestions(block) };
};
const asked = (text: string): string[] => written(text).questions.map((question) => question.text);

describe('The questions on a block', () => {
  it('ask for the headline results of a cluster in the order in which they are worked out', () => {
    assert.deepEqual(asked(CLUSTER), [
      'What comes in from producers, in MB/s?',
      'Written in all, copies included, in GB/s?',
      'What goes out to consumers and followers, in GB/s?',
      'Written to each node, in MB/s?',
      'How many partitions?',
      'Stored on each node, in TB?',
    ]);
  });

  it('ask for the total, the rest and the share of the longest stage of a budget', () => {
    assert.deepEqual(asked(BUDGET), [
      'How long do all stages take, in ms?',
      'How much is left of the limit, in ms?',
      'What share of it does the longest stage take, in %?',
    ]);
  });

  it('ask for each formula of an estimate, and for the ends of its range where there are few', () => {
    assert.deepEqual(asked(LTV), [
      'LTV, in $?',
      'LTV at the low end of its range, in $?',
      'LTV at the high end of its range, in $?',
    ]);
  });

  it('leave out what is 0', () => {
    const block = workedAlone(fence('latency-budget', 'slo: 10 ms', 'a: 4 ms', 'b: 6 ms')) ?? assert.fail();
    assert.deepEqual(
      arithmeticQuestions(block).map(({ id }) => id),
      ['total', 'largest'],
    );
  });
});

describe('A worked solution', () => {
  const solved = (text: string, id: string) => {
    const { block, questions } = written(text);
    const question = questions.find((one) => one.id === id) ?? assert.fail(id);
    return workedSolution(text, block, question, questions);
  };

  it('has the formula, the same in figures, the result and who says so', () => {
    const { steps, source } = solved(CLUSTER, 'written');
    assert.deepEqual(steps, [
      { title: 'Written', formula: 'ingress × replication', figures: '500 MB/s × 3', result: '1.5 GB/s' },
    ]);
    assert.match(source, /^Kafka documentation/u);
  });

  it('works out first what nobody asked for', () => {
    assert.deepEqual(
      solved(CLUSTER, 'storagePerNode').steps.map(({ figures, result }) => `${figures} = ${result}`),
      ['1M/s × 500 B × 3 × 7 days = 907 TB', '907 TB ÷ 10 = 90.7 TB'],
    );
  });

  it('says how partitions are found where they are as many as consumers', () => {
    assert.equal(solved(CLUSTER, 'partitions').steps[0]?.figures, '⌈1M/s ÷ (10k/s × 67 %)⌉');
  });

  it('names the end of an estimate that is asked for', () => {
    assert.match(solved(LTV, 'LTV, low').steps[0]?.formula ?? '', /every assumption at the end that makes it least$/u);
  });
});

describe('A sitting', () => {
  const exercise = written(BUDGET);
  const answers = [
    { text: '18', seconds: 4 },
    { text: '20 ms', seconds: 10 },
    { text: 'half', seconds: 7 },
  ];

  it('judges what was answered so far', () => {
    const judged = judgedAnswers(exercise, answers.slice(0, 2));
    assert.deepEqual(
      judged.map(({ verdict }) => verdict.kind),
      ['exact', 'close'],
    );
    assert.deepEqual(judgedAnswers(exercise, [...answers, ...answers]).length, 3);
  });

  it('comes to a score, a median time and a sentence to say', () => {
    assert.deepEqual(scoreOfSitting(exercise, judgedAnswers(exercise, answers)), {
      right: 2,
      of: 3,
      seconds: 21,
      seed: 7,
    });
    assert.equal(medianSeconds(answers), 7);
    assert.equal(medianSeconds([]), 0);
    assert.equal(sayAloud(exercise), '18 ms in all, 22 ms to spare, 55.6 % of it in the longest stage.');
  });

  it('is kept as notes that can be read', () => {
    assert.equal(
      sittingNotes(exercise, judgedAnswers(exercise, answers)),
      [
        'Arithmetic: 2 of 3 right in 0:21, seed 7.',
        '',
        '- How long do all stages take, in ms? “18” in 0:04: right, 18 ms',
        '- How much is left of the limit, in ms? “20 ms” in 0:10: right, 22 ms',
        '- What share of it does the longest stage take, in %? “half” in 0:07: not right, 55.6 %',
        '',
        BUDGET,
      ].join('\n'),
    );
  });

  it('is the same again for the same seed', () => {
    assert.deepEqual(exerciseOf(CLUSTER, 5), exerciseOf(CLUSTER, 5));
    assert.equal(exerciseOf('no block', 5), undefined);
  });
});

describe('The blocks that can be practised', () => {
  it('are found by their place among all blocks, and stand alone without list, quotation and comments', () => {
    const text = `# A\n\n\`\`\`capacity\nevents: 1M/s\n\`\`\`\n\n> - \`\`\`latency-budget\n>   slo: 40 ms # as promised\n>   parallel a:\n>     b: 8 ms\n>   \`\`\`\n`;
    assert.deepEqual(
      practiceBlocks(text).map((block) => [block.index, block.headline, block.text]),
      [[1, '8 of 40 ms, b 100 %', '```latency-budget\nslo: 40 ms\nparallel a:\n  b: 8 ms\n```']],
    );
  });

  it('have results that are found by id, title or the id in words', () => {
    const block = workedAlone(CLUSTER) ?? assert.fail();
    for (const name of ['writtenPerNode', 'written per node', 'Written, a node', 'WRITTEN PER NODE'])
      assert.equal(findResult(block, name)?.id, 'writtenPerNode', name);
    assert.equal(findResult(block, 'writen'), undefined);
    assert.equal(idInWords('storagePerNodeReassigned'), 'storage per node reassigned');
    assert.equal(idInWords('LTV'), 'LTV');
  });
});
