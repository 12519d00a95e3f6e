import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/markdown/text';
import { checkFit, countFit } from '../../../src/core/fit/checkFit';
import { fitEdits, fitSummary, newFitFile } from '../../../src/core/fit/fitMarkdown';
import { fitStory, markdownOf, shipped } from './support';

const playbook = shipped('confluent-ai-ml-pm');
const STREAM = 'My fraud model scores 1.2M events a second on the live stream.';
const stories = [
  fitStory(markdownOf({ impact: STREAM, competencies: ['streaming-scale'] }), 'stories/fraud (live).md'),
];
const rows = checkFit(playbook, stories);

const edited = (text: string, of = rows): string => {
  const edits = fitEdits(text, of);
  assert.ok(edits);
  return applyEdits(text, edits);
};

describe('a row of the fit check', () => {
  const row = (id: string, of = rows) => {
    const found = of.find((each) => each.id === id);
    assert.ok(found);
    return found;
  };

  it('names the story that proves it, and the line where its figure stands', () => {
    const { state, reason, proofs, action, frame } = row('live-stream');
    assert.deepEqual([state, action, frame], ['strong', undefined, '']);
    assert.equal(reason, '“1.2M events a second” proves it.');
    assert.deepEqual(proofs, [
      { path: 'stories/fraud (live).md', title: 'A story', line: 8, text: '1.2M events a second' },
    ]);
  });

  it('offers a new story for the competency where none comes near, and says how to frame it', () => {
    const { state, reason, action, frame } = row('latency');
    assert.equal(state, 'missing');
    assert.equal(reason, 'No story states a figure for this: they ask for at most 40 ms.');
    assert.deepEqual(action, { kind: 'write', title: 'Write a story for it', competency: 'streaming-scale' });
    assert.match(frame, /^Give your percentile/u);
  });

  it('says how far a smaller figure falls short', () => {
    const small = fitStory(markdownOf({ impact: 'The model scores 300,000 events/s on the live stream.' }));
    const { state, reason } = row('live-stream', checkFit(playbook, [small]));
    assert.equal(state, 'partial');
    assert.equal(reason, '“300,000 events/s” falls short: they ask for at least 1,000,000 events a second.');
  });

  it('leads to the draft that has the figure, and to the story that does not say what it is of', () => {
    const draft = fitStory(markdownOf({ impact: STREAM, draft: true }));
    assert.deepEqual(row('live-stream', checkFit(playbook, [draft])).action, {
      kind: 'open',
      title: 'Finish the draft',
      path: 'stories/one.md',
      line: 8,
    });
    const bare = fitStory(markdownOf({ impact: 'The export writes 1.2M events a second.' }));
    const { reason, action } = row('live-stream', checkFit(playbook, [bare]));
    assert.equal(
      reason,
      '“1.2M events a second” is enough, but the story does not mention an ML model and a live stream.',
    );
    assert.equal(action?.title, 'Say it in that story');
  });

  it('takes a story with a low score for a draft', () => {
    const weak = fitStory(markdownOf({ impact: STREAM }), 'stories/weak.md', 20);
    assert.equal(row('live-stream', checkFit(playbook, [weak])).state, 'partial');
  });

  it('does not add up the years of several stories', () => {
    const two = fitStory(markdownOf({ situation: 'I was product manager for ML at a bank for 2 years.' }));
    assert.equal(row('seniority', checkFit(playbook, [two, { ...two, path: 'stories/two.md' }])).state, 'partial');
  });

  it('names a line once, though it proves several things', () => {
    const both = fitStory(
      markdownOf({ action: 'I agreed the schema with data engineering and the price with sales.' }),
    );
    assert.equal(row('stakeholders', checkFit(playbook, [both])).proofs.length, 1);
  });

  it('leaves to the user what no story can prove', () => {
    assert.equal(row('present-base').state, 'yours');
  });

  it('is there for every point of the built-in playbooks', () => {
    for (const id of ['confluent-ai-ml-pm', 'general-pm']) {
      const all = checkFit(shipped(id), []);
      assert.equal(countFit(all).strong + countFit(all).partial, 0);
      assert.ok(countFit(all).missing >= 5);
      for (const { state, frame } of all) assert.equal(frame === '', state === 'yours');
    }
  });

  it('is not there where the playbook asks for nothing', () => {
    assert.equal(checkFit({ fit: [], competencies: [] }, stories).length, 0);
  });
});

describe('fit.md', () => {
  const text = newFitFile(rows);

  it('links each proof to its line', () => {
    assert.match(text, /### Strong: Have you shipped at least one ML model/u);
    assert.match(text, /See \[A story\]\(\.\.\/stories\/fraud%20%28live%29\.md#L9\)/u);
    assert.match(text, /To close the gap: write a story for it\./u);
    assert.match(text, /1 strong, 5 missing, 1 question for you to answer\./u);
    assert.equal(fitSummary([]), '');
  });

  it('is written anew between its two marks, and nowhere else', () => {
    const own = `My own words.\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\nMore of mine.`;
    const again = edited(own, checkFit(playbook, []));
    assert.match(again, /^My own words\.\r\n\r\n/u);
    assert.match(again, /\r\nMore of mine\.$/u);
    assert.doesNotMatch(again, /Strong:/u);
    assert.doesNotMatch(again, /[^\r]\n/u);
    assert.equal(edited(again, rows), own);
  });

  it('is not touched where nothing has changed', () => {
    assert.deepEqual(fitEdits(text, rows), []);
  });

  it('gets the check at its end where it has none yet', () => {
    const mine = '# Fit\n\nI am not sure about the base.';
    assert.equal(edited(mine).startsWith(`${mine}\n\n<!-- prep-loop fit:`), true);
    assert.deepEqual(fitEdits(edited(mine), rows), []);
  });

  it('is left alone in a merge conflict, and where the end of the check is missing', () => {
    assert.equal(fitEdits('<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n', rows), undefined);
    assert.equal(fitEdits(text.replace('<!-- /prep-loop fit -->', ''), rows), undefined);
  });
});
