import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/markdown/text';
import { findConflict } from '../../../src/core/markdown/outline';
import { packMarkdown } from '../../../src/core/pack/packMarkdown';
import { readSheet, scoreSheet } from '../../../src/core/pack/sheet';
import type { Returned } from '../../../src/core/pack/sheetModel';
import { verdictOf } from '../../../src/core/pack/verdict';
import { takeVerdict } from '../../../src/core/sessions/peer';
import { parseSession } from '../../../src/core/sessions/readSession';
import { writeSession } from '../../../src/core/sessions/writeSession';
import { sessionWith } from '../sessions/sample';
import { filled } from './arbitraryForm';
import { samplePack } from './sample';

const pack = samplePack();
const { competencies } = pack;
const read = (text: string): Returned => readSheet(text, competencies);
const sheet = (...lines: string[]): string => `## Score sheet\n\n${lines.join('\n')}\n`;
const SCALE = '- Serving at streaming scale (streaming-scale): 3';

describe('A form that comes back in another shape', () => {
  it('is read where all of its lines are indented, as in what was pasted from a block of code', () => {
    const lines = ['- Trade-offs (trade-offs): 2', '- Evidence: asked', SCALE, '- Hire or no hire: no hire'];
    const { scores: given, evidence, hire, problems } = read(`${lines.map((line) => `  ${line}`).join('\n')}\n`);
    assert.deepEqual([given, hire, problems], [{ 'trade-offs': 2, 'streaming-scale': 3 }, 'no hire', []]);
    assert.equal(evidence?.['trade-offs']?.evidence, 'asked');
  });

  it('is read where a mail quotes the blank one below the answer', () => {
    const blank = sheet('- Trade-offs (trade-offs):', '- Serving at streaming scale (streaming-scale):');
    const quoted = blank.replace(/^/gmu, '> ');
    const { scores: given, comments, problems } = read(`${SCALE}\n\n## Comments\n\nGood pace.\n\n${quoted}`);
    assert.deepEqual([given, comments, problems], [{ 'streaming-scale': 3 }, 'Good pace.', []]);
  });

  it('is read where evidence is nested below its score', () => {
    const { evidence, comments } = read(sheet(SCALE, '  - Evidence: asked for the rate', '  - Red flags: none given'));
    assert.deepEqual(evidence?.['streaming-scale'], { evidence: 'asked for the rate', redFlags: 'none given' });
    assert.equal(comments, '');
  });

  it('keeps what is written below a score or a decision without a label', () => {
    const { comments, problems } = read(
      sheet(SCALE, 'She asked who the users are.', '- Hire or no hire: hire', 'I would want her on `my_team`.'),
    );
    assert.equal(
      comments,
      '**Serving at streaming scale (3):** She asked who the users are.\n\n**Hire:** I would want her on `my_team`.',
    );
    assert.deepEqual(problems, []);
  });

  it('is read with the marks of a mail program', () => {
    const { scores: given, evidence } = read(
      sheet('·\u00a0Serving at streaming scale (streaming-scale)： 3', '–\u00a0Evidence: asked'),
    );
    assert.deepEqual(given, { 'streaming-scale': 3 });
    assert.equal(evidence?.['streaming-scale']?.evidence, 'asked');
  });

  it('has its decision under a heading of its own', () => {
    assert.equal(read(sheet(SCALE, '', '### Hire or no hire', '', 'Strong no hire')).hire, 'strong no hire');
  });

  it('says so where a code block that is left open hides the points', () => {
    const { problems } = read(
      `${sheet(SCALE, '- Hire or no hire: hire', '```')}\n## Points to work on\n\n- Price it\n`,
    );
    assert.match(problems[0]?.message ?? '', /never closed/u);
  });
});

describe('An interviewer’s form', () => {
  it('comes back as it was filled in, whatever was written into it, from a whole pack and as its lines alone (property)', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom('\n', '\r\n'), fc.boolean(), (given, eol, isWhole) => {
        const blank = scoreSheet(competencies, undefined, isWhole);
        const written = scoreSheet(competencies, given, isWhole);
        const text = isWhole ? packMarkdown(pack).replace(blank, () => written) : written;
        assert.deepEqual(read(text.replaceAll('\n', eol)), { ...given, problems: [] }, text);
      }),
      { numRuns: 400 },
    );
  });

  it('goes into the mock’s file once, with every word of it as text, and leaves the rest of the file as it was (property)', () => {
    const before = writeSession(
      { ...sessionWith({ notes: 'Mine.', started: '2026-11-26T14:30:00+01:00' }), feedback: [] },
      'Mock',
    );
    fc.assert(
      fc.property(filled, (given) => {
        const verdict = verdictOf({ ...given, problems: [] }, competencies);
        const edits = takeVerdict(before, verdict);
        assert.ok(edits);
        const after = applyEdits(before, edits);
        const session = parseSession('a/sessions/m.md', after);
        assert.deepEqual(session.problems, [], after);
        assert.deepEqual([session.peerScores, session.peerHire, session.notes], [given.scores, given.hire, 'Mine.']);
        assert.deepEqual(
          session.feedback.map(({ text }) => text),
          ['Price it'],
        );
        assert.equal(findConflict(after), undefined);
        for (const { evidence, redFlags } of Object.values(given.evidence ?? {}))
          for (const line of `${evidence}\n${redFlags}`.split('\n'))
            assert.ok(session.peerComments.includes(line.replace(/^#+ /u, '')), `${line}\n\n${after}`);
        assert.deepEqual(takeVerdict(after, verdict), [], 'the same again changes nothing');
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its parts separate in the mock’s file: a code block that one leaves open takes in no other', () => {
    const evidence = { 'streaming-scale': { evidence: '# Drew\n```\nproducer', redFlags: 'Never priced it' } };
    const { comments } = verdictOf(
      { scores: { 'streaming-scale': 3 }, evidence, comments: 'Good pace.', points: [], problems: [] },
      competencies,
    );
    assert.equal(
      comments,
      '### Serving at streaming scale (3)\n\n**Evidence:**\n\n### Drew\n```\nproducer\n```\n\n**Red flags:** Never priced it\n\n### In general\n\nGood pace.',
    );
  });

  it('is read as a person fills it in: lines that go on below, with and without indentation, bold labels, a table of one', () => {
    const {
      scores: given,
      evidence,
      hire,
      comments,
      problems,
    } = read(
      sheet(
        '### Serving at streaming scale',
        '',
        '1. Says “it scales”.',
        '2. Trade-offs: names one.',
        '',
        SCALE,
        '- **Evidence:** sized the state',
        '  at 40 GB',
        'and asked for the SLO first',
        '- Red flags:',
        '',
        '* Trade-offs (trade-offs): 2, one option only',
        'Evidence: chose Flink',
        '__Red flag__: never priced it',
        '',
        '**Hire or no hire:** No hire - not at this level',
      ),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(given, { 'streaming-scale': 3, 'trade-offs': 2 });
    assert.deepEqual(evidence, {
      'streaming-scale': { evidence: 'sized the state\nat 40 GB\nand asked for the SLO first', redFlags: '' },
      'trade-offs': { evidence: 'chose Flink', redFlags: 'never priced it' },
    });
    assert.equal(hire, 'no hire');
    assert.equal(comments, '**Trade-offs (2):** one option only\n\n**No hire:** not at this level');
  });

  it('takes the decision in words or as a figure', () => {
    const hire = (words: string): string | undefined => read(sheet(SCALE, `- Hire or no hire: ${words}`)).hire;
    assert.deepEqual(
      [
        '3',
        '4/4',
        'strong hire',
        'Yes.',
        'hire, with care',
        '2 (no hire)',
        'no',
        'Strongly no hire',
        '1: strong no hire',
      ].map(hire),
      ['hire', 'strong hire', 'strong hire', 'hire', 'hire', 'no hire', 'no hire', 'strong no hire', 'strong no hire'],
    );
    assert.deepEqual(['', '-', 'n/a', '?'].map(hire), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(read(sheet('- Hire or no hire: hire')).problems, [], 'it may be all that a peer says');
  });

  it('says at its line what is half filled in, broken, or in the wrong place', () => {
    const problems = (text: string): unknown => read(text).problems.map(({ line, message }) => [line, message]);
    assert.deepEqual(problems(sheet(SCALE, '- Trade-offs (trade-offs):', '- Evidence: chose Flink')), [
      [
        4,
        '“Trade-offs” has evidence and no score: write 1, 2, 3 or 4 after its name, or a dash where you have no view.',
      ],
    ]);
    assert.deepEqual(problems(sheet(SCALE, '- Trade-offs (trade-offs): -', '- Evidence: too short to say')), []);
    assert.deepEqual(problems(sheet('- Evidence: good', SCALE)), [
      [2, '“Evidence” belongs to no competency here: move it below the score of one.'],
    ]);
    assert.deepEqual(problems(sheet(SCALE, '- Hire or no hire: perhaps')), [
      [3, '“perhaps” is not a decision: write strong no hire, no hire, hire or strong hire.'],
    ]);
    assert.deepEqual(problems(sheet(SCALE, '- Hire: hire', '- Hire: no hire')), [
      [4, 'It says both “hire” and “no hire”: leave one.'],
    ]);
    assert.deepEqual(problems(sheet(SCALE, '- Hire: 3, no hire')), [
      [3, '“3, no hire” is not a decision: write strong no hire, no hire, hire or strong hire.'],
    ]);
    assert.deepEqual(problems(sheet(SCALE, '- Evidence: see', '```', 'x', '- Trade-offs (trade-offs): 2')), [
      [4, 'This block is never closed, so what follows it was not read: close it, or remove this line.'],
    ]);
    assert.deepEqual(problems(sheet(SCALE, '- Evidence: see', '## Comments', '- Trade-offs (trade-offs): 2')), [
      [5, '“Trade-offs” stands below the score sheet, where nothing is scored: move its lines up into it.'],
    ]);
  });

  it('keeps what a peer wrote in code apart from the form', () => {
    const { evidence, scores: given } = read(
      sheet(SCALE, '- Evidence: drew', '```', '- Trade-offs (trade-offs): 1', '```', '- Trade-offs (trade-offs): 4'),
    );
    assert.deepEqual(given, { 'streaming-scale': 3, 'trade-offs': 4 });
    assert.equal(evidence?.['streaming-scale']?.evidence, 'drew\n```\n- Trade-offs (trade-offs): 1\n```');
  });
});
