import assert from 'node:assert/strict';
import fc from 'fast-check';
import { interviewerInWords, isWebAddress, MOST_INTERVIEWERS } from '../../../src/core/loop/interviewers';
import { LOOP, read } from './readLoop';
import { runs } from '../../support/properties';

/** The people of a round whose front matter has these lines, and what its problems point at. */
function people(lines: string) {
  const round = `---\nround: system-design\n${lines}\n---\n`;
  const loop = read({ 'loop.md': LOOP, 'rounds/02-system-design.md': round });
  return {
    interviewers: loop.rounds[0]?.interviewers.map((person) =>
      Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)),
    ),
    problems: loop.problems.map(({ start, end, message }) => [round.slice(start, end), message] as const),
  };
}

describe('the people of a round', () => {
  it('have a name, a role, what they care about, and a link', () => {
    const { interviewers, problems } = people(
      [
        'interviewers:',
        '  - { name: Jane Doe, role: Director of PM, cares: "trade-offs, cost", link: "https://example.com/jane" }',
        '  - name: Sam Lee',
        '    cares: [latency, on-call]',
      ].join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(interviewers, [
      { name: 'Jane Doe', role: 'Director of PM', cares: 'trade-offs, cost', link: 'https://example.com/jane' },
      { name: 'Sam Lee', cares: 'latency, on-call' },
    ]);
  });

  it('may be bare names, a single one too', () => {
    const names = (lines: string) => people(lines).interviewers?.map(({ name }) => name);
    assert.deepEqual(names('interviewers: [Jane Doe, Sam Lee]'), ['Jane Doe', 'Sam Lee']);
    assert.deepEqual(names('interviewers: Jane Doe, Sam Lee'), ['Jane Doe', 'Sam Lee']);
    assert.deepEqual(names('interviewers:\n  - Jane Doe\n  - { name: Sam Lee }'), ['Jane Doe', 'Sam Lee']);
    assert.deepEqual(names('interviewers: { name: Jane Doe }'), ['Jane Doe']);
    for (const empty of ['interviewers:', 'interviewers: []', 'interviewers: ""', 'date: 2026-12-01'])
      assert.deepEqual(people(empty), { interviewers: [], problems: [] });
  });

  it('are reported at the place that is wrong, and the rest of them is kept', () => {
    const { interviewers, problems } = people(
      [
        'interviewers:',
        '  - { name: Jane, link: "javascript:alert(1)", role: { a: 1 } }',
        '  - { role: Engineer }',
        '  - [a, b]',
        '  - { name: [x] }',
        '  - true',
      ].join('\n'),
    );
    assert.deepEqual(interviewers, [{ name: 'Jane' }, { name: 'true' }]);
    assert.deepEqual(
      problems.map(([place]) => place),
      ['{ a: 1 }', '"javascript:alert(1)"', '{ role: Engineer }', '[a, b]', '[x]'],
    );
    assert.match(problems[1]?.[1] ?? '', /web address/u);
    assert.match(problems[2]?.[1] ?? '', /no name/u);
  });

  it('are at most so many, each in one line of a sensible length', () => {
    const many = people(`interviewers: [${'Jane, '.repeat(MOST_INTERVIEWERS)}Sam, Kim]`);
    assert.equal(many.interviewers?.length, MOST_INTERVIEWERS);
    assert.deepEqual(
      many.problems.map(([place]) => place),
      ['Sam'],
    );
    assert.equal(people(`interviewers: [{ name: ${'x'.repeat(300)} }]`).problems.length, 1);
    const odd = people('interviewers: [{ name: "Jane\\n\\u202E Doe" }]');
    assert.deepEqual(odd, { interviewers: [{ name: 'Jane Doe' }], problems: [] });
  });

  it('are never more than the front matter names, whatever it says (property)', () => {
    const value = fc.oneof(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(value, (given) => {
        const { interviewers = [] } = people(`interviewers: ${JSON.stringify(given)}`);
        for (const { name, link } of interviewers) {
          assert.equal(name?.trim(), name);
          assert.notEqual(name, '');
          assert.ok(link === undefined || isWebAddress(link));
        }
      }),
      runs(200),
    );
  });

  it('link to nothing but pages', () => {
    for (const good of ['https://example.com', 'http://a.b/c?d=e#f', 'HTTPS://www.linkedin.com/in/jane-doe/'])
      assert.ok(isWebAddress(good), good);
    for (const bad of ['', 'example.com', 'ftp://a.b', 'file:///etc/passwd', 'command:x', 'data:text/html,x'])
      assert.ok(!isWebAddress(bad), bad);
    for (const bad of ['https://', 'https://a b', 'https://user:word@evil.com', 'vscode://x', ' https://a.b'])
      assert.ok(!isWebAddress(bad), bad);
  });

  it('are shown in one line by name and role', () => {
    assert.equal(interviewerInWords({ name: 'Jane' }), 'Jane');
    assert.equal(interviewerInWords({ name: 'Jane', role: 'Director of PM' }), 'Jane, Director of PM');
  });
});
