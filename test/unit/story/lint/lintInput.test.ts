import assert from 'node:assert/strict';
import { readLintOptions, type LintInput } from '../../../../src/core/story/lint/lintInput';

const TARGET = { title: 'Latency', kind: 'duration', unit: 'ms', value: 40, direction: 'at-most' };
const said = (options: unknown): string[] => readLintOptions(options).problems.map(({ message }) => message);
const read = (options: unknown): LintInput['options'] => {
  const { options: taken, problems } = readLintOptions(options);
  assert.deepEqual(problems, []);
  return taken;
};

describe('the options of the linter, as another extension gives them', () => {
  it('are taken where they are what they have to be', () => {
    assert.deepEqual(read(undefined), {});
    assert.deepEqual(read({}), {});
    for (const kind of ['story', 'offer', 'script']) assert.deepEqual(read({ kind }), { kind });
    for (const wordsPerMinute of [1, 130, 1000]) assert.deepEqual(read({ wordsPerMinute }), { wordsPerMinute });
    assert.deepEqual(read({ playbook: {} }), { playbook: { targets: [] } });
    assert.deepEqual(read({ playbook: { targets: [TARGET] } }), { playbook: { targets: [TARGET] } });
    const rules = { 'impact-first': 'off', 'metric-missing': 'error', ownership: 'hint' };
    assert.deepEqual(read({ rules }), { rules });
  });

  it('are refused one by one, each with what it has to be', () => {
    for (const [options, message] of [
      [5, /^“options” has to be an object, not a number\.$/u],
      [null, /^“options” has to be an object, not null\.$/u],
      [[], /^“options” has to be an object, not a list\.$/u],
      [{ speed: 1 }, /^“speed” is not an option: the options are /u],
      [{ playbook: 'general-pm' }, /^“playbook” is the id “general-pm”: give the playbook itself/u],
      [{ playbook: 7 }, /^“playbook” has to be a playbook, not a number\.$/u],
      [{ playbook: null }, /^“playbook” has to be a playbook, not null\.$/u],
      [{ playbook: [] }, /^“playbook” has to be a playbook, not a list\.$/u],
      [{ playbook: { targets: 7 } }, /^“playbook\.targets”: .*\. The targets were not checked\.$/u],
      [{ playbook: { targets: [{ ...TARGET, value: 'x' }] } }, /^“playbook\.targets\.0\.value”: /u],
      [{ rules: 7 }, /^“rules” has to be an object of levels by code, not a number\.$/u],
      [{ rules: null }, /not null\.$/u],
      [{ rules: [] }, /not a list\.$/u],
      [
        { rules: { 'impact-first': 'loud' } },
        /^“rules\.impact-first” has to be one of off, hint, info, warning, error\.$/u,
      ],
      [{ rules: { nonsense: 'off' } }, /^“nonsense” is not a rule: the rules are /u],
      [{ wordsPerMinute: 0 }, /^“wordsPerMinute” has to be a number from 1 to 1000\.$/u],
      [{ wordsPerMinute: 1001 }, /^“wordsPerMinute”/u],
      [{ wordsPerMinute: '130' }, /^“wordsPerMinute”/u],
      [{ kind: 'poem' }, /^“kind” has to be story, offer or script\.$/u],
    ] as const) {
      const [first, ...others] = said(options);
      assert.match(first ?? '', message);
      assert.deepEqual(others, []);
    }
  });

  it('that are wrong leave the others as they are', () => {
    const { options, problems } = readLintOptions({
      kind: 'poem',
      wordsPerMinute: 120,
      rules: { 'impact-first': 'off', nonsense: 'off', ownership: 'loud' },
      playbook: { targets: [7] },
    });
    assert.deepEqual(options, {
      kind: undefined,
      wordsPerMinute: 120,
      rules: { 'impact-first': 'off' },
      playbook: { targets: [] },
    });
    assert.equal(problems.length, 4);
  });

  it('are never more than 1,000 targets, and their names are cut off in what is said', () => {
    const many = (count: number): unknown => ({ playbook: { targets: Array.from({ length: count }, () => TARGET) } });
    assert.deepEqual([said(many(1000)).length, said(many(1001)).length], [0, 1]);
    assert.match(said({ ['x'.repeat(100)]: 1 })[0] ?? '', /^“x{64}” is not/u);
  });

  it('may throw while they are read', () => {
    const throwing = {
      get rules(): never {
        throw new Error('no');
      },
    };
    assert.deepEqual(said(throwing), ['“options” cannot be read.']);
  });
});
