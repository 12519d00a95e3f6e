import assert from 'node:assert/strict';
import { findClaims } from '../../../src/core/claims/findClaims';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';
import { readRetractions, retractionEdit } from '../../../src/core/claims/retractions';
import { applyEdits } from '../../../src/core/markdown/text';

/** What each item of claims.md retracts, why and in which file. */
const read = (text: string): (readonly [string, string, string | undefined])[] =>
  readRetractions(text).retractions.map(({ figure, reason, about }) => [
    `${figure.quantity.text} ${figure.measure}`,
    reason,
    about,
  ]);

describe('the list of retracted figures', () => {
  it('has an item for each, with the word before the reason or before the figure', () => {
    assert.deepEqual(
      read(
        [
          '# Figures I no longer use',
          '- 40% fewer tickets · retracted: the dashboard counted them twice  ',
          '* 35 ms p99 latency (retracted)',
          '  1. 12% churn – Retracted — by finance',
          '+ retracted: $2M revenue',
          '- Retracted',
          'It was 50% of users, retracted, and no item.',
          '- 60% of users',
        ].join('\n'),
      ),
      [
        ['40% tickets', 'the dashboard counted them twice', undefined],
        ['35 ms p99 latency', '', undefined],
        ['12% churn', 'by finance', undefined],
        ['$2M revenue', '', undefined],
      ],
    );
  });

  it('may limit a figure to a file, which then need not say what it measures', () => {
    assert.deepEqual(
      read('- [Fraud](./stories/fraud%20model.md): 35 ms · retracted\n- [x](stories/100%.md) 3% churn retracted\n'),
      [
        ['35 ms fraud', '', 'stories/fraud model.md'],
        ['3% churn', '', 'stories/100%.md'],
      ],
    );
  });

  it('says at its item where a figure is missing, or matches nothing', () => {
    const text = '- nothing here · retracted\n- 300 ms · retracted\n';
    const { retractions, problems } = readRetractions(text);
    assert.deepEqual(retractions, []);
    assert.deepEqual(
      problems.map(({ start, end, message, severity }) => [text.slice(start, end), message.split(':')[0], severity]),
      [
        ['nothing here · retracted', 'No figure stands here', 'warning'],
        ['300 ms · retracted', 'Say what this figure measures, such as “300 ms search latency”', 'warning'],
      ],
    );
  });

  it('has the place of each item without its mark', () => {
    const text = '# X\n\n- 3% churn · retracted\n';
    const [{ start, end } = assert.fail()] = readRetractions(text).retractions;
    assert.equal(text.slice(start, end), '3% churn · retracted');
  });

  it('is not read in code, comments and front matter, nor where a line is endless', () => {
    // A fence was read as if it were a part of the list.
    const item = '- 3% churn · retracted';
    for (const text of [
      `\`\`\`\n${item}\n\`\`\`\n`,
      `<!--\n${item}\n-->\n`,
      `---\na:\n${item}\n---\n`,
      `${item}${'!'.repeat(2000)}\n`,
    ])
      assert.deepEqual(readRetractions(text), { retractions: [], problems: [] }, text);
  });

  it('is read up to two hundred items', () => {
    assert.equal(read('- 3% churn · retracted\n'.repeat(300)).length, 200);
    assert.equal(readRetractions('- retracted: x\n'.repeat(300)).problems.length, 200);
  });
});

describe('a figure that the user retracts', () => {
  const figure = {
    figure: '40%',
    measure: 'support tickets',
    mode: 'level',
    path: 'stories/big-[win] (1).md',
    reason: 'counted\ntwice',
  } as const;
  const added = (text: string | undefined, more: Partial<Parameters<typeof retractionEdit>[1]> = {}): string =>
    applyEdits(text ?? '', [retractionEdit(text, { ...figure, ...more })]);
  const item = '- [big win (1)](stories/big-%5Bwin%5D%20%281%29.md): 40% support tickets · retracted: counted twice';

  it('gets its item in a new file, or at the end of the one there is', () => {
    assert.equal(added(undefined), `# Figures I no longer use\n\n${item}\n`);
    assert.equal(added(''), `${item}\n`);
    assert.equal(added('# Mine\n'), `# Mine\n${item}\n`);
    assert.equal(added('# Mine'), `# Mine\n${item}\n`);
    assert.equal(added('# Mine\r\nA'), `# Mine\r\nA\r\n${item}\r\n`);
  });

  it('is said with its measure where it has not got it, and with “of” where it is a part', () => {
    const said = (more: Partial<Parameters<typeof retractionEdit>[1]>): string =>
      added('', { path: 'a.md', ...more }).trimEnd();
    assert.equal(said({ mode: 'part' }), '- [a](a.md): 40% of support tickets · retracted: counted twice');
    assert.equal(said({ figure: '40 support tickets', reason: '' }), '- [a](a.md): 40 support tickets · retracted');
    assert.equal(said({ measure: '', reason: '' }), '- [a](a.md): 40% · retracted');
    assert.equal(
      said({ measure: 'retracted offers', reason: '' }),
      '- [a](a.md): 40%  offers · retracted',
      'the word may stand once only',
    );
  });

  it('comes back from its item as it was', () => {
    for (const [value, measure, mode] of [
      ['40%', 'support tickets', 'level'],
      ['40%', 'support tickets', 'part'],
      ['35 ms', 'p99 latency', 'level'],
      ['$2M', 'revenue', 'level'],
      ['34 customers', 'customers', 'level'],
    ] as const) {
      const [found] = readRetractions(added(undefined, { figure: value, measure, mode })).retractions;
      assert.deepEqual(
        [found?.figure.measure, found?.figure.mode, found?.about, found?.reason],
        [measure, mode, figure.path, 'counted twice'],
      );
    }
  });
});

describe('a retracted figure', () => {
  const found = (claims: string, files: Readonly<Record<string, string>>): string[] => {
    const read = Object.entries(files).map(([path, text]) =>
      readFigures(path, text, figureSource(path) ?? assert.fail(path)),
    );
    return findClaims(read, readRetractions(claims).retractions)
      .filter(({ code }) => code === 'claim-retracted')
      .map(({ path, start, end }) => `${path} ${(files[path] ?? '').slice(start, end)}`);
  };
  const story = (text: string): string => `# A\n\n## Impact\n\n${text}\n`;

  it('is found in stories and scripts, as exactly as it is written, and with its own noun only', () => {
    const claims = '- 40% fewer tickets · retracted\n';
    assert.deepEqual(
      found(claims, {
        'stories/a.md': story('We have 40% fewer tickets.'),
        'loop/scripts/b.md': 'I cut tickets by 40.2%. I cut refunds by 40%. I cut tickets by 42%.\n',
      }),
      ['stories/a.md 40%', 'loop/scripts/b.md 40.2%'],
    );
  });

  it('is not what was there before, what was to be reached, or what others have', () => {
    const claims = '- 3% churn · retracted\n';
    assert.deepEqual(
      found(claims, {
        'loop/scripts/b.md':
          'The target is a churn of 3%. Your churn is 3%. Before that, churn was 3%. Churn would be 3%.\n',
      }),
      [],
    );
    assert.deepEqual(
      found(claims, { 'stories/a.md': '# A\n\n## Impact\n\nWon.\n\n## Action\n\nChurn was 3% by then.\n' }),
      ['stories/a.md 3%'],
      'but it is one on the way',
    );
  });

  it('is not another percentile, and a part is no level', () => {
    const script = (text: string) => ({ 'loop/scripts/b.md': `${text}\n` });
    assert.deepEqual(found('- 35 ms p99 latency · retracted', script('I brought p50 latency to 35 ms.')), []);
    assert.deepEqual(found('- 35 ms latency · retracted', script('I brought p50 latency to 35 ms.')).length, 1);
    assert.deepEqual(found('- 40% of users · retracted', script('I grew users by 40%.')), []);
    assert.deepEqual(found('- 40% more users · retracted', script('I won 40% of users.')), []);
    assert.deepEqual(found('- 40% more users · retracted', script('Users stood at 40%.')).length, 1);
  });

  it('that names its file is found in no other story, but wherever it is told', () => {
    const claims = '- [A](stories/a.md): 3% churn · retracted\n- [A](stories/a.md): 35 ms · retracted\n';
    assert.deepEqual(
      found(claims, {
        'stories/a.md': story('Churn is 3%. p99 latency fell to 35 ms.'),
        'stories/b.md': story('Churn is 3%. p99 latency fell to 35 ms.'),
        'loop/scripts/b.md': 'I cut churn to 3%. I brought p99 latency to 35 ms.\n',
      }),
      ['stories/a.md 3%', 'stories/a.md 35 ms', 'loop/scripts/b.md 3%'],
    );
  });
});
