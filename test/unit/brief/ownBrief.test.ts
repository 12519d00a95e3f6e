import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeToWrite, readOwnBrief, roomForOwn, type OwnPart } from '../../../src/core/brief/ownBrief';
import { applyEdits } from '../../../src/core/markdown/text';

const file = (...lines: string[]): string =>
  `---\nround: system-design\n---\n# System Design\n\n- [ ] Sleep\n\n${lines.join('\n')}`;
const said = (text: string) => {
  const { open, leave } = readOwnBrief(text);
  return { open: open?.text, leave: leave.map(({ text: words }) => words) };
};
const NOTHING = { open: undefined, leave: [] };

describe('A round’s own brief', () => {
  it('is a line “Open with” and a list “Leave behind” under the heading Brief', () => {
    const text = file(
      '## Brief',
      '',
      'Open with: I cut latency',
      'by 70 %.',
      '',
      'Leave behind:',
      '',
      '- One',
      '- Two',
    );
    assert.deepEqual(said(text), { open: 'I cut latency by 70 %.', leave: ['One', 'Two'] });
    assert.equal(readOwnBrief(text).open?.line, 9);
    assert.deepEqual(
      readOwnBrief(text).leave.map(({ line }) => line),
      [14, 15],
    );
  });

  it('may be written in other ways: bold labels, headings, numbers, paragraphs, boxes, no labels at all', () => {
    const expected = { open: 'A', leave: ['One', 'Two goes on'] };
    for (const lines of [
      ['## Brief', '**Open with:** A', '', '**Leave behind**:', '1. One', '2. Two', '   goes on'],
      ['## brief', '### Open with', 'A', '### Leave behind', '- [ ] One', '- [x] Two goes on', '  - a detail'],
      ['## Brief', '- Open with: A', '- Leave behind:', '- One', '- Two goes on'],
      ['## Brief', 'Open with:', '', '> A', '', 'Leave behind:', '', 'One', '', 'Two', 'goes on'],
      ['## Brief', '', '* One', '* Two goes on', '', 'Opening sentence: A'],
    ])
      assert.deepEqual(said(file(...lines)), expected, lines.join('\n'));
  });

  it('is empty while nothing is written, and elsewhere in the file nothing counts', () => {
    assert.deepEqual(said(file()), NOTHING);
    assert.deepEqual(said(file('## Brief', '', 'Open with: ', '', 'Leave behind:', '', '- ', '- …')), NOTHING);
    assert.deepEqual(said(file('## Notes', 'Open with: A', '- One')), NOTHING);
    assert.deepEqual(
      said(file('## Brief', '```', 'Open with: A', '```', '<!-- Open with: B -->', '## Notes', '- C')),
      NOTHING,
    );
  });

  it('gets room to write in where it is missing, above the notes or at the end; everything else stays', () => {
    const room = '## Brief\n\nOpen with: \n\nLeave behind:\n\n- ';
    const at = file('## Notes', 'mine').indexOf('## Notes');
    const noted = file('## Notes', 'mine');
    assert.deepEqual(roomForOwn(noted, 'open'), [{ start: at, end: at, newText: `${room}\n\n` }]);
    assert.equal(
      applyEdits(file('```', 'open'), roomForOwn(file('```', 'open'), 'leave') ?? []),
      `${file('```', 'open')}\n\`\`\`\n\n${room}\n`,
    );
    const crlf = noted.replaceAll('\n', '\r\n');
    assert.ok(applyEdits(crlf, roomForOwn(crlf, 'open') ?? []).includes(room.replaceAll('\n', '\r\n')));
  });

  it('gets a label or one more item where only that is missing, and nothing where there is room', () => {
    const grown = (text: string, part: OwnPart): string => applyEdits(text, roomForOwn(text, part) ?? []);
    assert.equal(grown(file('## Brief'), 'open'), file('## Brief', '', 'Open with: ', ''));
    assert.equal(
      grown(file('## Brief', '', 'Open with: A'), 'leave'),
      file('## Brief', '', 'Open with: A', '', 'Leave behind:', '', '- '),
    );
    const one = file('## Brief', '', 'Leave behind:', '', '- One');
    assert.equal(grown(one, 'leave'), `${one}\n- `);
    assert.equal(grown(`${one}\n- `, 'leave'), `${one}\n- `);
    assert.equal(grown(file('## Brief', 'Open with: A'), 'open'), file('## Brief', 'Open with: A'));
  });

  it('is not written into a merge conflict, of which the user’s own side is read', () => {
    const text = file('## Brief', '<<<<<<< HEAD', 'Open with: A', '=======', 'Open with: B', '>>>>>>> x', '');
    assert.deepEqual(said(text), { open: 'A', leave: [] });
    assert.equal(roomForOwn(text, 'open'), undefined);
  });

  it('makes room below an empty item, so that what is written there does not take the next line with it', () => {
    const text = '## Brief\n- \nwords\n';
    const roomy = applyEdits(text, roomForOwn(text, 'leave') ?? []);
    const at = placeToWrite(roomy, 'leave');
    const { leave } = readOwnBrief(`${roomy.slice(0, at)}Z.${roomy.slice(at)}`);
    assert.deepEqual(
      leave.map((line) => line.text),
      ['Z.'],
    );
    assert.equal(readOwnBrief('## Brief\n- \nwords\nof my own\n').leave.length, 0);
    assert.deepEqual(roomForOwn('## Brief\n- \n- One\n', 'leave')?.length, 1);
    assert.deepEqual(roomForOwn('## Brief\n- One\n- \n\nwords\n', 'leave'), []);
  });

  it('property: what is written at the place for it is what is read, and nothing before it is lost', () => {
    const piece = fc.constantFrom(
      '## Brief',
      '## Notes',
      'Open with: A',
      'Leave behind:',
      '- One',
      '- ',
      '',
      'words',
      '```',
      '> q',
      '  - nested',
      '<!--',
      '### Leave behind',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom<OwnPart>('open', 'leave'), (lines, part) => {
        const text = lines.join('\n');
        const edits = roomForOwn(text, part) ?? [];
        const roomy = applyEdits(text, edits);
        const at = placeToWrite(roomy, part);
        const written = `${roomy.slice(0, at)} Z.${roomy.slice(at)}`;
        const { open, leave } = readOwnBrief(written);
        const found = part === 'open' ? [open] : leave;
        assert.ok(
          found.some((line) => line?.text.endsWith('Z.')),
          written,
        );
        for (const { newText } of edits) assert.ok(!newText.includes('words'));
        assert.equal(
          edits.reduce((sum, { start, end }) => sum + text.slice(start, end).trim().length, 0),
          0,
        );
      }),
    );
  });
});
