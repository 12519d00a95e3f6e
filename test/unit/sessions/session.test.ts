import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/markdown/text';
import { tidy } from '../../../src/core/markdown/text';
import {
  addFeedback,
  addMarkers,
  addNotes,
  inTurn,
  markAsRun,
  setScores,
  setSection,
  setSignals,
  setSpeech,
  type Edits,
} from '../../../src/core/sessions/editSession';
import { takeVerdict } from '../../../src/core/sessions/peer';
import { parseSession } from '../../../src/core/sessions/readSession';
import type { Session } from '../../../src/core/sessions/sessionModel';
import { contained } from '../../../src/core/sessions/sessionSections';
import { writeSession, type NewSession } from '../../../src/core/sessions/writeSession';
import { markdown, scores, session, speech, words } from './arbitrary';
import { runs } from '../../support/properties';

const RUNS = 500;

const PATH = 'loop/sessions/2026-11-22T1805-system-design.md';

const RUN: NewSession = {
  round: 'system-design',
  kind: 'solo',
  peer: undefined,
  scheduled: undefined,
  started: '2026-11-22T18:05:07+01:00',
  prompt: 'Real-time bidding',
  prompts: [],
  phases: [
    { title: 'Frame', planned: 300, actual: 312 },
    { title: 'Trade-offs: two, at most', planned: 600, actual: 540 },
  ],
  markers: [
    { at: 192, phase: 'Frame', text: 'latency' },
    { at: 3729, phase: 'Trade-offs: two, at most', text: '' },
  ],
  scores: { 'streaming-scale': 3, 'product-sense': 2 },
  peerScores: {},
  peerHire: undefined,
  signals: ['latency', 'cost'],
  notes: 'Asked for the SLO **first**.\n\n- p99',
  peerComments: '',
  feedback: ['Say the number first'],
};

const TEXT = `---
round: system-design
kind: solo
started: 2026-11-22T18:05:07+01:00
prompt: Real-time bidding
phases:
  - { title: Frame, planned: 300, actual: 312 }
  - { title: "Trade-offs: two, at most", planned: 600, actual: 540 }
scores:
  streaming-scale: 3
  product-sense: 2
signals: [latency, cost]
---

# System Design, Sun 22 Nov 2026

## Notes

Asked for the SLO **first**.

- p99

## Markers

- 03:12 · Frame · latency
- 62:09 · Trade-offs: two, at most

## Feedback

- [ ] Say the number first
`;

/** A file as a person leaves it: comments, keys and sections that are nobody's, odd spacing. */
const BY_HAND = `---
# mine
round: system-design   # the hard one
mood: [tired, "late"]
scores:
  # honest
  streaming-scale: 3   # was 2
  product-sense: 2
peerScores: {cost: 1}
started: "2026-11-22T18:05:07Z"
---
Some words.

## Notes
short

## My own section

## Peer's comments

Good.
## Feedback
* [x] Done one
`;

const apply = (text: string, edits: Edits): string => {
  assert.ok(edits, 'expected edits');
  return applyEdits(text, edits);
};

/** The values alone: what is in a file, wherever it is. */
const values = ({ path: _path, problems: _problems, feedback, ...rest }: Session): unknown => ({
  ...rest,
  feedback: feedback.map(({ text, taken }) => [text, taken]),
});

describe('a session’s file', () => {
  it('is written for people', () => {
    assert.equal(writeSession(RUN, 'System Design, Sun 22 Nov 2026'), TEXT);
  });

  it('keeps the titles of several prompts as a list, and whether the peer would hire', () => {
    const given = {
      ...RUN,
      prompt: undefined,
      prompts: ['Size it', 'Bad day: what breaks?'],
      peerHire: 'no hire' as const,
    };
    const text = writeSession(given, 'System Design');
    assert.match(text, /^prompts:\n {2}- Size it\n {2}- "Bad day: what breaks\?"\nphases:/mu);
    assert.match(text, /^peerHire: no hire$/mu);
    const read = parseSession(PATH, text);
    assert.deepEqual(
      [read.prompt, read.prompts, read.peerHire, read.problems],
      [undefined, given.prompts, 'no hire', []],
    );
  });

  it('takes the decision of a peer in words or as its score, and says what else it found', () => {
    const hire = (value: string) => parseSession(PATH, `---\nround: a\npeerHire: ${value}\n---\n`);
    assert.deepEqual(
      ['3', 'Strong Hire', 'no', '1', 'no-hire'].map((value) => hire(value).peerHire),
      ['hire', 'strong hire', 'no hire', 'strong no hire', 'no hire'],
    );
    const { peerHire, problems } = hire('perhaps');
    assert.equal(peerHire, undefined);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['“peerHire” is “perhaps”: write strong no hire, no hire, hire or strong hire.'],
    );
  });

  it('is read back', () => {
    const read = parseSession(PATH, TEXT);
    assert.deepEqual(read.problems, []);
    const { feedback: _feedback, ...run } = RUN;
    assert.deepEqual(values(read), { ...run, feedback: [['Say the number first', false]] });
    assert.equal(TEXT.split('\n')[read.feedback[0]!.line], '- [ ] Say the number first');
  });

  it('comes back as it was, whatever is in it, with LF and CRLF (property)', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(session, words, fc.constantFrom('\n', '\r\n'), (given, heading, eol) => {
        const text = writeSession(given, heading).replace(/\n/gu, eol);
        const read = parseSession(PATH, text);
        assert.deepEqual(read.problems, [], text);
        const { feedback = [], ...rest } = given;
        const expected = {
          ...rest,
          notes: contained(rest.notes),
          peerComments: contained(rest.peerComments),
          feedback: feedback.map((point) => [point, false]),
        };
        assert.deepEqual(values(read), expected, text);
      }),
      runs(RUNS),
    );
  });

  it('keeps notes in their section: headings go below it, open code and comments are closed', () => {
    assert.equal(contained('# A\n## B\n### C\n#tag'), '### A\n### B\n### C\n#tag');
    assert.equal(contained('text\n````ts\n# code'), 'text\n````ts\n# code\n````');
    assert.equal(contained('<!-- so\n## hidden'), '<!-- so\n## hidden\n-->');
    assert.equal(contained('---\na: b\n---\n# A'), '---\na: b\n---\n### A');
  });

  it('changes nothing but headings and ends of what it contains (property)', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const kept = contained(text);
        assert.equal(contained(kept), kept);
        const bare = (lines: string): string => lines.replace(/^ {0,3}#{1,6}(?=[ \t]|$)/gmu, '#');
        assert.ok(bare(kept).startsWith(bare(tidy(text))), JSON.stringify([text, kept]));
      }),
      runs(RUNS),
    );
  });
});

describe('a session that a person wrote', () => {
  it('is read for what it says', () => {
    const read = parseSession(PATH, BY_HAND);
    assert.deepEqual(read.problems, []);
    assert.equal(read.round, 'system-design');
    assert.deepEqual([read.scores, read.peerScores], [{ 'streaming-scale': 3, 'product-sense': 2 }, { cost: 1 }]);
    assert.deepEqual([read.notes, read.peerComments], ['short', 'Good.']);
    assert.deepEqual(
      read.feedback.map(({ text, taken }) => [text, taken]),
      [['Done one', true]],
    );
  });

  it('may say less: a planned mock, a peer’s name alone, markers in hours', () => {
    const mock = parseSession(
      PATH,
      '---\nround: a\npeer: Ana\nscheduled: 2026-11-28 9:30\n---\n## markers\n\n- 1:02:09 · Frame\n* 2:05\n',
    );
    assert.deepEqual(mock.problems, []);
    assert.deepEqual(
      [mock.kind, mock.peer, mock.scheduled, mock.started],
      ['mock', { name: 'Ana', shipped: undefined }, { date: '2026-11-28', time: '09:30' }, undefined],
    );
    assert.deepEqual(mock.markers, [
      { at: 3729, phase: 'Frame', text: '' },
      { at: 125, phase: '', text: '' },
    ]);
  });

  it('may have been written again by a program that puts a space between day and time', () => {
    const { started, scheduled, problems } = parseSession(
      PATH,
      '---\nkind: mock\nround: a\nscheduled: 2026-11-22 18:00:00\nstarted: 2026-11-22 18:05:07+01:00\n---\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([started, scheduled], ['2026-11-22T18:05:07+01:00', { date: '2026-11-22', time: '18:00' }]);
  });

  const wrong: readonly (readonly [what: string, yaml: string, at: string, says: RegExp])[] = [
    ['a score out of range', 'scores:\n  good: 3\n  bad: 5', '5', /“bad” is “5”.*1 to 4/u],
    ['scores that are no map', 'scores: [1, 2]', '[1, 2]', /1 to 4/u],
    ['a peer’s score in words', 'peerScores: { cost: high }', 'high', /“cost”/u],
    ['a kind', 'kind: group', 'group', /solo or mock/u],
    ['a beginning without its offset', 'started: 2026-11-22T18:05:00', '2026-11-22T18:05:00', /offset/u],
    ['a day that is none', 'started: 2026-02-30T18:05:00Z', '2026-02-30T18:05:00Z', /offset/u],
    ['a plan', 'scheduled: next week', 'next week', /2026-11-28/u],
    ['a time of a plan', 'scheduled: 2026-11-28T25:00', '2026-11-28T25:00', /2026-11-28/u],
    [
      'a phase',
      'phases:\n  - { title: A, planned: 1, actual: 1 }\n  - { title: B, planned: -1, actual: 1 }',
      '{ title: B, planned: -1, actual: 1 }',
      /seconds/u,
    ],
    ['a peer', 'peer:\n  shipped: Flink', 'shipped: Flink', /name/u],
    ['signals', 'signals: [a, [b]]', '[a, [b]]', /list of words/u],
    ['a prompt', 'prompt: [a]', '[a]', /quotes/u],
  ];
  for (const [what, yaml, at, says] of wrong) {
    it(`says where ${what} is wrong, and uses the rest`, () => {
      const text = `---\nround: a\n${yaml}\nother: 1\n---\n\n## Notes\n\nKept\n`;
      const read = parseSession(PATH, text);
      assert.equal(read.problems.length, 1, JSON.stringify(read.problems));
      const problem = read.problems[0]!;
      assert.match(problem.message, says);
      assert.equal(text.slice(problem.start, problem.end).trim(), at);
      assert.equal(problem.path, PATH);
      assert.deepEqual([read.round, read.notes], ['a', 'Kept']);
      if (what === 'a score out of range') assert.deepEqual(read.scores, { good: 3 });
      if (what === 'a phase') assert.deepEqual(read.phases, [{ title: 'A', planned: 1, actual: 1 }]);
    });
  }

  it('says where the round is missing and takes it from the file’s name; where a marker has no time; where YAML is broken', () => {
    const nameless = parseSession(PATH, '---\nkind: solo\n---\n## Markers\n\n- soon · Frame\nwords\n');
    assert.deepEqual([nameless.round, nameless.problems.length], ['system-design', 2]);
    assert.match(nameless.problems[1]!.message, /begins with its time/u);
    const broken = parseSession(PATH, '---\nscores: [\n---\n## Notes\n\nKept\n');
    assert.deepEqual(
      [broken.round, broken.notes, broken.problems.length, broken.problems[0]?.severity],
      ['system-design', 'Kept', 1, 'error'],
    );
    assert.equal(parseSession(PATH, '---\nround: a').problems.length, 1);
  });

  it('never makes the reader throw (property)', function () {
    this.timeout(30_000);
    const yaml = fc.constantFrom(
      'round: a',
      'scores:',
      '  a: 1',
      '  b: x',
      'phases:',
      '  - {',
      '  - { title: A }',
      '- 3',
      'peer: &p [*p]',
      'started: 1',
      'signals: {a: b}',
      '__proto__: 1',
      'scores: { __proto__: 3 }',
      'kind: [',
      '\tx',
      'scheduled: 2026-13-01',
    );
    const text = fc
      .tuple(fc.array(yaml, { maxLength: 6 }), markdown)
      .map(([lines, body]) => `---\n${lines.join('\n')}\n---\n## Markers\n${body}`);
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (content) => void parseSession(PATH, content)),
      runs(RUNS),
    );
  });
});

describe('an edit of a session', () => {
  it('sets, adds and takes out scores, and no other byte', () => {
    const edited = apply(
      BY_HAND,
      setScores(BY_HAND, 'scores', { 'streaming-scale': 4, cost: 1, 'product-sense': undefined }),
    );
    assert.equal(
      edited,
      BY_HAND.replace('streaming-scale: 3', 'streaming-scale: 4').replace('  product-sense: 2\n', '  cost: 1\n'),
    );
    assert.equal(
      apply(BY_HAND, setScores(BY_HAND, 'peerScores', { cost: 2, lag: 3 })),
      BY_HAND.replace('{cost: 1}', '{cost: 2, lag: 3}'),
    );
    assert.equal(
      apply(BY_HAND, setScores(BY_HAND, 'peerScores', { cost: undefined })),
      BY_HAND.replace('{cost: 1}', '{}'),
    );
    assert.deepEqual(setScores(BY_HAND, 'scores', { 'streaming-scale': 3 }), []);
  });

  it('adds the scores where there are none yet, even after an empty key', () => {
    assert.equal(
      apply('---\r\nround: a\r\n---\r\n', setScores('---\r\nround: a\r\n---\r\n', 'scores', { b: 1 })),
      '---\r\nround: a\r\nscores:\r\n  b: 1\r\n---\r\n',
    );
    assert.equal(
      apply(
        '---\nscores: # mine\nround: a\n---\n',
        setScores('---\nscores: # mine\nround: a\n---\n', 'scores', { b: 1 }),
      ),
      '---\nscores: # mine\n  b: 1\nround: a\n---\n',
    );
    assert.equal(
      apply('---\nscores:\n  b:\n  c: 2\n---\n', setScores('---\nscores:\n  b:\n  c: 2\n---\n', 'scores', { b: 1 })),
      '---\nscores:\n  b: 1\n  c: 2\n---\n',
    );
  });

  it('writes nothing into a file that is broken or in conflict', () => {
    const conflict = '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n';
    for (const text of [
      '---\nscores: [1]\n---\n',
      '---\nscores: 3\n---\n',
      '---\nscores: [\n---\n',
      'no front matter',
      '---\nround: a\n',
      `---\nscores:\n  a: 1\n---\n${conflict}`,
    ]) {
      assert.equal(setScores(text, 'scores', { a: 2 }), undefined, text);
    }
    assert.equal(setSection(`---\nround: a\n---\n${conflict}`, 'Notes', 'x'), undefined);
    assert.equal(addFeedback(conflict, ['x']), undefined);
  });

  it('sets the peer’s comments in their section, and adds the section in its place', () => {
    assert.equal(
      apply(BY_HAND, setSection(BY_HAND, 'Peer’s comments', 'Crisp.\n\n# Next\n')),
      BY_HAND.replace('\nGood.\n', '\nCrisp.\n\n### Next\n\n'),
    );
    assert.equal(
      apply(TEXT, setSection(TEXT, 'Peer’s comments', 'Crisp.')),
      TEXT.replace('## Feedback', '## Peer’s comments\n\nCrisp.\n\n## Feedback'),
    );
    assert.deepEqual(setSection(BY_HAND, 'Notes', 'short\n'), []);
    assert.equal(
      apply('---\nround: a\n---', setSection('---\nround: a\n---', 'Notes', 'x')),
      '---\nround: a\n---\n\n## Notes\n\nx\n',
    );
    assert.equal(apply('## Notes', setSection('## Notes', 'Notes', 'x')), '## Notes\n\nx\n');
  });

  it('adds a point of feedback once, taken or not', () => {
    assert.equal(
      apply(BY_HAND, addFeedback(BY_HAND, ['New  one', 'Done one', 'New one'])),
      `${BY_HAND.trimEnd()}\n- [ ] New one\n`,
    );
    assert.deepEqual(addFeedback(BY_HAND, ['Done one', ' ']), []);
  });

  it('adds markers and notes once', () => {
    const more = { at: 5, phase: 'Frame', text: 'cost' };
    const edited = apply(TEXT, addMarkers(TEXT, [...RUN.markers, more]));
    assert.equal(edited, TEXT.replace('at most\n\n## Feedback', 'at most\n- 00:05 · Frame · cost\n\n## Feedback'));
    assert.deepEqual(addMarkers(edited, [more]), []);
    assert.deepEqual(addNotes(TEXT, '- p99'), []);
    assert.equal(apply(TEXT, addNotes(TEXT, 'More')), TEXT.replace('- p99\n', '- p99\n\nMore\n'));
  });

  it('does not take as said what only appears inside something else', () => {
    // A note “ok” was dropped where any word of the file had it in it, a point where a line of the notes said the same.
    assert.match(apply(TEXT, addNotes(TEXT, 'p99')), /- p99\n\np99\n/u);
    assert.match(apply(TEXT, addFeedback(TEXT, ['- p99'])), /first\n- \[ \] - p99\n$/u);
    const marked = TEXT.replace('- p99', '- 00:05 · Frame · cost');
    assert.match(
      apply(marked, addMarkers(marked, [{ at: 5, phase: 'Frame', text: 'cost' }])),
      /at most\n- 00:05 · Frame · cost\n/u,
    );
    const commented = apply(TEXT, takeVerdict(TEXT, { scores: {}, comments: 'Not so good', points: [] }));
    const again = apply(commented, takeVerdict(commented, { scores: {}, comments: 'good', points: [] }));
    assert.equal(parseSession(PATH, again).peerComments, 'Not so good\n\ngood');
    assert.deepEqual(takeVerdict(again, { scores: {}, comments: 'good', points: [] }), []);
  });

  it('adds nothing to a code block or a comment that was left open', () => {
    // What was added could not be read back: it had become a part of the code.
    for (const open of ['```ts\nlet a', '<!-- later', '<pre>\nx', '<div>', '> ```\n> x', '- ```\n  x']) {
      const text = `---\nround: a\n---\n\n## Notes\n\n${open}\n`;
      const more = apply(text, addFeedback(text, ['Say it first']));
      const read = parseSession(PATH, more);
      assert.deepEqual(
        read.feedback.map((point) => point.text),
        ['Say it first'],
        more,
      );
      assert.ok(more.startsWith(text.trimEnd()) && read.notes.startsWith(open));
      const noted = apply(text, addNotes(text, '# High'));
      assert.ok(parseSession(PATH, noted).notes.endsWith('\n\n### High'), noted);
      assert.equal(parseSession(PATH, apply(noted, setSection(noted, 'Feedback', '- [ ] x'))).feedback.length, 1);
    }
  });

  it('turns a planned mock into one that was run, in one piece', () => {
    const planned =
      '---\nround: system-design\nkind: mock\npeer:\n  name: Ana # from work\nscheduled: 2026-11-28T18:00\nphases:\n---\n\n# Mock with Ana\n\n## Notes\n\nBring the diagram.\n';
    const edits = markAsRun(planned, {
      started: '2026-11-28T18:03:00+01:00',
      prompt: 'Bidding',
      prompts: [],
      phases: RUN.phases,
      markers: RUN.markers,
      signals: ['cost'],
      notes: 'Went well',
      scores: { cost: 3 },
    });
    assert.equal(edits?.length, 1);
    const edited = apply(planned, edits);
    const read = parseSession(PATH, edited);
    assert.deepEqual(read.problems, []);
    assert.deepEqual(
      [
        read.started,
        read.prompt,
        read.phases,
        read.markers,
        read.signals,
        read.notes,
        read.scores,
        read.scheduled,
        read.peer?.name,
      ],
      [
        '2026-11-28T18:03:00+01:00',
        'Bidding',
        RUN.phases,
        RUN.markers,
        ['cost'],
        'Bring the diagram.\n\nWent well',
        { cost: 3 },
        { date: '2026-11-28', time: '18:00' },
        'Ana',
      ],
    );
    for (const line of planned.split('\n').filter((line) => line !== 'phases:'))
      assert.ok(edited.split('\n').includes(line), line);
  });

  it('replaces the signals that are there', () => {
    assert.equal(apply(TEXT, setSignals(TEXT, ['a, b'])), TEXT.replace('[latency, cost]', '["a, b"]'));
    assert.deepEqual(setSignals(TEXT, ['latency', 'cost']), []);
  });

  it('sets how somebody spoke in place of what was there, and reads it back (property)', () => {
    fc.assert(
      fc.property(session, speech, fc.constantFrom('\n', '\r\n'), (given, spoken, eol) => {
        const text = writeSession(given, 'A').replace(/\n/gu, eol);
        const edited = apply(text, setSpeech(text, spoken));
        const [before, after] = [parseSession(PATH, text), parseSession(PATH, edited)];
        assert.deepEqual(after.speech ?? {}, spoken, edited);
        assert.deepEqual(values({ ...after, speech: {} }), values({ ...before, speech: {} }));
        assert.equal(apply(edited, setSpeech(edited, spoken)), edited);
      }),
      runs(100),
    );
  });

  it('keeps every line that it does not set, whatever the file, with LF, CRLF and a byte-order mark (property)', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(
        session,
        scores,
        markdown,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.boolean(),
        (given, changes, comment, eol, mark, inBraces) => {
          let text = writeSession(given, 'A')
            .replace('kind:', 'mine: [1, # one\n  2]\nkind:')
            .replace('## Markers', '## Mine\n\n# x\n\n## Markers');
          if (inBraces)
            text = text.replace(
              /^scores:\n((?: {2}.*\n)+)/mu,
              (_, block: string) => `scores: { ${block.trim().replace(/\n {2}/gu, ', ')} } # mine\n`,
            );
          text = mark + text.replace(/\n/gu, eol);
          const edited = apply(
            text,
            inTurn(text, [
              (now) => setScores(now, 'scores', changes),
              (now) => setSection(now, 'Peer’s comments', comment),
              (now) => addFeedback(now, ['A last word']),
            ]),
          );
          const before = parseSession(PATH, text.replace(/^\uFEFF/u, ''));
          const after = parseSession(PATH, edited.replace(/^\uFEFF/u, ''));
          assert.deepEqual(after.problems, []);
          assert.deepEqual({ ...after.scores }, { ...before.scores, ...changes });
          assert.equal(after.peerComments, contained(comment));
          assert.ok(after.feedback.some((point) => point.text === 'A last word'));
          assert.deepEqual(
            [after.notes, after.markers, after.phases, after.signals],
            [before.notes, before.markers, before.phases, before.signals],
          );
          assert.ok(edited.startsWith(mark) && (eol === '\n' || !/(?<!\r)\n/u.test(edited)), JSON.stringify(edited));
          const set = new Set(before.peerComments.split('\n'));
          const lines = edited.split(eol);
          let at = 0;
          for (const line of text.split(eol)) {
            if (set.has(line) || line === '' || /^scores:|^ {2}"?[\w-]+"?: [1-4]$/u.test(line)) continue;
            at = lines.indexOf(line, at) + 1;
            assert.ok(at > 0, `${JSON.stringify(line)} is lost in ${JSON.stringify(edited)}`);
          }
        },
      ),
      runs(RUNS),
    );
  });
});
