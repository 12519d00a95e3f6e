import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/markdown/text';
import {
  analyseStory,
  lintStory,
  UNPROVEN,
  WEIGHTS,
  workOutScore,
  type RuleCode,
} from '../../../../src/core/story/lint';
import { StoryContext } from '../../../../src/core/story/lint/context';
import { SOUND, storyWith } from './sound';
import { runs } from '../../../support/properties';

/** The text after a fix of the first finding of a code. */
function fixed(text: string, code: RuleCode, title: string): string {
  const finding = lintStory(text).find((other) => other.code === code) ?? assert.fail(`${code} is not raised`);
  const fix =
    finding.fixes.find((other) => other.title === title) ??
    assert.fail(`${code} has no fix “${title}”: ${finding.fixes.map((other) => other.title).join(', ')}`);
  return applyEdits(text, fix.edits);
}

const impactOf = (text: string): string => /## Impact\r?\n\r?\n([\s\S]*?)\r?\n\r?\n## /u.exec(text)?.[1] ?? '';

describe('Lead with the impact', () => {
  const lead = (impact: string): string =>
    impactOf(fixed(storyWith({ Impact: impact }), 'impact-first', 'Lead with the impact'));

  it('moves the sentence that has the outcome to the front, with one space between', () => {
    assert.equal(
      lead('I led the import. It broke in May. Churn fell by 4% as a result. People noticed.'),
      'Churn fell by 4% as a result. I led the import. It broke in May. People noticed.',
    );
  });

  it('moves the last sentence, and one at a line of its own', () => {
    assert.equal(lead('I led the import. Churn fell by 4%.'), 'Churn fell by 4%. I led the import.');
    assert.equal(
      lead('I led the import.\nChurn fell by 4%.\nPeople noticed.'),
      'Churn fell by 4%. I led the import.\nPeople noticed.',
    );
  });

  it('moves a paragraph with the blank line after it', () => {
    assert.equal(
      lead('I led the import.\n\nChurn fell by 4%.\n\nPeople noticed.'),
      'Churn fell by 4%. I led the import.\n\nPeople noticed.',
    );
  });

  it('moves a point of a list to the front of the list, and merges no two points', () => {
    assert.equal(
      lead('- I led the import\n- Churn fell by 4%\n- People noticed'),
      '- Churn fell by 4%\n- I led the import\n- People noticed',
    );
  });

  it('keeps CRLF', () => {
    const text = storyWith({ Impact: 'I led the import.\n\nChurn fell by 4%.\n\nPeople noticed.' }).replace(
      /\n/gu,
      '\r\n',
    );
    assert.equal(
      impactOf(fixed(text, 'impact-first', 'Lead with the impact')),
      'Churn fell by 4%. I led the import.\r\n\r\nPeople noticed.',
    );
  });

  it('takes a sentence from Result, and repeats it where it is Result’s only one', () => {
    const two = fixed(
      storyWith({ Impact: 'I led the import.', Result: 'It works. Churn fell by 4%.' }),
      'impact-first',
      'Lead with the impact',
    );
    assert.match(two, /## Impact\n\nChurn fell by 4%\. I led the import\.\n/u);
    assert.match(two, /## Result\n\nIt works\.\n/u);
    const one = fixed(
      storyWith({ Impact: 'I led the import.' }),
      'impact-first',
      'Lead with the impact (repeat it from Result)',
    );
    assert.match(one, /## Impact\n\nRenewals are up 9% on the year before\. I led the import\.\n/u);
    assert.match(one, /## Result\n\nRenewals are up 9%/u);
  });

  it('does not offer to move what cannot come first: emphasis cut in two, “it”, a row of a table', () => {
    for (const impact of [
      'I led it **all. Churn fell by 4%**.',
      'I led the import. It cut churn by 4%.',
      '| I led | churn |\n|---|---|\n| me | churn fell 4% |',
    ]) {
      const [finding] = lintStory(storyWith({ Impact: impact, Result: 'It works.' })).filter(
        ({ code }) => code === 'impact-first',
      );
      assert.ok(!finding || finding.fixes.every(({ title }) => title === 'Silence here'), impact);
    }
  });
});

describe('Reorder sections', () => {
  it('moves whole sections, byte for byte, and leaves the others in their places', () => {
    const text =
      '# T\n\n## Situation\n\nS.\n\n## Notes\n\nN.\n\n## Result\n\nR.\n\n\n## Impact\n\nChurn fell 4%.\n\n## Task\n\nT.\n';
    const reordered = fixed(text, 'section-order', 'Reorder sections');
    assert.equal(
      reordered,
      '# T\n\n## Impact\n\nChurn fell 4%.\n\n## Situation\n\nS.\n\n## Notes\n\nN.\n\n## Task\n\nT.\n\n## Result\n\nR.\n\n\n',
    );
    assert.deepEqual([...reordered.replace(/\n/gu, '')].sort(), [...text.replace(/\n/gu, '')].sort());
  });

  it('adds the line break that the last section lacks', () => {
    assert.equal(
      fixed('## Result\r\n\r\nR.\r\n\r\n## Impact\r\n\r\nI.', 'section-order', 'Reorder sections'),
      '## Impact\r\n\r\nI.\r\n\r\n## Result\r\n\r\nR.\r\n\r\n',
    );
  });
});

describe('Add the missing sections', () => {
  it('puts each where it belongs, at the level and with the line breaks of the others', () => {
    const text = '### Impact\r\n\r\nChurn fell 4%.\r\n\r\n### Result\r\n\r\nR.';
    const headings = fixed(text, 'section-missing', 'Add the missing sections')
      .match(/^###? .*$/gmu)
      ?.map((line) => line.trim());
    assert.deepEqual(headings, [
      '### Impact',
      '### Situation',
      '### Task',
      '### Action',
      '### Result',
      '### Trade-offs',
    ]);
    assert.doesNotMatch(fixed(text, 'section-missing', 'Add the missing sections'), /[^\r]\n/u);
  });

  it('adds one with a blank line on both sides', () => {
    const { Task: _, ...rest } = SOUND;
    const text = Object.entries(rest)
      .map(([heading, body]) => `## ${heading}\n\n${body}\n`)
      .join('\n');
    assert.match(
      fixed(text, 'section-missing', 'Add the missing section'),
      /knew why\.\n\n## Task\n\n\{\{what you had to achieve, [^\n]+\}\}\n\n## Action\n/u,
    );
  });
});

describe('State the baseline', () => {
  it('puts a blank to type over after the figure', () => {
    const text = storyWith({ Result: 'Latency is now 35 ms at peak.' });
    const [finding] = lintStory(text).filter(({ code }) => code === 'baseline-missing');
    assert.equal(finding?.fixes[0]?.snippet, true);
    assert.match(
      fixed(text, 'baseline-missing', 'State the baseline'),
      /now 35 ms \(from \{\{baseline\}\}\) at peak\./u,
    );
  });
});

describe('silencing', () => {
  const vague = 'Retention improved significantly.';

  it('holds for the next line and its codes only, with or without a reason', () => {
    const codes = (comment: string): string[] =>
      lintStory(storyWith({ Result: `${comment}\n${vague}` })).map(({ code }) => code);
    for (const comment of [
      '<!-- prep-loop-disable-next-line vague-quantity -->',
      '<!-- prep-loop-disable-next-line vague-quantity: no figure yet -->',
      '<!--prep-loop-disable-next-line impact-first, vague-quantity-->',
      '<!-- prep-loop-disable-next-line impact-first vague-quantity -- later -->',
    ]) {
      assert.deepEqual(codes(comment), [], comment);
    }
    for (const comment of [
      '<!-- prep-loop-disable-next-line impact-first -->',
      '<!-- prep-loop-disable-next-line -->',
      '<!-- prep-loop-disable-next-line impact-first: not vague-quantity -->',
    ]) {
      assert.deepEqual(codes(comment), ['vague-quantity'], comment);
    }
  });

  it('writes its comment in the indentation of the line, and adds to the one that is there', () => {
    assert.match(
      fixed(storyWith({ Result: `- It works.\n  ${vague}` }), 'vague-quantity', 'Silence here'),
      /- It works\.\n {2}<!-- prep-loop-disable-next-line vague-quantity -->\n {2}Retention/u,
    );
    const both = fixed(
      storyWith({ Result: `<!-- prep-loop-disable-next-line impact-first: later -->\n${vague}` }),
      'vague-quantity',
      'Silence here',
    );
    assert.match(both, /<!-- prep-loop-disable-next-line vague-quantity impact-first: later -->\nRetention/u);
  });

  // The comment ended the quotation, which was all of the story: what followed was judged as somebody else's opposite.
  it('stays in a quotation, also above a line that goes on in it without its mark', () => {
    const text = '> quoted\nI cut churn from 8% to 5%.\nWe built a transformer.\n';
    const silenced = fixed(text, 'constraint-missing', 'Silence here');
    assert.match(
      silenced,
      /5%\.\n> <!-- prep-loop-disable-next-line constraint-missing -->\n> We built a transformer\.\n$/u,
    );
    assert.deepEqual(
      lintStory(silenced).map(({ code }) => code),
      ['trade-off-missing', 'time-frame-missing'],
    );
  });

  // A blank makes a story of few words half written; the comment cut the sentence with the blank in two.
  it('leaves the sentence with a blank as long as it was', () => {
    const text =
      'In my 3 years there I led 12 engineers.\n{{metric}} of users\nLatency is now 35 ms.\n“We lost a lot of money,” he said.\n';
    const codes = (story: string): string[] => lintStory(story).map(({ code }) => code);
    const silenced = fixed(text, 'baseline-missing', 'Silence here');
    assert.deepEqual(
      codes(silenced),
      codes(text).filter((code) => code !== 'baseline-missing'),
    );
  });

  it('leaves it as long on either side of the comment', () => {
    const lines = ['Latency is now 35 ms for', '{{metric}} of users in', 'the whole of Europe.', 'I led it.'];
    const written = (parts: readonly string[]): number => analyseStory(parts.join('\n')).parsed.writtenWords;
    const comment = '<!-- prep-loop-disable-next-line ownership -->';
    for (const at of [1, 2, 3])
      assert.equal(written([...lines.slice(0, at), comment, ...lines.slice(at)]), written(lines), `line ${at}`);
  });

  it('is a YAML comment in front matter, where the title is', () => {
    const text = `---\ncompetencies: []\ntitle: A story\n---\n\n## Impact\n\n${SOUND.Impact}\n`;
    const silenced = fixed(text, 'section-missing', 'Silence here');
    assert.match(silenced, /\n# <!-- prep-loop-disable-next-line section-missing -->\ntitle: A story\n/u);
    assert.ok(!lintStory(silenced).some(({ code }) => code === 'section-missing'));
    assert.deepEqual(analyseStory(silenced).parsed.problems, []);
  });

  it('does not work from inside a fence', () => {
    assert.ok(
      lintStory(
        storyWith({ Result: `\`\`\`\n<!-- prep-loop-disable-next-line vague-quantity -->\n\`\`\`\n${vague}` }),
      ).some(({ code }) => code === 'vague-quantity'),
    );
  });
});

describe('severities', () => {
  const text = storyWith({ Result: 'Retention improved significantly.' });

  it('are the rule’s own unless the settings say otherwise', () => {
    assert.deepEqual(
      lintStory(text).map(({ severity }) => severity),
      ['warning'],
    );
    assert.deepEqual(
      lintStory(text, { rules: { 'vague-quantity': 'hint', 'no-such-rule': 'error' } }).map(({ severity }) => severity),
      ['hint'],
    );
    assert.deepEqual(lintStory(text, { rules: { 'vague-quantity': 'off' } }), []);
  });

  it('are only information in a story that is begun, and nothing is said that needs text to judge', () => {
    const begun =
      '---\ntitle: New\n---\n\n## Impact\n\n${metric}\n\n## Situation\n\n## Task\n\n## Action\n\n## Result\n\n## Trade-offs\n';
    assert.deepEqual(
      [...new Set(lintStory(begun).map(({ code, severity }) => `${code} ${severity}`))],
      ['placeholder-left info', 'section-empty info'],
    );
    assert.deepEqual(lintStory(''), []);
    assert.equal(analyseStory('').score, undefined);
  });
});

describe('the score', () => {
  it('is what a story has without proof, less its losses plus its gains, each with its line', () => {
    const { score, parsed, findings } = analyseStory(
      storyWith({ Impact: 'I led the import.', Result: 'Retention improved significantly.' }),
    );
    assert.ok(score);
    const total = (parts: readonly { readonly points: number }[]): number =>
      parts.reduce((sum, { points }) => sum + points, 0);
    assert.equal(score.score, UNPROVEN - total(score.losses) + total(score.gains));
    const lost = score.losses.map(({ code }) => code as string);
    assert.deepEqual(
      findings.filter(({ code }) => !lost.includes(code)),
      [],
    );
    for (const { line } of score.gains) assert.ok(line >= 0 && line < parsed.lines.length);
    for (const { line, code } of score.losses) assert.ok(line >= 0 && line < parsed.lines.length, code);
  });

  it('loses no more to a rule than its most, and never falls below 1 where something is written', () => {
    const vague = Array.from({ length: 12 }, () => 'Retention improved significantly.').join('\n\n');
    const { score, parsed, findings } = analyseStory(storyWith({ Result: vague }));
    assert.equal(findings.length, 12);
    const lost = score?.losses.filter(({ code }) => code === 'vague-quantity').map(({ points }) => points) ?? [];
    assert.equal(
      lost.reduce((sum, points) => sum + points, 0),
      WEIGHTS['vague-quantity'].most,
    );
    const all = Object.keys(WEIGHTS).flatMap((code) =>
      Array.from({ length: 20 }, () => ({
        code: code as RuleCode,
        severity: 'warning' as const,
        start: 0,
        end: 1,
        message: '',
        fixes: [],
      })),
    );
    assert.equal(workOutScore(all, parsed, new StoryContext(parsed.text)).score, 1);
  });
});

describe('A fix', () => {
  const count = (text: string, code: RuleCode): number => lintStory(text).filter((each) => each.code === code).length;

  it('is not offered over an underlined heading, where it would leave its finding', () => {
    for (const underline of ['===', '---']) {
      const text = storyWith({ Impact: `I led the import.\n${underline}\nChurn fell by 4%.`, Result: 'It works.' });
      const finding = lintStory(text).find(({ code }) => code === 'impact-first') ?? assert.fail();
      assert.deepEqual(
        finding.fixes.map(({ title }) => title),
        ['Silence here'],
      );
    }
  });

  it('removes its finding, or is not offered (property)', function () {
    this.timeout(60_000);
    const said = [
      'I led the import.',
      'Churn fell by 4%.',
      'Churn fell by 4%. People noticed.',
      'It broke. Churn fell by 9%.',
    ];
    const listed = ['- One more thing was done', '- Churn fell by 7%', '1. We saved $2M a year', '> quoted words here'];
    const marks = [
      '===',
      '---',
      '***',
      '',
      '',
      '```',
      '| a | b |',
      '|---|---|',
      '    code',
      '<!-- x',
      '-->',
      '<div>',
      '\\',
      '[a]: b',
    ];
    const headings = ['## Result', '## Impact', '## Action', '# Title', '**Result:** We saved $2M.'];
    const line = fc.constantFrom(...said, ...listed, ...marks, ...headings);
    const head = fc.constantFrom('## Impact\n\n', '## Impact\n', '');
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 9 }), head, (lines, first) => {
        const text = `${first}${lines.join('\n')}\n`;
        for (const { code, fixes } of lintStory(text))
          for (const { title, edits, snippet } of fixes) {
            if (title.startsWith('Silence') || snippet) continue;
            const after = applyEdits(text, edits);
            assert.ok(count(after, code) < count(text, code), `${title}:\n${text}\n=>\n${after}`);
          }
      }),
      runs(1200),
    );
  });
});

describe('Fixes of a story whose end is open', () => {
  it('move no section after a code block or a comment that takes it in', () => {
    // The section that moved to the end became code.
    for (const open of ['```\nlet a', '<!-- later', '<?php']) {
      const text = `## Trade-offs\n\nWe gave up freshness.\n\n## Impact\n\nChurn fell by 4%.\n\n${open}\n`;
      const titles = lintStory(text).flatMap(({ fixes }) => fixes.map(({ title }) => title));
      assert.ok(!titles.includes('Reorder sections'), open);
    }
  });

  it('add a missing section after what they close', () => {
    const text = storyWith({}).replace(/## Trade-offs[\s\S]*$/u, '```\nlet a\n');
    const { missing } = analyseStory(fixed(text, 'section-missing', 'Add the missing section')).parsed;
    assert.deepEqual(missing, []);
  });
});
