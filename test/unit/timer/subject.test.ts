import assert from 'node:assert/strict';
import {
  isSameSubject,
  subjectNames,
  subjectOfNames,
  timedRound,
  type TimerSubject,
} from '../../../src/core/timer/subject';

const STORY = { kind: 'story', uri: 'file:///ws/prep/stories/bid.md', version: '90' } as const;
const SUBJECTS: Readonly<Record<string, TimerSubject>> = {
  'a round': timedRound({ loop: 'file:///ws/prep/acme', round: 'screen' }),
  'another round of the loop': timedRound({ loop: 'file:///ws/prep/acme', round: 'design' }),
  'a round of that name in another loop': timedRound({ loop: 'file:///ws/prep/globex', round: 'screen' }),
  'a story at 90 seconds': STORY,
  'the whole story': { ...STORY, version: 'full' },
  'another story': { ...STORY, uri: 'file:///ws/prep/stories/churn.md' },
  'an interview of a peer': { kind: 'interview', uri: STORY.uri },
  'another interview': { kind: 'interview', uri: 'file:///ws/prep/interviews/ana.md' },
};

describe('What a timer is for', () => {
  for (const [name, subject] of Object.entries(SUBJECTS)) {
    it(`is ${name} and no other, and comes back from its two names`, () => {
      for (const [other, compared] of Object.entries(SUBJECTS))
        assert.equal(isSameSubject(subject, { ...compared }), other === name, other);
      assert.ok(!isSameSubject(subject, undefined));
      assert.ok(!isSameSubject(undefined, subject));
      assert.deepEqual(subjectOfNames(subjectNames(subject)), subject);
    });
  }

  it('is never the same as nothing, nor nothing as nothing', () => {
    assert.ok(!isSameSubject(undefined, undefined));
  });
});
