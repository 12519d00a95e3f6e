import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLoopFile } from '../../../src/core/loop/parseFile';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { findConflict } from '../../../src/core/markdown/outline';
import {
  interviewFileName,
  INTERVIEWS_FOLDER,
  isInterviewPath,
  readInterview,
  writeInterview,
  type Interview,
} from '../../../src/core/pack/interview';
import { feedbackHtml, feedbackMarkdown, feedbackOf } from '../../../src/core/pack/interviewFeedback';
import { readSheet, scoreSheet } from '../../../src/core/pack/sheet';
import type { Filled } from '../../../src/core/pack/sheetModel';
import { SESSIONS_FOLDER } from '../../../src/core/sessions/sessionName';
import { checkedPath } from '../../../src/core/story/checked';
import { builtIn } from '../loop/builtIn';
import { filled } from './arbitraryForm';
import { samplePack } from './sample';

const INTERVIEW: Interview = { round: 'system-design', peer: 'Sam Park', date: '2026-12-01', prompt: undefined };
const pack = samplePack({ peer: undefined, date: '2026-12-01', time: undefined, timeZone: undefined });
const { competencies } = pack;
const guide = builtIn('confluent-ai-ml-pm').rounds.find(({ id }) => id === 'system-design')?.guide ?? '';
const blank = writeInterview(INTERVIEW, pack, guide);
const read = (text: string): ReturnType<typeof readInterview> => readInterview(text, competencies);
/** The file with its form filled in. */
const withForm = (form: Filled): string =>
  blank.replace(scoreSheet(competencies), () => scoreSheet(competencies, form));
const FORM: Filled = {
  scores: { 'streaming-scale': 3 },
  evidence: { 'streaming-scale': { evidence: 'sized the state at 40 GB', redFlags: 'no figure for the sink' } },
  hire: 'hire',
  comments: 'Good pace.',
  points: ['Say the number first'],
};

describe('The interview of a peer', () => {
  it('has what an interviewer needs: timetable, prompts with what to listen for, anchors, the guide, and a blank form', () => {
    assert.match(
      blank,
      /^---\nround: system-design\npeer: Sam Park\ndate: 2026-12-01\n---\n\n# System Design: you interview Sam Park\n/u,
    );
    for (const heading of ['How it goes', 'Timetable', 'Prompts', 'The candidate’s guide', 'Notes', 'Score sheet'])
      assert.ok(blank.includes(`\n## ${heading}\n`), heading);
    assert.match(blank, /Listen for/u);
    assert.match(blank, /\| 0–6 \| /u);
    for (const { anchors } of competencies)
      for (const anchor of anchors) assert.ok(blank.includes(anchor.slice(0, 30)));
    assert.deepEqual(read(blank), {
      ...INTERVIEW,
      form: { scores: {}, comments: '', points: [] },
      isBlank: true,
      problems: [],
    });
  });

  it('is read back as it was filled in, whatever is written into it (property)', () => {
    const name = fc.oneof(fc.constantFrom('Sam Park', 'Zoë: “the peer”', '# Sam', '- a', 'null', '3'), fc.string());
    fc.assert(
      fc.property(
        filled.filter(({ comments }) => !comments.includes('## ')),
        name.filter((text) => text.trim() !== ''),
        fc.constantFrom('\n', '\r\n'),
        (form, peer, eol) => {
          const file = writeInterview({ ...INTERVIEW, peer }, pack, guide);
          const text = file.replace(scoreSheet(competencies), () => scoreSheet(competencies, form));
          if (findConflict(text)) return;
          const { problems, form: found, ...keys } = read(text.replaceAll('\n', eol));
          assert.deepEqual([found, problems], [form, []], text);
          assert.deepEqual(keys, { ...INTERVIEW, peer: peer.replace(/\s+/gu, ' ').trim(), isBlank: false });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is checked as a form: each line that cannot be understood is reported at its place', () => {
    const text = withForm(FORM).replace('(trade-offs):', '(trade-offs): 7').replaceAll('\n', '\r\n');
    const { problems } = read(text);
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.equal(text.slice(problem?.start, problem?.end), '- Trade-offs (trade-offs): 7');
    assert.match(problem?.message ?? '', /write 1, 2, 3 or 4/u);
  });

  it('reports keys that are missing, a heading of the form that is gone, and a merge conflict', () => {
    const messages = (text: string): string[] => read(text).problems.map(({ message }) => message);
    assert.match(messages(blank.replace('peer: Sam Park\n', ''))[0] ?? '', /add “peer”/u);
    assert.match(messages(blank.replace('2026-12-01', '2026-02-31'))[0] ?? '', /not a calendar day/u);
    assert.match(messages(blank.replace('## Score sheet', '## Scores'))[0] ?? '', /“## Score sheet” is missing/u);
    assert.match(messages(`${blank}\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n`)[0] ?? '', /merge conflict/u);
  });

  it('takes no other section for a part of the form, wherever it stands', () => {
    const note = '## Mine\n\nSam seemed nervous.\n\n';
    for (const before of ['## Score sheet', '## Points to work on', '## Comments'])
      assert.deepEqual(read(withForm(FORM).replace(before, note + before)).form, FORM, before);
    assert.deepEqual(read(`${withForm(FORM)}\n${note}`).form, FORM);
  });

  it('keeps a quotation in a comment, since no mail has quoted the file', () => {
    const comments = 'You said:\n\n> the score sheet of a sink is its lag';
    assert.equal(read(withForm({ ...FORM, comments })).form.comments, comments);
  });

  it('has a file of its own for each round, peer and day', () => {
    assert.equal(interviewFileName(INTERVIEW), '2026-12-01-system-design-for-sam-park.md');
    assert.equal(interviewFileName(INTERVIEW, 2), '2026-12-01-system-design-for-sam-park-2.md');
    assert.ok(!interviewFileName({ ...INTERVIEW, peer: '../../x' }).includes('/'));
  });
});

describe('The interview of a peer counts nowhere as the user’s own practice', () => {
  const path = `${INTERVIEWS_FOLDER}/${interviewFileName(INTERVIEW)}`;

  it('since it lies where no session, round, story or offer is read', () => {
    assert.notEqual(INTERVIEWS_FOLDER, SESSIONS_FOLDER);
    assert.ok(isInterviewPath(`acme/${path}`));
    assert.ok(!isInterviewPath(`acme/${SESSIONS_FOLDER}/2026-12-01T1000-system-design.md`));
    assert.ok(!isLoopFile(path));
    assert.equal(checkedPath(`acme/${path}`), undefined);
  });

  it('and changes nothing of what a loop is, even if it is among its files', () => {
    const files = new Map([
      ['loop.md', parseFile('---\nplaybook: confluent-ai-ml-pm\nfirstContact: 2026-11-20\n---\n')],
    ]);
    const loop = (others: readonly string[]): unknown =>
      assembleLoop('acme', files, others, () => builtIn('confluent-ai-ml-pm'));
    assert.deepEqual(loop([path]), loop([]));
  });
});

describe('What a peer gets after an interview', () => {
  const feedback = (text: string): ReturnType<typeof feedbackOf> => feedbackOf(pack, read(text));

  it('is the form, which a mock of the peer’s own can import as it was filled in (property)', () => {
    fc.assert(
      fc.property(filled, (form) => {
        const exported = feedbackOf(pack, { ...INTERVIEW, form });
        const text = feedbackMarkdown(exported);
        assert.deepEqual(readSheet(text, competencies), { ...exported.form, problems: [] }, text);
        assert.deepEqual([exported.form.scores, exported.form.hire], [form.scores, form.hire]);
      }),
      { numRuns: 200 },
    );
  });

  it('has nothing else of the file in it: no notes, no comments in the Markdown, nothing that was added to the guide', () => {
    const text = withForm({ ...FORM, comments: 'Good pace.\n\n<!-- would not hire her myself -->\n\nThanks.' })
      .replace('## Notes\n', '## Notes\n\nMy own offer is $205,000.\n')
      .replace('## The candidate’s guide\n', '## The candidate’s guide\n\nI scored a 2 here.\n');
    for (const page of [feedbackMarkdown(feedback(text)), feedbackHtml(feedback(text))]) {
      for (const said of [
        'Sam Park',
        '40 GB',
        'Say the number first',
        'Good pace.',
        'Thanks.',
        'no figure for the sink',
      ])
        assert.ok(page.includes(said), said);
      assert.doesNotMatch(page, /205,000|scored a 2|would not hire|For you alone|Write 1, 2, 3 or 4/u);
    }
  });

  it('says on the page what each score means, and loads nothing', () => {
    const page = feedbackHtml(feedback(withForm(FORM)));
    assert.match(page, /<h1>Feedback for Sam Park<\/h1>/u);
    assert.match(page, /<span class="figure">3 of 4<\/span>: \S/u);
    assert.match(page, /3 of 4: hire/u);
    assert.match(page, /No view/u);
    assert.doesNotMatch(page, /<script|<img|<link|https?:\/\/|src=/u);
    assert.match(page, /default-src 'none'/u);
  });

  it('shows HTML in a name or a remark as its characters', () => {
    const form = { ...FORM, comments: '<img src=x onerror=alert(1)>', points: ['<b>bold</b>'] };
    const page = feedbackHtml(feedbackOf(pack, { ...INTERVIEW, peer: '<i>Sam</i>', form }));
    assert.doesNotMatch(page, /<img|<b>|<i>/u);
  });
});
