import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { clockText } from '../../../src/core/playbook/promptClock';
import { PLAYBOOK_JSON, loaded, loadJson, loadWith, sampleFiles, seen } from './sample';
import { runs } from '../../support/properties';

describe('a playbook’s folder', () => {
  const result = loadPlaybook(sampleFiles(), 'acme-pm');
  const playbook = loaded(result);
  const [screen] = playbook.rounds;
  assert.ok(screen);

  it('loads without a problem', () => assert.deepEqual(result.problems, []));
  it('has its figures from playbook.json', () => {
    assert.deepEqual(
      [playbook.days, screen.minutes, screen.day, playbook.targets[0]?.value, playbook.compensation?.base],
      [14, 30, 2, 40, { low: 100_000, high: 120_000 }],
    );
  });
  it('has a round’s guide with its subsections', () =>
    assert.equal(screen.guide, 'Be *brief*.\n\n### A detail\n\nMore.'));
  it('has a round’s checklist', () => assert.deepEqual(screen.checklist, ['One', 'Two with `code`']));
  it('has a round’s prompts', () => {
    assert.deepEqual(screen.prompts, [
      {
        title: 'Launch',
        question: 'Tell me about\na launch.',
        body: 'Tell me about\na launch.\n\nSome context.\n\nListen for:\n- the outcome\n- the trade-off,\n  in a figure',
        listenFor: ['the outcome', 'the trade-off, in a figure'],
        competencies: ['impact'],
      },
    ]);
  });
  it('has weak beside strong', () => {
    assert.deepEqual(screen.pairs, [
      {
        topic: 'Naming a model',
        weak: 'We built a transformer.',
        strong: 'It served 1.2M events/s\nin 30 ms.',
        why: 'The constraint is the story.',
      },
    ]);
  });
  it('has its cards by group', () => {
    assert.deepEqual(playbook.drills, [
      { group: 'Streams', question: 'What is a partition?', answer: 'A log.\n\nOrdered.', competencies: ['impact'] },
      { group: 'Streams', question: 'What is lag?', answer: 'Distance.', competencies: [] },
    ]);
  });
  it('has competencies for a card: its own, else those of its group', () => {
    const files = sampleFiles();
    files.set(
      'drills.md',
      '# Drills\n\n## Streams\n\nCompetencies: impact\n\n### One?\n\nA.\n\n### Two?\n\nCompetencies: depth\n\nB.\n\n## Rest\n\n### Three?\n\nC.\n',
    );
    const result = loadPlaybook(files, 'acme-pm');
    assert.deepEqual(
      result.playbook?.drills.map(({ answer, competencies }) => [answer, competencies]),
      [
        ['A.', ['impact']],
        ['B.', []],
        ['C.', []],
      ],
    );
    assert.deepEqual(
      result.problems.map(({ message }) => message),
      ['The playbook has no competency “depth”: use the id of one of its competencies.'],
    );
  });
  it('has its texts', () => {
    assert.deepEqual(playbook.stories, [{ id: 'launch', text: '---\ntitle: ${1:Title}\n---\n\n## Impact\n\n$0' }]);
    assert.deepEqual(playbook.scripts, [{ id: 'close', title: 'Close', text: 'Thank you for ${topic}.' }]);
    assert.equal(playbook.preparationMarkdown, '# Preparation\n\n- [ ] **Write stories.** Five of them.');
    assert.deepEqual(
      [playbook.cheatSheet, playbook.questions, playbook.insights],
      ['# Sheet\n\nOne page.', '# Questions\n\n## Metrics\n\n1. Which one?', '# Insights\n\n## One\n\nText.'],
    );
  });
  it('has the whole answer of a round that names one, and knows which templates have an example', () => {
    assert.deepEqual([screen.exemplar, playbook.rounds[1]?.exemplar], ['exemplars/screen.md', undefined]);
    assert.deepEqual(playbook.examples, ['launch']);
  });
  it('reads the same from files with a byte order mark and CRLF', () => {
    const windows = new Map([...sampleFiles()].map(([path, text]) => [path, `\uFEFF${text.replace(/\n/g, '\r\n')}`]));
    assert.deepEqual(loadPlaybook(windows, 'acme-pm'), result);
  });
});

describe('what a playbook may do', () => {
  const fine: [string, string, string][] = [
    ['begin a task on the day of its round', '"day": 1,', '"day": 2,'],
    ['end with a round on its last day', '"day": 9,', '"day": 14,'],
    ['offer a band of one figure', '"low": 100000', '"low": 120000'],
    [
      'have half minutes',
      '"minutes": 10, "cue": "Say who you are." }, { "title": "Talk", "minutes": 20,',
      '"minutes": 9.5, "cue": "Say who you are." }, { "title": "Talk", "minutes": 20.5,',
    ],
  ];
  for (const [title, from, to] of fine) it(title, () => assert.deepEqual(loadJson(from, to).problems, []));

  it('have files with the line breaks of an old Mac', () => {
    assert.equal(loaded(loadWith({ 'insights.md': '# Insights\r\rText.\r' })).insights, '# Insights\n\nText.');
  });
  it('keep other files in its folders, which are left unchanged', () => {
    const result = loadWith({
      'stories/old/launch.md': 'x',
      'stories/notes.txt': 'x',
      'README.md': 'x',
      'rounds/img/a.md': 'x',
    });
    assert.deepEqual(result, loadPlaybook(sampleFiles(), 'acme-pm'));
  });
});

describe('a playbook.json that cannot be used', () => {
  it('is missing', () => {
    assert.deepEqual(seen(loadWith({ 'playbook.json': undefined }), {}), [
      'error playbook.json ⟦⟧ The folder has no playbook.json: add one, or copy a playbook that works.',
    ]);
  });
  for (const empty of ['', '\uFEFF', ' \r\n']) {
    it(`is empty: ${JSON.stringify(empty)}`, () => {
      const [problem] = loadWith({ 'playbook.json': empty }).problems;
      assert.equal(problem?.message, 'playbook.json is empty: write the playbook in it, or copy one that works.');
      assert.deepEqual([problem.start, problem.end], [0, empty.length]);
    });
  }
  it('is truncated', () => {
    const text = PLAYBOOK_JSON.slice(0, PLAYBOOK_JSON.indexOf('"feedback"')).trimEnd();
    const result = loadWith({ 'playbook.json': text });
    assert.equal(result.playbook, undefined);
    assert.deepEqual(seen(result, { 'playbook.json': text }), [
      'error playbook.json ⟦,⟧ The file ends in the middle: close the “{” of line 1.',
    ]);
  });
  const fatal: [string, string, string][] = [
    ['"minutes": 30,', '"minutes": "30",', '⟦"30"⟧ “minutes” of “Screen” is text: make it a number.'],
    ['"minutes": 30,', '"minutes": 30.5,', '⟦30.5⟧ “minutes” of “Screen” is 30.5: make it a whole number.'],
    ['"minutes": 30,', '"minutes": 0,', '⟦0⟧ “minutes” of “Screen” is 0: make it at least 1.'],
    ['"minutes": 30, ', '', '⟦{⟧ “minutes” of “Screen” is missing: add it.'],
    ['"day": 9,', '"day": 900,', '⟦900⟧ “day” of “Case” is 900: make it at most 366.'],
    ['"minutes": 20,', '"minutes": null,', '⟦null⟧ “minutes” of “Talk” is null: make it a number.'],
    [
      '"id": "acme-pm"',
      '"id": "Acme PM"',
      '⟦"Acme PM"⟧ “id” should be lower-case letters and digits, joined by single hyphens: change it.',
    ],
    ['"company": "Acme"', '"company": " "', '⟦" "⟧ “company” should not be empty: change it.'],
    [
      '"late", "first",',
      '"late",',
      '⟦["none", "late", "first and attributed"]⟧ “anchors” of “Impact” has 3 entries: give it at least 4.',
    ],
    ['"none", "late"', '"none", 2', '⟦2⟧ “anchors[1]” of “Impact” is a number: make it text in double quotes.'],
  ];
  for (const [from, to, expected] of fatal) {
    it(`says so at its place: ${to || `no ${from}`}`, () => {
      const result = loadJson(from, to);
      assert.equal(result.playbook, undefined);
      assert.deepEqual(seen(result, { 'playbook.json': result.text }), [`error playbook.json ${expected}`]);
    });
  }
  it('is not an object', () => {
    const result = loadWith({ 'playbook.json': '[]' });
    assert.deepEqual(seen(result, { 'playbook.json': '[]' }), [
      'error playbook.json ⟦[]⟧ The playbook is a list: make it an object in braces.',
    ]);
  });
});

describe('a playbook.json with a fault that leaves the rest usable', () => {
  const cases: [string, string, string][] = [
    [
      '"minutes": 10,',
      '"minutes": 5,',
      'error ⟦30⟧ The phases of “Screen” add up to 25 minutes, not 30: change a phase or the round’s minutes.',
    ],
    [
      '"competencies": ["impact"],\n      "phases": [{ "title": "Case"',
      '"competencies": ["impact", "magic"],\n      "phases": [{ "title": "Case"',
      'error ⟦"magic"⟧ “Case” names the competency “magic”, which the playbook does not have: correct it, or add it under “competencies”.',
    ],
    [
      '"day": 9,',
      '"day": 2,',
      'error ⟦2⟧ “Case” is on day 2, but “Screen” before it is on day 2: put the rounds in order, each on a later day.',
    ],
    [
      '"day": 9,',
      '"day": 15,',
      'error ⟦15⟧ “Case” is on day 15 of a loop of 14 days: choose an earlier day or make the loop longer.',
    ],
    [
      '"day": 5,',
      '"day": 9,',
      'error ⟦9⟧ “Feedback day” is on day 9: move it after “Screen” on day 2 and before “Case” on day 9.',
    ],
    [
      '"after": "screen"',
      '"after": "scren"',
      'error ⟦"scren"⟧ “Feedback day” names the round “scren”, which the playbook does not have: use the id of one of its rounds.',
    ],
    [
      '"before": "screen"',
      '"before": "final"',
      'error ⟦"final"⟧ “Write stories” names the round “final”, which the playbook does not have: use the id of one of its rounds.',
    ],
    ['"day": 1,', '"day": 3,', 'error ⟦3⟧ “Write stories” begins on day 3, after “Screen” on day 2: begin it earlier.'],
    [
      '"low": 100000',
      '"low": 130000',
      'error ⟦{ "low": 130000, "high": 120000 }⟧ “base” runs from 130000 down to 120000: swap “low” and “high”.',
    ],
    [
      '"expects": "3+ years."',
      '"expect": "3+ years.", "expects": "3+ years."',
      'warning ⟦"expect"⟧ “expect” of “years” means nothing here: correct its spelling or remove it.',
    ],
    [
      '"days": 14,',
      '"days": 12,\n  "days": 14,',
      'warning ⟦"days"⟧ “days” appears twice in the same object, and only this one counts: remove one.',
    ],
    [
      '"id": "acme-pm"',
      '"id": "acme"',
      'warning ⟦"acme"⟧ The id “acme” is not the folder’s name “acme-pm”: make them the same.',
    ],
  ];
  for (const [from, to, expected] of cases) {
    it(to, () => {
      const result = loadJson(from, to);
      assert.equal(loaded(result).rounds.length, 2);
      assert.deepEqual(seen(result, { 'playbook.json': result.text }), [expected.replace(' ⟦', ' playbook.json ⟦')]);
    });
  }

  it('two rounds of one id', () => {
    const result = loadJson('"id": "case"', '"id": "screen"');
    assert.ok(
      result.problems.some(
        ({ message }) => message === 'The id “screen” appears twice in “rounds”: give one of the two another id.',
      ),
    );
    assert.ok(
      result.problems.some(
        ({ path, message }) =>
          path === 'rounds/case.md' &&
          message === 'No round has the id “case”: rename the file, or add the round to playbook.json.',
      ),
    );
  });
  it('a name that Windows keeps for itself', () => {
    const result = loadJson('"id": "case"', '"id": "con"');
    assert.ok(
      result.problems.some(({ message }) => message === '“con” cannot name a file on Windows: choose another id.'),
    );
  });
  it('a competency that no round judges', () => {
    const text = PLAYBOOK_JSON.replaceAll('["impact"]', '[]');
    const result = loadWith({ 'playbook.json': text });
    assert.deepEqual(seen(result, { 'playbook.json': text }), [
      'warning playbook.json ⟦"impact"⟧ No round judges the competency “Impact”: name it in a round’s “competencies”, or remove it.',
    ]);
  });
  it('a broken optional part is left out, with what else is wrong said too', () => {
    const result = loadJson('"currency": "USD"', '"currency": "dollars", "bonus": 1');
    assert.equal(loaded(result).compensation, undefined);
    assert.deepEqual(seen(result, { 'playbook.json': result.text }), [
      'warning playbook.json ⟦"bonus"⟧ “compensation.bonus” means nothing here: correct its spelling or remove it.',
      'error playbook.json ⟦"dollars"⟧ “compensation.currency” should be three capitals such as USD: change it.',
    ]);
  });
  it('optional parts may be missing', () => {
    const text = PLAYBOOK_JSON.replace(/,\n {2}"feedback"[\s\S]*\n\}/, '\n}');
    const { playbook, problems } = loadWith({ 'playbook.json': text, 'preparation.md': undefined });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [playbook?.preparation, playbook?.targets, playbook?.fit, playbook?.feedback],
      [[], [], [], undefined],
    );
  });
});

describe('the Markdown beside it', () => {
  const asked = { 'playbook.json': PLAYBOOK_JSON };

  it('a missing file is reported where playbook.json asks for it, and the rest is there', () => {
    const result = loadWith({ 'rounds/case.md': undefined, 'drills.md': undefined, 'insights.md': undefined });
    const playbook = loaded(result);
    assert.deepEqual(seen(result, asked), [
      'warning playbook.json ⟦"case"⟧ “Case” has no file “rounds/case.md”: add it, with a guide, a checklist and prompts.',
      'warning playbook.json ⟦"acme-pm"⟧ The playbook has no file “drills.md”: add it.',
      'warning playbook.json ⟦"acme-pm"⟧ The playbook has no file “insights.md”: add it.',
    ]);
    assert.deepEqual(
      [playbook.rounds[1]?.prompts, playbook.rounds[0]?.prompts.length, playbook.drills, playbook.insights],
      [[], 1, [], ''],
    );
  });
  it('a missing preparation.md is made of the tasks’ titles', () => {
    const result = loadWith({ 'preparation.md': undefined });
    assert.equal(loaded(result).preparationMarkdown, '# Preparation\n\n- [ ] **Write stories.**');
    assert.equal(result.problems.length, 1);
  });

  const empty: [string, string][] = [
    [
      'rounds/case.md',
      '“rounds/case.md” is empty: give it the sections Guide, Checklist, Prompts, and Weak and strong.',
    ],
    ['cheat-sheet.md', '“cheat-sheet.md” is empty: write it.'],
    ['drills.md', '“drills.md” has no card: write each question as a “###” heading and its answer below it.'],
    ['stories/launch.md', '“stories/launch.md” is empty: write it, or remove it.'],
    ['scripts/close.md', '“scripts/close.md” is empty: write it, or remove it.'],
  ];
  for (const [path, message] of empty) {
    it(`an empty ${path}`, () => {
      const result = loadWith({ [path]: '' });
      assert.deepEqual(result.problems, [{ path, start: 0, end: 0, message, severity: 'warning' }]);
      assert.equal(loaded(result).rounds[0]?.prompts.length, 1);
    });
  }

  const broken: [string, string, string, string, string][] = [
    [
      'a missing section',
      'rounds/case.md',
      '## Guide',
      '## Guidance',
      '⟦# Case⟧ “rounds/case.md” has no section “## Guide”: add it.',
    ],
    [
      'an empty section',
      'rounds/case.md',
      'Be *brief*.\n\n### A detail\n\nMore.\n',
      '',
      '⟦## Guide⟧ The section “Guide” is empty: write it.',
    ],
    [
      'a checklist without boxes',
      'rounds/case.md',
      '- [ ] One\n- [x] Two with `code`',
      '- One',
      '⟦## Checklist⟧ The checklist has no items: write each on a line that begins with “- [ ] ”.',
    ],
    [
      'a prompt that asks nothing',
      'rounds/case.md',
      'Tell me about\na launch.\n\nSome context.\n',
      '',
      '⟦### Launch⟧ The prompt “Launch” asks nothing: write the question below its heading.',
    ],
    [
      'a competency that is not there',
      'rounds/case.md',
      'Competencies: impact',
      'Competencies: impact,  magic',
      '⟦magic⟧ The playbook has no competency “magic”: use the id of one of its competencies.',
    ],
    [
      'a prompt longer than its round',
      'rounds/case.md',
      'Competencies: impact',
      'Competencies: impact\nMinutes: 46',
      '⟦46⟧ “46” is not how long a prompt takes: write whole minutes, from 1 to 45.',
    ],
    [
      'minutes that are no number',
      'rounds/screen.md',
      'Competencies: impact',
      '**Minutes:** ten ',
      '⟦ten⟧ “ten” is not how long a prompt takes: write whole minutes, from 1 to 30.',
    ],
    [
      'a phase that the round does not have',
      'rounds/screen.md',
      'Competencies: impact',
      'Phase: Close',
      '⟦Close⟧ The round has no phase “Close”: use one of Opening, Talk.',
    ],
    [
      'a follow-up without a bad turn',
      'rounds/screen.md',
      'Competencies: impact',
      'Follow-ups:\n- Why? Good: a figure.',
      '⟦- Why? Good: a figure.⟧ This follow-up does not say what to make of the answer: add “Good: …” and “Bad: …”.',
    ],
    [
      'half a pair',
      'rounds/case.md',
      '**Weak:**',
      'Weak:',
      '⟦### Naming a model⟧ The example “Naming a model” has no “**Weak:**” paragraph: add one.',
    ],
    [
      'an unanswered card',
      'drills.md',
      'Distance.',
      '',
      '⟦### What is lag?⟧ The card “What is lag?” has no answer: write it below the question.',
    ],
    [
      'a card that appears twice',
      'drills.md',
      'What is lag?',
      'What is a partition?',
      '⟦### What is a partition?⟧ The card “What is a partition?” appears twice: remove one.',
    ],
    [
      'an item without a title',
      'preparation.md',
      'Five of them.',
      'Five of them.\n- [ ] Sleep.',
      '⟦- [ ] Sleep.⟧ This item has no title: begin it with the task’s title in bold, as in “- [ ] **Title.** …”.',
    ],
  ];
  for (const [title, path, from, to, expected] of broken) {
    it(title, () => {
      const before = sampleFiles().get(path) ?? '';
      assert.ok(before.includes(from));
      for (const eol of ['\n', '\r\n']) {
        const text = before.replace(from, to).replace(/\n/g, eol);
        const result = loadWith({ [path]: text });
        loaded(result);
        assert.deepEqual(seen(result, { [path]: text }), [`warning ${path} ${expected}`]);
      }
    });
  }
  it('a prompt says how long it takes and in which phase it is asked; neither line is shown', () => {
    const clocked = (lines: string) => {
      const text = sampleFiles().get('rounds/screen.md')?.replace('Competencies: impact', lines) ?? '';
      const result = loadWith({ 'rounds/screen.md': text });
      assert.deepEqual(result.problems, []);
      const [round] = loaded(result).rounds;
      const [prompt] = round?.prompts ?? [];
      assert.ok(round && prompt);
      assert.doesNotMatch(prompt.body, /Minutes|Phase/u);
      return [prompt.minutes, prompt.phase, clockText(prompt, round)];
    };
    assert.deepEqual(clocked('Competencies: impact\nMinutes: 8\nPhase: talk'), [8, 'Talk', '8 minutes, in Talk']);
    assert.deepEqual(clocked('**Minutes:** 30'), [30, undefined, '30 minutes, fills the round']);
    assert.deepEqual(clocked('Phase: Opening'), [undefined, 'Opening', 'in Opening']);
    assert.deepEqual(clocked('Competencies: impact'), [undefined, undefined, undefined]);
  });
  it('a prompt has follow-ups, each with a good and a bad turn; they are not part of its text', () => {
    const list = [
      '**Follow-ups:**',
      '',
      '- “And if it fails?” *Good:* says how',
      '  they would know. *Bad:* it will not.',
      '- “Why?” Good: a figure. Bad: taste.',
      '',
      'Listen for their tone.',
      '',
      'Competencies: impact',
    ].join('\n');
    const text = sampleFiles().get('rounds/screen.md')?.replace('Competencies: impact', list) ?? '';
    const result = loadWith({ 'rounds/screen.md': text });
    const prompt = loaded(result).rounds[0]?.prompts[0];
    assert.deepEqual(result.problems, []);
    assert.deepEqual(prompt?.followUps, [
      { push: '“And if it fails?”', good: 'says how they would know.', bad: 'it will not.' },
      { push: '“Why?”', good: 'a figure.', bad: 'taste.' },
    ]);
    assert.match(prompt.body, /in a figure\n+Listen for their tone\.$/u);
    assert.equal(prompt.listenFor.length, 2);
  });
  it('a brief on the company may be missing', () => {
    assert.equal(loaded(loadWith({})).companyBrief, '');
    const result = loadWith({ 'company.md': '# Acme\n\nIt sells anvils.\n' });
    assert.deepEqual([loaded(result).companyBrief, result.problems], ['# Acme\n\nIt sells anvils.', []]);
    assert.deepEqual(
      loadWith({ 'company.md': ' ' }).problems.map(({ message }) => message),
      ['“company.md” is empty: write it.'],
    );
  });
  it('a template for a case may be missing', () => {
    assert.equal(loaded(loadWith({})).caseTemplate, '');
    const result = loadWith({ 'case.md': '# Case\n\n{{the case}}\n' });
    assert.deepEqual([loaded(result).caseTemplate, result.problems], ['# Case\n\n{{the case}}', []]);
    assert.deepEqual(
      loadWith({ 'case.md': ' ' }).problems.map(({ message }) => message),
      ['“case.md” is empty: write it.'],
    );
  });
  it('a preparation title on one side only is reported on both', () => {
    const text = '- [ ] **Write five stories.** Now.';
    assert.deepEqual(seen(loadWith({ 'preparation.md': text }), { ...asked, 'preparation.md': text }), [
      'warning playbook.json ⟦"Write stories"⟧ preparation.md has no item for “Write stories”: add “- [ ] **Write stories.**” and what to do.',
      `warning preparation.md ⟦${text}⟧ playbook.json has no preparation task “Write five stories”: use the title of one, or add the task there.`,
    ]);
  });
});

describe('loading never throws, and every problem lies in its file', () => {
  const paths = [...sampleFiles().keys(), 'rounds/other.md', 'stories/.md', 'stories/a/b.md', '__proto__'];
  const piece = fc.constantFrom(
    '# ',
    '## Guide',
    '## Checklist',
    '## Prompts',
    '### ',
    '\n',
    '\r\n',
    '\r',
    '- [ ] ',
    '**Weak:** ',
    '**',
    'Competencies: impact,x',
    'Listen for:',
    '```',
    '<!--',
    '---\n',
    '\uFEFF',
    'x',
  );
  const garbage = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.array(piece, { maxLength: 30 }).map((p) => p.join('')),
  );
  /** playbook.json with one of its values replaced by any JSON value. */
  const mutated = fc.tuple(fc.nat(), fc.jsonValue()).map(([n, value]) => {
    let at = 0;
    const count = JSON.stringify(JSON.parse(PLAYBOOK_JSON), (_, v: unknown) => (at++, v)) ? at : 0;
    at = 0;
    return JSON.stringify(JSON.parse(PLAYBOOK_JSON), (_, v: unknown) => (at++ === n % count ? value : v)) ?? '';
  });

  function check(files: Map<string, string>): void {
    for (const { path, start, end, message } of loadPlaybook(files, 'acme-pm').problems) {
      const length = files.get(path)?.length ?? 0;
      assert.ok(start >= 0 && start <= end && end <= length, `${path} ${start}-${end} of ${length}: ${message}`);
      assert.match(message, /\.$/);
    }
  }

  it('with anything in any file', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), garbage), (changes) =>
        check(new Map([...sampleFiles(), ...Object.entries(changes)])),
      ),
      runs(500),
    );
  });
  it('with any value anywhere in playbook.json', () => {
    fc.assert(
      fc.property(mutated, (text) => check(new Map([...sampleFiles(), ['playbook.json', text]]))),
      runs(500),
    );
  });
});
