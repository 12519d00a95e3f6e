import assert from 'node:assert/strict';
import { setFrontMatterEntries } from '../../../src/core/frontMatter/editMap';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { applyEdits } from '../../../src/core/markdown/text';
import { readSheet, scoreSheet } from '../../../src/core/pack/sheet';
import { compareScores } from '../../../src/core/sessions/compare';
import { proposalsFor } from '../../../src/core/sessions/proposals';
import { differenceOf, trendOf } from '../../../src/core/sessions/roundTrend';
import { scoreOf, type Scores } from '../../../src/core/sessions/sessionModel';
import { sessionWith } from './sample';

/** Ids that every object seems to have: a playbook may use one for a competency. */
const IDS = ['constructor', 'to-string', 'toString', 'hasOwnProperty', '__proto__'];
const scored = (ids: readonly string[]): Scores => Object.fromEntries(ids.map((id) => [id, 2]));

describe('A competency with the id of a property of every object', () => {
  // “constructor” made readiness NaN and put “function Object()” into the score sheet.
  for (const id of IDS) {
    const competencies = [{ id, title: 'Building' }];

    it(`has no score before it is scored: ${id}`, () => {
      assert.equal(scoreOf({}, id), undefined);
      assert.deepEqual(compareScores(sessionWith(), competencies).rows, [
        { id, title: 'Building', self: undefined, peer: undefined, difference: undefined },
      ]);
      assert.deepEqual(proposalsFor({}, {}, { competencies, drills: [], stories: [] }), []);
      assert.ok(scoreSheet(competencies).includes(`- Building (${id}):\n`));
      assert.doesNotMatch(scoreSheet(competencies), /function|object/u);
    });

    it(`has the score that it was given: ${id}`, () => {
      const both = sessionWith({
        started: '2026-11-26T14:30:00+01:00',
        scores: scored([id]),
        peerScores: scored([id]),
      });
      assert.deepEqual(compareScores(both, competencies).means, { self: 2, peer: 2 });
      assert.equal(differenceOf(trendOf([both], both.round)), 0);
      const sheet = scoreSheet(competencies, { scores: scored([id]), comments: '', points: [] });
      const returned = readSheet(sheet, competencies);
      assert.equal(scoreOf(returned.scores, id), 2, JSON.stringify(returned));
    });

    it(`keeps its score in a file when another one is removed, added or changed: ${id}`, () => {
      for (const map of [`{ ${id}: 3, scale: 2 }`, `\n  ${id}: 3\n  scale: 2`]) {
        const text = `---\nscores: ${map}\n---\n`.replace(': \n', ':\n');
        for (const changes of [{ scale: undefined }, { scale: 4 }, { other: 1 }]) {
          const edits = setFrontMatterEntries(text, 'scores', changes) ?? assert.fail(map);
          const after = parseFrontMatter(applyEdits(text, edits));
          const scores = after.data['scores'] as Scores;
          assert.equal(scoreOf(scores, id), 3, applyEdits(text, edits));
        }
        const edits = setFrontMatterEntries(text, 'scores', Object.fromEntries([[id, 4]])) ?? assert.fail(map);
        assert.equal(scoreOf(parseFrontMatter(applyEdits(text, edits)).data['scores'] as Scores, id), 4);
      }
    });
  }
});
