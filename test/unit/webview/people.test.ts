import assert from 'node:assert/strict';
import { makePeopleView } from '../../../src/webview/host/peopleView';
import { decodeFromPanel } from '../../../src/webview/protocol/round';
import { LOOP, read } from '../loop/readLoop';

const roundOf = (lines: string) =>
  read({ 'loop.md': LOOP, 'rounds/02-system-design.md': `---\nround: system-design\n${lines}---\n` }).rounds[0];

describe('the people in a round’s panel', () => {
  it('are those of its file, each told apart from others of the name', () => {
    const lines = 'interviewers: [{ name: Jane, role: CTO, link: "https://a.b/jane" }, Jane]\nplatform: Zoom\n';
    const { people, meeting } = makePeopleView(roundOf(lines));
    assert.deepEqual(people, [
      { name: 'Jane', nth: 0, role: 'CTO', cares: '', link: 'https://a.b/jane' },
      { name: 'Jane', nth: 1, role: '', cares: '', link: '' },
    ]);
    assert.deepEqual(meeting, { platform: 'Zoom', link: '', place: '' });
  });

  it('have no place where the round has no file', () => {
    assert.deepEqual(makePeopleView(undefined), {});
    assert.deepEqual(makePeopleView(roundOf('')), { people: [] });
  });

  it('are changed by whole messages only', () => {
    const message = { type: 'person', name: 'Jane', role: '', cares: '', link: '' } as const;
    assert.deepEqual(decodeFromPanel(message), message);
    for (const wrong of [
      { ...message, name: 1 },
      { ...message, path: 'x' },
      { type: 'removePerson', interviewer: 'J' },
    ])
      assert.equal(decodeFromPanel(wrong), undefined);
  });
});
