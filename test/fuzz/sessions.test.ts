import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../src/core/frontMatter/parseFrontMatter';
import { findConflict } from '../../src/core/markdown/outline';
import { applyEdits } from '../../src/core/markdown/text';
import { appendLine, readReviews, reviewLine, undoLine } from '../../src/core/recall/reviewLog';
import {
  addFeedback,
  addMarkers,
  addNotes,
  setScores,
  setSection,
  type Edits,
} from '../../src/core/sessions/editSession';
import { takeVerdict } from '../../src/core/sessions/peer';
import { parseSession } from '../../src/core/sessions/readSession';
import { contained } from '../../src/core/sessions/sessionSections';
import { writeSession } from '../../src/core/sessions/writeSession';
import { scores, session, words } from '../unit/sessions/arbitrary';
import { fuzz } from './support/fuzz';
import { anyText, byteOrderMark, lineBreak, markdownText, sortedLines } from './support/texts';

const PATH = 'loop/sessions/2026-11-22T1805-system-design.md';
const read = (text: string): ReturnType<typeof parseSession> => parseSession(PATH, text);
/** A session's file with whatever a person has written below what was saved. */
const file = fc
  .tuple(byteOrderMark, session, markdownText, lineBreak)
  .map(([mark, given, more, eol]) => mark + `${writeSession(given, 'A')}\n${more}`.replace(/\r\n?|\n/gu, eol));

describe('Fuzzed sessions', () => {
  fuzz(
    'are read back as they were saved',
    fc.tuple(session, markdownText, markdownText, lineBreak),
    ([given, notes, comments, eol]) => {
      const text = writeSession({ ...given, notes, peerComments: comments }, 'A').replace(/\n/gu, eol);
      if (findConflict(text)) return;
      const session = read(text);
      assert.deepEqual(session.problems, [], text);
      assert.deepEqual([session.notes, session.peerComments], [contained(notes), contained(comments)], text);
      assert.deepEqual(
        session.feedback.map((point) => point.text),
        given.feedback,
        text,
      );
      assert.deepEqual(
        [session.phases, session.markers, session.signals],
        [given.phases, given.markers, given.signals],
        text,
      );
    },
  );

  fuzz(
    'say what was added to them, and lose no line',
    fc.tuple(file, words, markdownText, scores),
    ([before, point, notes, given]) => {
      const marker = { at: 65, phase: 'Frame', text: point };
      const steps: readonly ((text: string) => Edits)[] = [
        (text) => addNotes(text, notes),
        (text) => addMarkers(text, [marker]),
        (text) => addFeedback(text, [point]),
        (text) => setScores(text, 'scores', given),
        (text) => takeVerdict(text, { scores: given, comments: notes, points: [point] }),
      ];
      const isBroken = parseFrontMatter(before).errors.length > 0;
      for (const [index, step] of steps.entries()) {
        const edits = step(before);
        if (findConflict(before)) {
          assert.equal(edits, undefined);
          continue;
        }
        if (index < 3) assert.ok(edits);
        if (edits === undefined) continue;
        const after = applyEdits(before, edits);
        if (findConflict(after)) continue;
        const [was, is] = [read(before), read(after)];
        if (index === 0) assert.ok(`\n${is.notes}\n`.includes(`\n${contained(notes)}\n`) || notes.trim() === '', after);
        if (index === 1)
          assert.ok(
            is.markers.some(({ at }) => at === 65),
            after,
          );
        if (index >= 2 && index !== 3)
          assert.ok(
            is.feedback.some(({ text }) => text === point),
            after,
          );
        if (index >= 3 && !isBroken) {
          const scored = index === 3 ? [was.scores, is.scores] : [was.peerScores, is.peerScores];
          assert.deepEqual({ ...scored[1] }, { ...scored[0], ...given }, after);
        }
        if (index < 3)
          for (const line of sortedLines(before))
            assert.ok(sortedLines(after).includes(line), `${line} is lost in ${after}`);
        if (index !== 4) assert.deepEqual(step(after), [], `twice: ${after}`);
      }
    },
    0.25,
  );

  fuzz('have sections that are set to what is wished', fc.tuple(file, markdownText), ([before, markdown]) => {
    const edits = setSection(before, 'Peer’s comments', markdown);
    if (edits === undefined) return;
    const after = applyEdits(before, edits);
    if (!findConflict(after)) assert.equal(read(after).peerComments, contained(markdown), after);
  });

  fuzz('never make a reader throw', anyText, (text) => {
    read(text);
    read(`---\n${text}\n---\n## Markers\n${text}\n## Feedback\n${text}`);
  });
});

const moment = fc.integer({ min: 0, max: 4e12 });
const review = fc.record({ card: words, at: moment, rating: fc.constantFrom('again', 'hard', 'good', 'easy') });

describe('A fuzzed log of reviews', () => {
  fuzz(
    'keeps each review that was added, whatever stands between them',
    fc.tuple(fc.array(fc.tuple(review, anyText), { maxLength: 5 }), lineBreak),
    ([entries, eol]) => {
      let log = '';
      for (const [given, noise] of entries) {
        log = applyEdits(log, [appendLine(log, reviewLine(given))]);
        const between = noise.replace(/[{}]/gu, '');
        if (!/[\r\n]/u.test(between)) log += between + eol;
      }
      const { reviews, problems } = readReviews(log, 'reviews.jsonl');
      for (const [given] of entries)
        assert.ok(
          reviews.some(({ card, at }) => card === given.card && at === given.at),
          log,
        );
      for (const { start, end } of problems) assert.ok(start <= end && end <= log.length);
      const [first] = reviews;
      if (!first) return;
      const undone = applyEdits(log, [appendLine(log, undoLine(first, 0))]);
      assert.deepEqual(readReviews(undone, 'reviews.jsonl').reviews, reviews.slice(1));
    },
  );
});
