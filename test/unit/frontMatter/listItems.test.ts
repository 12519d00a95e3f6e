import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { addListItem, changeListItem, removeListItem } from '../../../src/core/frontMatter/editListItems';
import { setFrontMatterEntries, type MapChanges } from '../../../src/core/frontMatter/editMap';
import { setMaps, type MapEntry } from '../../../src/core/frontMatter/setMaps';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { applyEdits, type TextEdit } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';

const within = (yaml: string, edit: (text: string) => TextEdit[] | undefined): string => {
  const text = `---\n${yaml}\n---\nBody\n`;
  const edits = edit(text);
  if (!edits) return 'refused';
  return applyEdits(text, edits).replace(/^---\n|\n---\nBody\n$/gu, '');
};
const changed = (yaml: string, changes: MapChanges, index = 0): string =>
  within(yaml, (text) => changeListItem(text, 'people', index, changes));

describe('An item of a list in front matter', () => {
  it('gets a field, another value of one, and loses one, and its other lines stay', () => {
    const two = 'people:\n  - name: Ana\n    role: PM # boss\n  - { name: Ben, role: "SRE" } # on call\nround: x';
    assert.equal(changed(two, { role: 'VP' }), two.replace('PM', 'VP'));
    assert.equal(changed(two, { role: 'VP' }, 1), two.replace('"SRE"', 'VP'));
    assert.equal(changed(two, { cares: 'a: b' }), two.replace('# boss\n', '# boss\n    cares: "a: b"\n'));
    assert.equal(changed(two, { cares: 'cost' }, 1), two.replace('"SRE"', '"SRE", cares: cost'));
    assert.equal(changed(two, { role: undefined }, 1), two.replace(', role: "SRE"', ''));
    assert.equal(changed(two, { name: undefined }, 1), two.replace('name: Ben, ', ''));
  });

  it('keeps the comment after a field that it loses', () => {
    assert.equal(
      changed('people:\n  - name: Ana\n    role: PM # boss\n    cares: cost', { role: undefined }),
      'people:\n  - name: Ana\n    # boss\n    cares: cost',
    );
    assert.equal(changed('people:\n  - role: PM # boss\n    name: Ana', { role: undefined }), 'refused');
  });

  it('may lose the field after its dash, and those below it too', () => {
    // Two cuts overlapped, and the edit threw a RangeError.
    const three = 'people:\n  - role: PM\n    link: x\n    name: Ana\n  - name: Ben';
    assert.equal(changed(three, { role: undefined, link: undefined }), 'people:\n  - name: Ana\n  - name: Ben');
    assert.equal(changed(three, { role: undefined, name: undefined }), 'people:\n  - link: x\n  - name: Ben');
    assert.equal(
      changed(three, { role: undefined, link: undefined, name: undefined, cares: 'cost' }),
      'people:\n  - cares: cost\n  - name: Ben',
    );
    assert.equal(
      changed(three, { role: undefined, link: undefined, name: undefined }),
      'people:\n  - {}\n  - name: Ben',
    );
  });

  it('may have a field with lines of its own, which blocks no other one', () => {
    const listed =
      'people:\n  - name: Ana\n    cares:\n      - cost\n      - "a, b"\n    notes: >-\n      long\n      words\n    role: PM';
    assert.equal(changed(listed, { role: 'VP' }), listed.replace('PM', 'VP'));
    assert.equal(changed(listed, { name: 'Bea' }), listed.replace('Ana', 'Bea'));
    assert.equal(changed(listed, { link: 'x' }), `${listed}\n    link: x`);
    assert.equal(
      changed(listed, { cares: 'cost' }),
      listed.replace('cares:\n      - cost\n      - "a, b"', 'cares: cost'),
    );
    assert.equal(
      changed(listed, { cares: undefined }),
      listed.replace('    cares:\n      - cost\n      - "a, b"\n', ''),
    );
    assert.equal(changed(listed, { notes: 'x' }), listed.replace('>-\n      long\n      words', 'x'));
    assert.equal(
      within('peer:\n  name: Ana\n  notes:\n    - a\n  role: x', (text) =>
        setFrontMatterEntries(text, 'peer', { role: 'y', name: undefined }),
      ),
      'peer:\n  notes:\n    - a\n  role: y',
    );
  });

  it('is not changed where a comment within a value would be lost', () => {
    for (const cares of [
      '[cost, # his team’s\n      latency]',
      '\n      - cost # his team’s\n      - latency',
      '{ a: 1, # b\n      c: 2 }',
      '&x\n      - a',
    ]) {
      const yaml = `people:\n  - name: Ana\n    cares: ${cares}`;
      assert.equal(changed(yaml, { cares: 'cost' }), 'refused', cares);
      assert.equal(changed(yaml, { cares: undefined }), 'refused', cares);
      assert.equal(changed(yaml, { name: 'Bea' }), yaml.replace('Ana', 'Bea'), cares);
    }
    assert.equal(changed('people: [{ name: Ana, cares: [a, # b\n  c] }]', { cares: undefined }), 'refused');
    assert.equal(changed('people: [{ cares: [a, # b\n  c] }]', { cares: undefined }), 'refused');
  });

  it('keeps what is beside it, to the byte, however the list is written (property)', () => {
    const value = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('PM', '"a: b"', "'it''s'", '7', '', '~', 'two words', '[a, "b, c"]', '{ a: 1 }'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\n- a\n- "b: c"', '\n  k: v\n  l: [w]', '>-\n  folded\n  words', '|\n  kept'),
      },
    );
    const fields = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('name', 'role', 'cares', 'link', '"my key"'),
        value,
        comment: fc.constantFrom('', '', ' # why', '\n# between'),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 4 },
    );
    type Fields = typeof fields extends fc.Arbitrary<infer T> ? T : never;
    const inBraces = (item: Fields): string =>
      `{ ${item.map((field) => `${field.name}: ${/^$|\n/u.test(field.value) ? 'x' : field.value}`).join(', ')} }`;
    const asLines = (item: Fields, by: string): string =>
      item
        .map((field) => {
          const hasLines = field.value.includes('\n');
          const comment = hasLines && !field.comment.startsWith('\n') ? '' : field.comment;
          return `${field.name}: ${field.value}${comment}`.replace(/: (?=\n|$)/gu, ':').replaceAll('\n', `\n${by}`);
        })
        .join(`\n${by}`);
    const list = fc
      .tuple(
        fc.array(fc.tuple(fields, fc.boolean()), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.constantFrom('', '  '),
        fc.constantFrom('', '# above\n'),
      )
      .map(([items, isFlow, by, above]) =>
        isFlow
          ? `people: [${items.map(([item]) => inBraces(item)).join(', ')}]`
          : `people: # all\n${items.map(([item, braces]) => `${above === '' ? '' : by + above}${by}- ${braces ? inBraces(item) : asLines(item, `${by}  `)}`).join('\n')}`,
      );
    const edit = fc.record({
      index: fc.nat({ max: 2 }),
      name: fc.constantFrom('name', 'role', 'cares', 'link', 'my key', 'constructor'),
      value: fc.constantFrom('VP', 'x: #y', '12', undefined),
    });
    let [done, tried] = [0, 0];
    fc.assert(
      fc.property(list, edit, fc.constantFrom('\n', '\r\n'), (yaml, { index, name, value: wanted }, eol) => {
        const text = ['---', 'a: 1 # one', ...yaml.split('\n'), 'z: [2]', '---', '# Body', ''].join(eol);
        const was = parseFrontMatter(text);
        const people = was.data['people'] as Record<string, unknown>[];
        const item = people[index];
        if (!item) return;
        tried += 1;
        const edits = changeListItem(text, 'people', index, Object.fromEntries([[name, wanted]]));
        if (!edits) return;
        done += 1;
        const after = applyEdits(text, edits);
        const fieldsNow = Object.entries(item).filter(([key]) => key !== name || wanted !== undefined);
        const now = new Map<string, unknown>(fieldsNow);
        if (wanted !== undefined) now.set(name, wanted);
        const is = parse(after.slice(after.indexOf(eol), after.lastIndexOf('---'))) as Record<string, unknown>;
        assert.deepEqual(
          is['people'],
          people.map((each, at) => (at === index ? Object.fromEntries(now) : each)),
        );
        let [same, end] = [0, 0];
        const shorter = Math.min(text.length, after.length);
        while (same < shorter && text[same] === after[same]) same += 1;
        while (end < shorter - same && text.at(-1 - end) === after.at(-1 - end)) end += 1;
        const [cut, put] = [text.slice(same, text.length - end), after.slice(same, after.length - end)];
        assert.doesNotMatch(cut, /#/u, `${text}\n${after}`);
        if (!Object.hasOwn(item, name)) assert.equal(cut, '', after);
        if (wanted === undefined) assert.ok(put === '' || put === '{}', after);
      }),
      runs(300),
    );
    assert.ok(done > tried * 0.9, `${done} of ${tried} edits were made`);
  });
});

describe('A list of maps that is given its entries', () => {
  const A = { q: 'a', s: 'x' };
  const B = { q: 'b' };
  const C = { q: 'c' };
  const D = { q: 'd' };
  const set = (yaml: string, ...entries: MapEntry[]): string =>
    within(yaml, (text) => setMaps(text, 'people', entries));

  it('is refused for a key that has something else: it is the user’s text', () => {
    for (const value of ['see my notes', '{ q: a }', '7', '|\n  a\n  b', '""'])
      assert.equal(set(`people: ${value}`, A), 'refused', value);
    assert.equal(set('people:', A), 'people: [{ q: a, s: x }]');
  });

  it('keeps entries as they are written wherever others come and go', () => {
    const lines = 'people:\n  - q: a # first\n    s: x\n  # next\n  - {q:   b}\n  - "q": c\nz: 1';
    const [a, b, c] = ['  - q: a # first\n    s: x\n', '  - {q:   b}\n', '  - "q": c\n'];
    const next = '  # next\n';
    const put = '  - { q: d }\n';
    assert.equal(set(lines, A, C), `people:\n${a}${next}${c}z: 1`);
    assert.equal(set(lines, A, D, C), `people:\n${a}${next}${put}${c}z: 1`);
    assert.equal(set(lines, D, A, B, C), `people:\n${put}${a}${next}${b}${c}z: 1`);
    assert.equal(set(lines, A, D, B, C, D), `people:\n${a}${put}${next}${b}${c}${put}z: 1`);
    assert.equal(set(lines, B, C), 'refused', 'a comment would go with the first');
    const inline = 'people: [{q: a, s: x}, {q:   b}, {"q": c}]';
    assert.equal(set(inline, B, C), 'people: [{q:   b}, {"q": c}]');
    assert.equal(set(inline, A, C), 'people: [{q: a, s: x}, {"q": c}]');
    assert.equal(set(inline, A, D, B, C), 'people: [{q: a, s: x}, { q: d }, {q:   b}, {"q": c}]');
    assert.equal(set(inline, D, A, B), 'people: [{ q: d }, {q: a, s: x}, {q:   b}]');
    assert.equal(set('people: [{ q: a, s: x }, # why\n  { q: b }]', A), 'refused');
    assert.equal(set('people: [{ q: a, s: x }, { q: b # why\n  }]', A), 'refused');
  });

  it('keeps the bytes of all that stays (property)', () => {
    const entry = fc.constantFrom(A, B, C, D);
    const styles = [
      (each: MapEntry) =>
        `{${Object.entries(each)
          .map(([k, v]) => `"${k}":  ${String(v)}`)
          .join(', ')}}`,
      (each: MapEntry) =>
        Object.entries(each)
          .map(([k, v]) => `${k}: '${String(v)}'`)
          .join('\n    '),
    ];
    const list = fc.array(fc.tuple(entry, fc.nat({ max: 1 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, fc.array(entry, { maxLength: 5 }), fc.boolean(), (before, after, isFlow) => {
        const written = before.map(([each, style]) => (styles[isFlow ? 0 : style] as (typeof styles)[0])(each));
        const yaml = isFlow
          ? `people: [${written.join(', ')}]`
          : `people:\n${written.map((each) => `  - ${each}`).join('\n')}`;
        const text = `---\n${yaml}\nz: 1 # last\n---\nBody\n`;
        const edits = setMaps(text, 'people', after) ?? assert.fail(text);
        const now = applyEdits(text, edits);
        assert.deepEqual(parseFrontMatter(now).data['people'], after, now);
        assert.ok(now.endsWith('\nz: 1 # last\n---\nBody\n'));
        const kept = before.filter(
          ([each], at) => after[at] === each && before.slice(0, at).every(([one], i) => after[i] === one),
        );
        for (const [each, style] of kept)
          assert.ok(now.includes((styles[isFlow ? 0 : style] as (typeof styles)[0])(each)), now);
      }),
      runs(200),
    );
  });
});

describe('An item that is taken out', () => {
  it('goes with its lines or its comma', () => {
    assert.equal(out('people:\n  - name: A\n    role: x\n  # b\n  - name: B', 0), 'people:\n  # b\n  - name: B');
    assert.equal(out('people: [{ name: A }, B, { name: C }]', 1), 'people: [{ name: A }, { name: C }]');
    assert.equal(out('people: [{ name: A }, B]', 1), 'people: [{ name: A }]');
    assert.equal(out('people: [A, ]', 0), 'people: [ ]');
  });

  const out = (yaml: string, index: number): string => within(yaml, (text) => removeListItem(text, 'people', index));

  it('leaves the comments beside it, in it and around it, which were lost with it', () => {
    assert.equal(
      out('people:\n  # above\n  - name: A # boss\n    # tea\n    role: x # for now\n  # b\n  - B', 0),
      'people:\n  # above\n  # boss\n    # tea\n    # for now\n  # b\n  - B',
    );
    assert.equal(out('people:\n- A # re-hire\n- B', 0), 'people:\n# re-hire\n- B');
    assert.equal(out('people:\n  - A\n  - B # last', 1), 'people:\n  - A\n  # last');
    assert.equal(out('people: # all\n  - # re-hire\n    name: A', 0), 'people: # all\n  # re-hire');
    assert.equal(out('people: [A, # boss\n  B, # new\n  C]', 1), 'people: [A, # boss\n  # new\n  C]');
    assert.equal(out('people: [A, # boss\n  B]', 0), 'people: [ # boss\n  B]');
    assert.equal(out('people: [\n  A, # boss\n  B # new\n]', 1), 'people: [\n  A # boss\n   # new\n]');
    assert.equal(out('people: [{ name: A, # boss\n  role: x }, B]', 0), 'people: [ # boss\n  B]');
  });

  it('knows a comment from a sign in quotes, and a dash of a list from one in a comment', () => {
    assert.equal(out('people:\n  - name: "A #1"\n    link: x#y\n  - B', 0), 'people:\n  - B');
    assert.equal(out('people: ["A, #1", B # b\n  ]', 0), 'people: [B # b\n  ]');
    assert.equal(out('people:\n  - |\n    # words\n  - B', 0), 'people:\n  - B');
  });

  it('is refused where an anchor would go over to another item', () => {
    assert.equal(out('people: [&x A, B]', 0), 'refused');
    assert.equal(out('people: [A, &x B]', 1), 'refused');
  });

  it('leaves the comment beside a single map that becomes a list', () => {
    const added = within('people:\n  name: A # boss\nz: 1', (text) => addListItem(text, 'people', { name: 'B' }));
    assert.equal(added, 'people:\n  [{ name: A }, { name: B }] # boss\nz: 1');
    assert.equal(out('people: A, B # both', 0), 'people: [B] # both');
  });

  it('leaves every comment and every other item, to the byte, however the list is written (property)', () => {
    const comment = fc.constantFrom('', '', ' # why', ' # a - b, [c] "d');
    const value = fc.constantFrom('PM', '"a: #b"', "'it''s # it'", '7', 'two words', 'x#y');
    const item = fc.record({
      above: fc.constantFrom('', '', '\n', '# over it\n', '\n# over it\n\n'),
      fields: fc.array(fc.tuple(value, comment, fc.constantFrom('', '', '# within\n', '\n')), {
        minLength: 1,
        maxLength: 3,
      }),
      isMap: fc.boolean(),
      afterDash: fc.constantFrom(' ', ' ', '   ', ' # on the dash\n'),
    });
    type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;
    const inLines = ({ above, fields, isMap, afterDash }: Item, by: string): string => {
      const [[first, beside] = ['', '']] = fields;
      const words = isMap
        ? fields.map(([is, after, over], at) => `${at === 0 ? '' : over}k${at}: ${is}${after}\n`).join('')
        : `${first}${beside}\n`;
      const [dash, ...rest] = `-${afterDash}${words}`.split('\n');
      const deep = afterDash.includes('\n') ? '  ' : ' '.repeat(1 + afterDash.length);
      return [...above.split('\n').map((line) => line && by + line), by + String(dash)]
        .concat(rest.map((line) => line && by + deep + line))
        .join('\n')
        .replace(/^\n/u, '');
    };
    const inBrackets = ({ above, fields, isMap }: Item, isLast: boolean): string => {
      const [[first, beside] = ['', '']] = fields;
      const words = isMap ? `{ ${fields.map(([is], at) => `k${at}: ${is}`).join(', ')} }` : first;
      const over = above.includes('#') ? '  # over it\n' : '';
      return `${over}  ${words}${isLast ? '' : ','}${beside === '' ? '' : `${beside}`}\n`;
    };
    const list = fc
      .tuple(fc.array(item, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.constantFrom('', '  '), fc.boolean())
      .map(([items, isFlow, by, isOneLine]) => {
        const row = items.map((each, at) => inBrackets(each, at === items.length - 1)).join('');
        const lines = items.map((each) => inLines(each, by)).join('');
        if (!isFlow) return `people: # all\n${lines}`;
        return isOneLine && !row.includes('# ')
          ? `people: [${row.replace(/\s*\n\s*/gu, ' ')}]\n`
          : `people: [\n${row}  ]\n`;
      });
    const commentsOf = (text: string): string[] =>
      text
        .split(/\r?\n/u)
        .flatMap(
          (line) => /(?<=^|\s)# (?:why|a - b.*|over it|within|on the dash|all|last|first)$/u.exec(line)?.[0] ?? [],
        );
    let [done, tried] = [0, 0];
    fc.assert(
      fc.property(list, fc.nat({ max: 3 }), fc.constantFrom('\n', '\r\n'), (yaml, index, eol) => {
        const text = `---\na: 1 # first\n${yaml}z: [2] # last\n---\n# Body\n`.replaceAll('\n', eol);
        const was = parseFrontMatter(text);
        assert.deepEqual(was.errors, [], text);
        const people = was.data['people'] as unknown[];
        if (!(index in people)) return;
        tried += 1;
        const edits = removeListItem(text, 'people', index);
        if (!edits) return;
        done += 1;
        const after = applyEdits(text, edits);
        const rest = people.filter((_, at) => at !== index);
        assert.deepEqual(
          parseFrontMatter(after).data,
          { ...was.data, people: rest.length > 0 || yaml.includes('[\n') || yaml.includes(': [') ? rest : null },
          after,
        );
        assert.deepEqual(commentsOf(after), commentsOf(text), `${text}\n${after}`);
        for (const { newText } of edits) assert.equal(newText, '');
      }),
      runs(400),
    );
    assert.ok(done > tried * 0.95, `${done} of ${tried} items were taken out`);
  });
});
