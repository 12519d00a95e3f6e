import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ankiText, readAnkiText, type CardNote } from '../../../src/core/recall/ankiText';
import { appendingTrouble, cardsToAppend, readOwnCards } from '../../../src/core/recall/ownCards';

const note = (question: string, answer: string, competencies: readonly string[] = []): CardNote => ({
  question,
  answer,
  competencies,
});
const row = (...notes: CardNote[]): string[] => ankiText(notes).split('\n').slice(4, -1);
const read = (...lines: string[]) => readAnkiText(lines.join('\n')).notes;
const HTML = ['#separator:tab', '#html:true', '#tags column:3'];

describe('Drill cards as text for Anki', () => {
  it('say how they are written, one card in each line, its competencies as tags', () => {
    assert.equal(
      ankiText([note('What is **lag**?', 'A "delay":\n`a<b`\tof 1 & 2', ['scale', 'cost'])]),
      '#separator:tab\n#html:true\n#tags column:3\n#notetype column:4\n' +
        'What is <b>lag</b>?\t"A ""delay"":<br><code>a&lt;b</code>\tof 1 &amp; 2"\tscale cost\tBasic\n',
    );
  });

  it('are notes of the kind that Anki asks both ways, or with gaps', () => {
    assert.deepEqual(row(note('Lag', '<-> How far behind.')), ['Lag\tHow far behind.\t\tBasic (and reversed card)']);
    assert.deepEqual(row(note('Kafka', 'A ==topic== has ==parts==, a ==topic==; `==x==`.')), [
      'Kafka<br>A {{c1::topic}} has {{c2::parts}}, a {{c1::topic}}; <code>==x==</code>.\t\t\tCloze',
    ]);
    assert.deepEqual(row(note('A?', '```js\na;\n\tb;\n```')), [
      '"A?"\t"<pre><code class=""language-js"">a;<br>\tb;</code></pre>"\t\tBasic'.replace('"A?"', 'A?'),
    ]);
  });

  it('come from what Anki writes of its own cards', () => {
    assert.deepEqual(
      read(
        ...HTML,
        '# a comment',
        'Front&nbsp;1\t<div>a</div><div><i>b</i><br></div><ul><li>c</li><li>d</li></ul><img src="x.png">\tscale kafka::lag',
        '"{{c1::Paris::city}} is <strong>the</strong> capital"\tMore.\t',
        'Front 3\t"<pre>x\ny</pre>after"\t',
        'No answer\t\t',
      ),
      [
        note('Front 1', 'a\n*b*\n- c\n- d', ['scale', 'kafka::lag']),
        note('[…] is **the** capital', '==Paris== is **the** capital\n\nMore.'),
        note('Front 3', '```\nx\ny\n```\nafter'),
      ],
    );
  });

  it('are read by the options of the file, in whichever columns they are', () => {
    assert.deepEqual(
      read('\uFEFF#separator:Comma\r', '#html:false\r', '#deck column:1\r', '#tags:all\r', 'D,"A, ""b""?",<b>\r'),
      [note('A, "b"?', '<b>', ['all'])],
    );
    assert.deepEqual(read('A?;B.'), [note('A?', 'B.')], 'without options');
    assert.deepEqual(read('#notetype column:1', 'Basic (and reversed card)\tA\tB'), [note('A', '<-> B')]);
  });

  it('are read by each separator that Anki writes, by its name or as it is', () => {
    const names = { tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|', colon: ':' };
    for (const [name, sign] of Object.entries(names)) {
      assert.deepEqual(read(`#separator:${name}`, `A${sign}B`), [note('A', 'B')], name);
      if (sign.trim() !== '') assert.deepEqual(read(`#Separator: ${sign}`, `A${sign}B`), [note('A', 'B')], sign);
    }
    assert.deepEqual(read('A, b?\tC; d.'), [note('A, b?', 'C; d.')], 'a tab, where one is there and none is named');
    assert.deepEqual(read('A,B;C'), [note('A,B', 'C')], 'a semicolon before a comma');
  });

  it('are read without their comments, empty lines and the line breaks of Windows', () => {
    assert.deepEqual(read('#separator:tab\r', 'A\tB\r', '\r', '# a comment\r', '\t\r', 'C\tD\r', ''), [
      note('A', 'B'),
      note('C', 'D'),
    ]);
    assert.deepEqual(read('#html:false'), [], 'a file of options alone');
    assert.deepEqual(read('A\t"B', 'C'), [note('A', '"B')], 'a quotation that never ends');
  });

  it('have the tags of the file and their own, each once', () => {
    assert.deepEqual(read('#separator:tab', '#tags:all  scale', '#tags column:3', 'A\tB\tscale cost'), [
      note('A', 'B', ['all', 'scale', 'cost']),
    ]);
    assert.deepEqual(read('#separator:tab', '#tags column:0', '#guid column:x', 'A\tB\tscale'), [note('A', 'B')]);
  });

  it('lose nothing to a quotation mark that is not closed', () => {
    assert.deepEqual(read(...HTML, 'A?\t"B', 'C?\tD'), [note('A?', '"B'), note('C?', 'D')]);
    assert.equal(readAnkiText(`${HTML.join('\n')}\nA?\n`).skipped, 1);
  });

  it('hold nothing that a spreadsheet would run as a formula, and come back with it', () => {
    for (const sign of ['=', '+', '-', '@']) {
      const note = { question: `${sign}cmd|' /C calc'!A0`, answer: `${sign}1+1`, competencies: ['scale', `${sign}x`] };
      const [line = ''] = row(note);
      for (const field of line.split('\t')) assert.doesNotMatch(field, /^["']?[=+\-@]/u, field);
      assert.deepEqual(readAnkiText(ankiText([note])).notes, [{ ...note, competencies: ['scale'] }]);
    }
  });

  it('keep code in which backticks stand beside each other', () => {
    for (const code of ['`a``c`', '`<b> ==``c`', '`x```y``z`']) {
      const given = [note('What is it?', `It is ${code}.`, [])];
      assert.deepEqual(readAnkiText(ankiText(given)), { notes: given, skipped: 0 }, code);
    }
  });

  it('come back as they were (property)', () => {
    const word = fc.constantFrom(
      'a',
      'b c',
      '"',
      '<b>',
      '&lt;',
      '&',
      '\t',
      '**x**',
      '`c`',
      '`<b> ==`',
      '==y==',
      '{{c1::z}}',
      '#',
      '- ',
      ';',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => `w${parts.join('')}w`);
    const code = fc.array(fc.constantFrom('x', '\t<y>', '', '"**z**"', '# h', '==k=='), { minLength: 1, maxLength: 3 });
    const block = fc.oneof(
      line,
      line,
      code.map((lines) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``),
      fc.constant(''),
    );
    const answer = fc.tuple(fc.constantFrom('', '<-> '), line, fc.array(block, { maxLength: 3 }), line);
    const notes = fc.record({
      question: line.map((text) => text.replace(/\s+/gu, ' ')),
      answer: answer.map(([mark, first, blocks, last]) => mark + [first, ...blocks, last].join('\n')),
      competencies: fc.subarray(['scale', 'cost']),
    });
    fc.assert(
      fc.property(fc.array(notes, { maxLength: 3 }), (list) => {
        const given = list.map(({ question, answer, competencies }) => note(question, answer, competencies));
        assert.deepEqual(readAnkiText(ankiText(given)), { notes: given, skipped: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it('may name a separator or an element by a word that every object has', () => {
    assert.deepEqual(read('#separator:constructor', 'Acd'), [note('A', 'd')]);
    assert.deepEqual(read('#separator:comma', '#html:true', 'A,d<constructor>e</constructor>'), [note('A', 'de')]);
  });

  it('never make their reader throw, whatever the text is (property)', () => {
    const piece = fc.constantFrom(
      '#separator:',
      'constructor',
      '<constructor>',
      '</constructor>',
      '#tags column:1',
      '\n',
      '\t',
      '"',
      '<pre>',
      '</pre>',
      '<b>',
      '</i>',
      '<code>',
      '{{c1::',
      '}}',
      '::',
      '&#x110000;',
      '<li>',
      '`',
      'a',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void readAnkiText(pieces.join(''))));
  });
});

describe('Imported cards', () => {
  it('are a group of their own where the file has groups, each with its competencies', () => {
    const known = { competencies: new Set(['scale', 'cost']), rounds: new Set<string>() };
    const text = '## Money\r\n\r\nCompetencies: cost\r\n\r\n### A?\r\n\r\nB.\r\n';
    const cards = [note('C?', 'D.'), note('E?', 'F.', ['scale'])];
    const once = text + cardsToAppend(text, cards);
    assert.ok(!/(?<!\r)\n/u.test(once), 'with the line breaks of the file');
    const twice = once + cardsToAppend(once, [note('G?', 'H.')]);
    assert.deepEqual(
      readOwnCards(twice, 'acme/drills.md', known).cards.map(({ question, group, competencies }) => [
        question,
        group,
        competencies,
      ]),
      [
        ['A?', 'Money', ['cost']],
        ['C?', 'Imported cards', []],
        ['E?', 'Imported cards', ['scale']],
        ['G?', 'Imported cards', []],
      ],
    );
    assert.equal(cardsToAppend('', cards), '### C?\n\nD.\n\n### E?\n\nCompetencies: scale\n\nF.\n');
  });

  it('are not added where they would not be read', () => {
    assert.equal(appendingTrouble('### A?\n\n```\nx\n'), 'open');
    assert.equal(appendingTrouble('<<<<<<< a\n=======\n>>>>>>> b\n'), 'conflict');
    assert.equal(appendingTrouble('### A?\n\n```\nx\n```\n'), undefined);
  });
});
