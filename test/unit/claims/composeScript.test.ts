import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { FileFigures } from '../../../src/core/claims/claimModel';
import { figureOrigins, originComment, refreshEdits } from '../../../src/core/claims/figureOrigins';
import { fillScript, usualChoices } from '../../../src/core/claims/fillScript';
import { findClaims } from '../../../src/core/claims/findClaims';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';
import { presentFigure, toldFigures } from '../../../src/core/claims/scriptSources';
import { dollarsAsBlanks } from '../../../src/core/markdown/blanks';
import { spokenAsk } from '../../../src/core/offer/spokenAsk';
import { applyEdits } from '../../../src/core/markdown/text';
import { lintStory } from '../../../src/core/story/lint';

const FRAUD = `# Fraud scoring

## Impact

Cut p99 scoring latency from 120 ms to 35 ms and saved $2.1M a year in chargebacks.

## Situation

Scoring took 120 ms.
`;
const RENEWALS = '# Renewals\n\n## Impact\n\nRenewals rose to 88%.\n';
const CASE = `# Case

\`\`\`estimate
customers in reach: 4,000
adoption: 16 % (10-20 %)
price: $5,000 a year
gross = customers in reach × adoption × price
\`\`\`
`;
const OFFER =
  '---\nbase: 190000\nasks: { target: { base: 205000, equityPercent: 0.09 }, acceptable: 195000 }\n---\n\n# Offer\n';

const read = (path: string, text: string): FileFigures =>
  readFigures(path, text, figureSource(path) ?? assert.fail(path));
const FILES = [
  read('stories/fraud.md', FRAUD),
  read('stories/renewals.md', RENEWALS),
  read('loop/case.md', CASE),
  read('loop/offer.md', OFFER),
];
const PATH = 'loop/scripts/ask.md';
const fill = (text: string, files = FILES): string =>
  applyEdits(text, fillScript(PATH, text, files, usualChoices(files)).edits);

describe('A script composed from the user’s own files', () => {
  it('tells the figure that a story is best told by, and says in a comment where it came from', () => {
    assert.equal(
      fill('# Ask\n\nI {{outcome: raised it}}.\n'),
      '# Ask\n\n<!-- figure “from 120 ms to 35 ms” from [p99 scoring latency](../../stories/fraud.md) -->\nI took p99 scoring latency from 120 ms to 35 ms.\n',
    );
  });

  it('tells an earlier one from another story, and what the first was worth from its own', () => {
    const text = fill('I {{outcome: …}}, worth {{worth: $3M}}.\n\nBefore that I {{earlier outcome: …}}.\n');
    assert.match(text, /35 ms, worth \$2\.1M a year\.$/mu);
    assert.match(text, /^Before that I brought renewals to 88%\.$/mu);
  });

  it('takes the case’s result and what it hangs on, and the ladder’s rungs', () => {
    const text = fill(
      'The case projected {{ARR uplift: $2M}}; it hangs on {{key assumption: x}}.\n\nBetween {{base from: 1}} and {{base to: 2}}, with {{equity: 3}}.\n',
    );
    assert.match(text, /The case projected \$3\.2M a year; it hangs on adoption\./u);
    assert.match(text, /Between \$195,000 and \$205,000, with 0\.09%\./u);
    assert.match(text, /<!-- figure “\$205,000” from \[asks\.target\.base\]\(\.\.\/offer\.md\) -->/u);
  });

  it('leaves what is unknown as a blank, and every word of the user’s', () => {
    const text = 'Mine, all mine. {{change: what changed}} and {{outcome: …}}.\r\n';
    assert.equal(fill(text, []), text);
    const left = fill('I {{outcome: …}} with {{priority: the equity}}.\n');
    assert.ok(lintStory(left, { kind: 'script' }).some(({ code }) => code === 'placeholder-left'));
  });

  it('never says the offer’s own base, or the rung at which to walk away, as an ask', () => {
    const files = [read('loop/offer.md', '---\nbase: 190000\nasks: { walkAway: 180000 }\n---\n')];
    const text = 'A base of {{base: $200k}}, from {{base from: $1}}.\n';
    assert.equal(fill(text, files), text);
  });

  it('raises nothing about its figures', () => {
    const script = read(PATH, fill('I {{outcome: …}}.\n\nThe case study projected {{ARR uplift: $2M}} of ARR.\n'));
    assert.deepEqual(findClaims([...FILES, script]), []);
  });

  it('tells no story twice when it is composed again', () => {
    const text = 'I {{outcome: …}}, worth {{worth: $3M}}.\n\nBefore that I {{earlier outcome: …}}.\n';
    const [fraud] = FILES as [FileFigures];
    const once = fill(text, [fraud]);
    assert.match(once, /Before that I \{\{earlier outcome: …\}\}\.$/mu);
    assert.equal(fill(once, [fraud]), once);
    assert.match(fill(once), /^Before that I brought renewals to 88%\.$/mu);
  });

  it('says what the story says was done with money, and never makes a level of what was saved or won', () => {
    const told = (text: string): string[] =>
      toldFigures([read('stories/a.md', `# A\n\n## Impact\n\n${text}\n`)]).map(({ phrase }) => phrase);
    assert.deepEqual(told('Saved $600k a year in support cost.'), ['saved $600k a year in support cost']);
    assert.deepEqual(told('I won $5M of budget.'), ['won $5M of budget']);
    assert.deepEqual(told('Churn fell 2 points.'), ['moved churn by 2 points']);
    assert.deepEqual(told('NPS rose from 12 to 41.'), ['took NPS from 12 to 41']);
    assert.deepEqual(told('I hired 6 engineers.'), ['hired 6 engineers']);
    assert.deepEqual(told('Customers paid $2M in fines.'), []);
    assert.deepEqual(told('Adding about $2M in new sales.'), ['added $2M in new sales']);
    assert.deepEqual(told('We earn more, winning $5M of budget.'), ['won $5M of budget']);
    assert.deepEqual(told('It is worth $2M.'), ['did work worth $2M']);
    assert.deepEqual(told('p99 latency fell to 35 ms.'), ['brought p99 latency to 35 ms']);
    assert.deepEqual(told('The team now has 400 users.'), ['reached 400 users']);
    assert.deepEqual(told('35 ms p99 latency, and 35 ms p99 latency.'), ['brought p99 latency to 35 ms'], 'once');
    assert.deepEqual(told('We lost 40% of the users.'), [], 'a part of something');
    assert.deepEqual(told('Churn would be 3%. Twelve users came.'), [], 'only planned, or without digits');
  });

  it('leaves a blank of the front matter alone, where a comment would end it', () => {
    const text = '---\nnote: "{{outcome: …}}"\n---\n\nSpoken.\n';
    assert.equal(fill(text), text);
  });

  it('has the comments above the paragraph, in the order of its blanks, and says how many it filled', () => {
    const text = '# Ask\n\nFirst line.\nI {{outcome: …}}, for {{base: $1}},\nand {{priority: …}}.\n';
    const { edits, filled, left } = fillScript(PATH, text, FILES, usualChoices(FILES));
    assert.deepEqual([filled, left], [2, 1]);
    assert.match(
      applyEdits(text, edits),
      /^# Ask\n\n<!-- figure “from 120 ms to 35 ms”[^\n]*\n<!-- figure “\$205,000”[^\n]*\nFirst line\.\nI took/u,
    );
  });

  it('says what the story told was worth, unless that is what is told', () => {
    const worth = 'I {{outcome: …}}, worth {{worth: $3M}}.\n';
    const [, renewals] = FILES as [FileFigures, FileFigures];
    const money = [read('stories/m.md', '# M\n\n## Impact\n\nI saved $2M a year.\n')];
    assert.match(fill(worth, money), /I saved \$2M a year, worth \{\{worth/u);
    assert.match(fill(worth, [renewals, ...money.slice(1)]), /88%, worth \{\{worth/u, 'it has no money');
    const before = `${originComment({ figure: 'x', label: 'y', from: PATH, to: 'stories/fraud.md' })}\nIt was worth {{worth: $3M}}.\n`;
    const dear = read('stories/m.md', '# M\n\n## Impact\n\nSales grew from $1M to $3M.\n');
    const [outcome] = toldFigures(FILES);
    const { edits } = fillScript(PATH, worth, [...FILES, dear], { outcome, earlier: undefined });
    assert.match(applyEdits(worth, edits), /35 ms, worth \$2\.1M a year\./u, 'not of another story');
    assert.match(fill(before), /It was worth \$2\.1M a year\./u, 'of the story that is told already');
  });

  it('knows a blank by each of its names, with or without an example, in any case', () => {
    for (const [names, expected] of [
      [['outcome', 'result', 'Achievement'], 'took p99 scoring latency from 120 ms to 35 ms'],
      [['earlier outcome', 'previous result', 'past result: x'], 'brought renewals to 88%'],
      [['ARR uplift', 'uplift', 'projected impact', 'projected value', 'case result'], '$3.2M a year'],
      [['base', 'highest base', 'target base', 'base to'], '$205,000'],
      [['lowest base', 'acceptable base', 'base from'], '$195,000'],
      [['equity'], '0.09%'],
      [['key assumption'], 'adoption'],
    ] as const)
      for (const name of names)
        for (const blank of [`{{${name}}}`, `{{ ${name}: for example }}`, `\${${name}}`])
          assert.ok(fill(`I {{outcome: …}}. It is ${blank}.\n`).includes(`It is ${expected}.`), blank);
    for (const blank of ['{{outcomes}}', '{{my base}}', '{{}}']) {
      const text = `It is ${blank}.\n`;
      assert.equal(fill(text), text);
    }
  });

  it('fills no blank of code, where it is a part of what is shown', () => {
    // A block’s blank got an ask, and the block a comment above it.
    for (const text of ['```estimate\nprice: {{base: $1}}\n```\n', '    {{base: $1}}\n', '<!-- {{base: $1}} -->\n'])
      assert.equal(fill(text), text);
    assert.match(fill('# A base of {{base: $1}}\n'), /^# A base of \$205,000$/mu);
  });

  it('links to a story whose name has a sign that ends links', () => {
    const text = originComment({ figure: '35 ms', label: 'p99', from: PATH, to: 'stories/c#-port (old)?.md' });
    assert.equal(figureOrigins(PATH, `${text}\n35 ms\n`)[0]?.path, 'stories/c#-port (old)?.md');
  });

  for (const playbook of ['confluent-ai-ml-pm', 'general-pm'])
    for (const name of readdirSync(`content/playbooks/${playbook}/scripts`))
      it(`may be ${name} of ${playbook}: composed and with its blanks said, it is no market-only ask and can be said`, () => {
        const template = readFileSync(`content/playbooks/${playbook}/scripts/${name}`, 'utf8');
        const script = fill(dollarsAsBlanks(template));
        for (const origin of figureOrigins(PATH, script)) {
          assert.ok(origin.inText, origin.figure);
          assert.ok(FILES.some(({ path }) => path === origin.path));
        }
        const said = script.replace(/\{\{[^}:]*: ?([^}]*)\}\}/gu, '$1');
        const codes = lintStory(said, { kind: 'script' }).map(({ code }) => code);
        assert.deepEqual(
          codes.filter((code) => ['placeholder-left', 'market-only-ask', 'too-long-to-say'].includes(code)),
          [],
        );
      });

  it('keeps the line breaks of its file', () => {
    assert.match(fill('# A\r\n\r\nI {{outcome: …}}.\r\n'), / -->\r\nI took /u);
  });
});

describe('A figure that names its source', () => {
  const script = fill('# Ask\n\nI {{outcome: …}}, and 35 ms it stayed.\n');
  const [origin] = figureOrigins(PATH, script);

  it('is found with its file, and where it stands', () => {
    assert.ok(origin?.inText);
    assert.equal(origin.path, 'stories/fraud.md');
    assert.equal(script.slice(origin.inText.start, origin.inText.end), 'from 120 ms to 35 ms');
  });

  it('takes over what its source says now, and nothing else changes', () => {
    assert.ok(origin);
    const now = presentFigure(read('stories/fraud.md', FRAUD.replace('to 35 ms', 'to 28 ms')), origin.label);
    assert.equal(now, 'from 120 ms to 28 ms');
    const edits = refreshEdits(origin, now, script) ?? assert.fail();
    assert.equal(applyEdits(script, edits), script.replaceAll('from 120 ms to 35 ms', 'from 120 ms to 28 ms'));
  });

  it('keeps its sentence whole where its source gains or loses the old value', () => {
    const at = (text: string) => figureOrigins(PATH, text)[0] ?? assert.fail();
    const bare = '<!-- figure “35 ms” from [p99](../../stories/fraud.md) -->\nI brought p99 to 35 ms.\n';
    const change = bare.replaceAll('35 ms', 'from 9 ms to 5 ms').replace('to from', 'from');
    const gained = applyEdits(bare, refreshEdits(at(bare), 'from 9 ms to 5 ms', bare) ?? assert.fail());
    assert.equal(gained, change);
    assert.equal(applyEdits(change, refreshEdits(at(change), '35 ms', change) ?? assert.fail()), bare);
  });

  it('is not taken for a part of a longer one, and is missed where the user wrote something else', () => {
    const text = script.replace('latency from 120 ms to 35 ms', 'latency from 120 ms to 35 msec');
    assert.equal(figureOrigins(PATH, text)[0]?.inText, undefined);
    // “35 ms” was found in “1.35 ms”, and would have been replaced there.
    for (const [figure, other] of [
      ['35 ms', '1.35 ms'],
      ['500 ms', '1,500 ms'],
      ['$2', '$2.5M'],
      ['35 ms', '35 msec'],
    ] as const) {
      const comment = `<!-- figure “${figure}” from [p99](../../stories/fraud.md) -->\n`;
      assert.equal(figureOrigins(PATH, `${comment}It is ${other}.\n`)[0]?.inText, undefined, other);
      assert.ok(figureOrigins(PATH, `${comment}It is (.${figure}), now ${figure}.\n`)[0]?.inText, figure);
    }
    assert.equal(refreshEdits(figureOrigins(PATH, text)[0] ?? assert.fail(), 'x', text), undefined);
  });

  it('is looked for in its own paragraph, each time further on, whichever comments stand above it', () => {
    const comment = (figure: string): string => `<!-- figure “${figure}” from [p99](../../stories/fraud.md) -->`;
    const at = (...lines: readonly string[]): (number | undefined)[] =>
      figureOrigins(PATH, lines.join('\n')).map(({ inText }) => inText?.start);
    const starts = (text: string): number => comment('35 ms').length + 1 + text.length;
    assert.deepEqual(at(comment('35 ms'), 'Now', 'it is 35 ms.'), [starts('Now\nit is ')]);
    assert.deepEqual(at(comment('35 ms'), '', 'It is 35 ms.'), [undefined], 'a blank line ends it');
    const two = comment('35 ms').length * 2 + 2;
    assert.deepEqual(at(comment('35 ms'), comment('35 ms'), '35 ms, and 35 ms.'), [two, two + '35 ms, and '.length]);
    assert.deepEqual(at(comment('35 ms'), comment('12%'), '35 ms at 12%.').length, 2);
    const later = figureOrigins(PATH, [comment('9 ms'), '9 ms', '', comment('9 ms'), '9 ms'].join('\n'));
    assert.deepEqual(
      later.map(({ line, inText }) => [line, inText !== undefined]),
      [
        [0, true],
        [3, true],
      ],
    );
    assert.deepEqual(at(comment('35 ms'), 'It is gone.', comment('9 ms'), 'It is 35 ms.').slice(0, 1), [undefined]);
  });

  it('is where its comment says so, and no other comment is one', () => {
    const text = '<!-- figure “35 ms” from [p99](../../stories/fraud.md) -->\n35 ms\n';
    const [{ figure, label, path, inComment, start, end } = assert.fail()] = figureOrigins(PATH, text);
    assert.deepEqual([figure, label, path], ['35 ms', 'p99', 'stories/fraud.md']);
    assert.deepEqual(
      [text.slice(inComment.start, inComment.end), text.slice(start, end)],
      [figure, text.split('\n')[0]],
    );
    for (const other of [
      '<!-- figure “35 ms” from p99 -->',
      '<!-- figure “35 ms” from [p99](a b.md) -->',
      'Text <!-- figure “35 ms” from [p99](a.md) -->',
      `<!-- figure “35 ms” from [p99](a.md) -->${' '.repeat(1000)}`,
      '    <!-- figure “35 ms” from [p99](a.md) -->',
    ])
      assert.deepEqual(figureOrigins(PATH, `${other}\n35 ms\n`), [], other.trimEnd());
  });

  it('is written without what would end its comment or its link', () => {
    assert.equal(
      originComment({ figure: '3 --> ”4', label: '[p99]\n--latency', from: PATH, to: 'stories/a.md' }),
      '<!-- figure “3 -  4” from [p99 -latency](../../stories/a.md) -->',
    );
    const long = originComment({ figure: '1'.repeat(300), label: 'x', from: PATH, to: 'a.md' });
    assert.equal(figureOrigins(PATH, `${long}\nx\n`)[0]?.figure.length, 200);
  });

  it('is known again by its label, in each kind of file', () => {
    const [fraud, , caseFile, offer] = FILES as [FileFigures, FileFigures, FileFigures, FileFigures];
    assert.equal(presentFigure(fraud, 'p99 scoring latency'), 'from 120 ms to 35 ms');
    assert.equal(presentFigure(fraud, 'p50 scoring latency'), undefined);
    assert.equal(presentFigure(caseFile, 'gross'), '$3.2M a year');
    assert.equal(presentFigure(caseFile, 'net'), undefined);
    assert.equal(presentFigure(offer, 'asks.target.base'), '$205,000');
    assert.equal(presentFigure(offer, 'asks.target.equity'), '0.09%');
    assert.equal(presentFigure(offer, 'asks.acceptable.base'), '$195,000');
    for (const label of ['asks.walkAway.base', 'asks.target', 'asks.acceptable.equity'])
      assert.equal(presentFigure(offer, label), undefined, label);
  });

  it('leads to nothing outside of the prep folder', () => {
    const text = '<!-- figure “1 ms” from [x](../../../secret.md) -->\n1 ms\n';
    assert.equal(figureOrigins(PATH, text)[0]?.path, undefined);
  });
});

describe('The figures that a story can be told by', () => {
  it('come with why, those with an old value first', () => {
    const [first, second] = toldFigures(FILES);
    assert.equal(first?.phrase, 'took p99 scoring latency from 120 ms to 35 ms');
    assert.deepEqual(first?.why, ['says what it was before', 'an outcome of the story']);
    assert.equal(second?.figure, '$2.1M a year');
  });
});

describe('The ladder of asks', () => {
  const ask = (asks: string): string | undefined =>
    spokenAsk(`---\ncurrency: EUR\nasks: ${asks}\n---\n`, 'target', 'base');

  it('is read as a number, a text or its parts', () => {
    assert.equal(ask('{ target: 175000 }'), '€175,000');
    assert.equal(ask('{ target: 175000.5 }'), '€175,000.50');
    assert.equal(ask('{ target: "€175k" }'), '€175k');
    assert.equal(ask('{ target: 175k }'), '€175,000');
    assert.equal(ask('{ target: { base: "175,000" } }'), '€175,000');
    assert.equal(ask('{ target: { base: 175000 } }'), '€175,000');
  });

  it('says nothing where it cannot be read', () => {
    for (const asks of ['5', '[1]', '{ target: -1 }', '{ target: [] }', '{ target: soon }', '{}'])
      assert.equal(ask(asks), undefined, asks);
  });
});
