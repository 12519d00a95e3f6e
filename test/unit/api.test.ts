import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeApi, type PrepLoopApi } from '../../src/api';
import { MOST_TEXT } from '../../src/core/argument';
import { runs } from '../support/properties';

const PLAYBOOK = { days: 22, rounds: [{ id: 'screen', title: 'Phone Screen', day: 3, minutes: 30 }] };
const STORY = '## Impact\n\nI cut p99 latency from 120 ms to 35 ms.\n';
const TARGET = { title: 'Latency', kind: 'duration', value: 10, direction: 'at-most' };

/** Objects that fight back when they are read. */
const hostile = (): unknown[] => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const fails = (): never => {
    throw new Error('not to be read');
  };
  const thrower = { toString: fails, valueOf: fails };
  return [
    proxy,
    new Proxy({}, { get: fails }),
    new Proxy({}, { ownKeys: fails }),
    new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : undefined) }),
    new Proxy({}, { get: () => new Proxy({}, { get: fails }) }),
    Object.defineProperty({}, 'playbook', { enumerable: true, get: fails }),
    Object.defineProperty({}, 'rules', {
      enumerable: true,
      get: () => {
        throw thrower;
      },
    }),
    Object.create(null),
    thrower,
    new Array(1e9),
    () => 'text',
    Symbol('text'),
    10n,
    new String(STORY),
    new Map([['playbook', PLAYBOOK]]),
  ];
};

describe('The API for other extensions', () => {
  const logged: string[] = [];
  const log = { info: () => undefined, warn: (message: string) => void logged.push(message) };
  const api: PrepLoopApi<{ use(): unknown }> = makeApi({
    log,
    timer: () => {
      throw new Error('no state');
    },
    extendMarkdownIt: (markdown: { use(): unknown }) => (markdown.use(), markdown),
  });
  const said = (answer: { readonly problems: readonly { readonly message: string }[] }): string =>
    answer.problems.map(({ message }) => message).join(' ');
  const lint = (markdown: unknown, options?: unknown): ReturnType<typeof api.lintStory> =>
    api.lintStory(markdown as string, options as object);
  const plan = (input: unknown): ReturnType<typeof api.planSchedule> => api.planSchedule(input as never);
  const quantities = (text: unknown): ReturnType<typeof api.extractQuantities> => api.extractQuantities(text as string);

  const score = (markdown: unknown, options?: unknown): ReturnType<typeof api.scoreStory> =>
    api.scoreStory(markdown as string, options as object);

  it('gives the score of a story, with what lost points, what earned them, and where', () => {
    const text = `${STORY}\nA second vendor would have cost $40k a year. I was wrong about the cache at first, and that cost us a week of nights. Since then I ask the people on call before I change one.\n`;
    const { losses, gains, ...rest } = score(text);
    assert.deepEqual(Object.keys(rest), ['score']);
    assert.ok(rest.score > 0 && rest.score <= 100);
    assert.ok(
      losses.every(({ code, points, line, why }) => code !== undefined && points > 0 && line >= 0 && why !== ''),
    );
    const lineOf = (name: string): number | undefined => gains.find((gain) => gain.name === name)?.line;
    assert.deepEqual(['alternative', 'own-mistake', 'lesson-applied', 'decision'].map(lineOf), [4, 4, 4, undefined]);
  });

  it('works out the blocks of a text, and takes whatever it is given without throwing', () => {
    const [block] = api.readBlocks('# T\n\n```latency-budget\nslo: 40 ms\nlook-up: 8 ms\n```\n');
    assert.deepEqual([block?.kind, block?.headline, block?.start], ['latency-budget', '8 of 40 ms, look-up 100 %', 5]);
    for (const value of [undefined, null, 7, {}, [], ...hostile()]) {
      const answer = api.readBlocks(value as string);
      assert.deepEqual([...answer], []);
      assert.notEqual(said(answer), '');
    }
  });

  it('values an offer, and takes whatever it is given without throwing', () => {
    const { years, total, recurring, problems } = api.valueOffer('---\nbase: 200000\nsignOn: 30000\n---\n');
    assert.deepEqual([years[0]?.total, total, recurring, problems], [230_000, 830_000, 200_000, []]);
    for (const value of [undefined, null, 7, {}, [], ...hostile()]) {
      const answer = api.valueOffer(value as string);
      assert.deepEqual([answer.years, answer.total], [[], undefined]);
      assert.notEqual(said(answer), '');
    }
  });

  it('scores whatever it is given without throwing, and says what is wrong', () => {
    for (const value of [undefined, null, 7, {}, [], ...hostile()]) {
      const answer = score(value);
      assert.deepEqual([answer.score, answer.losses, answer.gains], [0, [], []]);
      assert.notEqual(said(answer), '');
      assert.ok(
        said(score(STORY, value)) !== '' || value === undefined || (typeof value === 'object' && value !== null),
      );
    }
    assert.equal(score('').score, 0);
    assert.match(said(score(STORY, { playbok: 1 })), /“playbok” is not an option/u);
    assert.deepEqual(score(STORY).problems, []);
  });

  it('gives a list that is only a list where nothing is wrong', () => {
    const found = quantities('It saved $2M.');
    assert.equal(found.length, 1);
    assert.deepEqual([...found], found);
    assert.deepEqual(found.problems, []);
    assert.deepEqual(Object.keys(found), ['0']);
    assert.deepEqual(lint(STORY, { playbook: PLAYBOOK, rules: { 'impact-first': 'error' } }).problems, []);
  });

  it('says what is not a text, and logs it', () => {
    logged.length = 0;
    assert.deepEqual([...quantities(null)], []);
    assert.equal(said(quantities(null)), '“text” has to be a string, not null.');
    assert.equal(said(quantities(['$2M'])), '“text” has to be a string, not a list.');
    assert.equal(said(lint({}, {})), '“markdown” has to be a string, not an object.');
    assert.equal(said(lint(new String(STORY))), '“markdown” has to be a string, not an object.');
    assert.match(said(lint('a'.repeat(MOST_TEXT + 1))), /longer than 1000000 characters/u);
    assert.equal(logged[0], 'extractQuantities: “text” has to be a string, not null.');
  });

  it('says which option is wrong, and uses the others', () => {
    const plain = lint(STORY);
    for (const [options, message] of [
      [null, '“options” has to be an object, not null.'],
      [[], '“options” has to be an object, not a list.'],
      [{ rules: null }, '“rules” has to be an object of levels by code, not null.'],
      [{ rules: { 'impact-first': 'loud' } }, '“rules.impact-first” has to be one of off, hint, info, warning, error.'],
      [{ playbook: null }, '“playbook” has to be a playbook, not null.'],
      [
        { playbook: { targets: null } },
        '“playbook.targets”: has to be a list of at most 1000. The targets were not checked.',
      ],
      [{ wordsPerMinute: NaN }, '“wordsPerMinute” has to be a number from 1 to 1000.'],
      [{ wordsPerMinute: Infinity }, '“wordsPerMinute” has to be a number from 1 to 1000.'],
      [{ kind: 'poem' }, '“kind” has to be story, offer or script.'],
    ] as const) {
      const answer = lint(STORY, options);
      assert.equal(said(answer), message);
      assert.deepEqual([...answer], [...plain]);
    }
    assert.match(
      said(lint(STORY, { playbook: 'confluent-ai-ml-pm' })),
      /^“playbook” is the id “confluent-ai-ml-pm”: give/u,
    );
    assert.match(said(lint(STORY, { playbook: { targets: [null] } })), /^“playbook\.targets\.0”: /u);
    assert.match(
      said(lint(STORY, { rules: { 'no-such': 'off' } })),
      /^“no-such” is not a rule: the rules are .*impact-first/u,
    );
    assert.match(said(lint(STORY, { rule: {} })), /^“rule” is not an option/u);
    const missed = lint(STORY, { playbook: { targets: [TARGET] }, wordsPerMinute: -1 });
    assert.ok(missed.some(({ code }) => code === 'target-missed'));
    assert.equal(missed.problems.length, 1);
  });

  it('says why there is no plan', () => {
    const ask = (changes: object): string =>
      plan({ playbook: PLAYBOOK, firstContact: '2026-11-30', ...changes }).problems[0]?.message ?? '';
    assert.match(ask({ playbook: 'general-pm' }), /is the id “general-pm”/u);
    assert.match(ask({ playbook: { ...PLAYBOOK, days: NaN } }), /^“playbook\.days”: /u);
    assert.match(ask({ playbook: { ...PLAYBOOK, days: 1e7 } }), /^“playbook\.days”: /u);
    assert.match(
      ask({ playbook: { ...PLAYBOOK, rounds: new Array(1e9) } }),
      /^“playbook\.rounds”: has to be a list of at most 100/u,
    );
    assert.equal(ask({}), '');
  });

  it('answers where something of ours fails, and logs why', () => {
    logged.length = 0;
    assert.equal(api.timer(), undefined);
    assert.deepEqual(logged, ['timer failed: Error: no state']);
    assert.equal(api.extendMarkdownIt(null as never), null);
  });

  it('answers at once, whatever it is given (property)', function () {
    this.timeout(60_000);
    const names = fc.constantFrom(
      'playbook',
      'rules',
      'targets',
      'rounds',
      'firstContact',
      'days',
      'calendar',
      '__proto__',
    );
    // As functions: fast-check looks into what it makes, and some of these must not be looked into.
    type Make = () => unknown;
    const value = fc.letrec<{ any: Make }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.anything().map(
          (made): Make =>
            () =>
              made,
        ),
        fc.nat(hostile().length - 1).map(
          (index): Make =>
            () =>
              hostile()[index],
        ),
        fc.array(fc.tuple(names, tie('any')), { maxLength: 4 }).map(
          (entries): Make =>
            () =>
              Object.fromEntries(entries.map(([name, make]) => [name, make()])),
        ),
        fc.array(tie('any'), { maxLength: 3 }).map(
          (items): Make =>
            () =>
              items.map((make) => make()),
        ),
      ),
    })).any;
    const callers = [
      (one: unknown) => quantities(one).problems,
      (one: unknown, two: unknown) => lint(one, two).problems,
      (_: unknown, two: unknown) => lint(STORY, two).problems,
      (one: unknown) => lint(STORY, { playbook: one }).problems,
      (one: unknown) => lint(STORY, { rules: one, wordsPerMinute: one, kind: one }).problems,
      (one: unknown) => lint(STORY, { playbook: { targets: [one] } }).problems,
      (one: unknown) => plan(one).problems,
      (one: unknown, two: unknown) => plan({ playbook: one, firstContact: two }).problems,
      (one: unknown, two: unknown) =>
        plan({ playbook: PLAYBOOK, firstContact: '2026-11-30', rounds: one, today: two }).problems,
      (one: unknown, two: unknown) =>
        plan({ playbook: PLAYBOOK, firstContact: '2026-11-30', calendar: one, minutesPerDay: two }).problems,
      (one: unknown) => (api.extendMarkdownIt(one as never), []),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...callers), value, value, (call, one, two) => {
        const began = performance.now();
        assert.ok(Array.isArray(call(one(), two())));
        assert.ok(performance.now() - began < 2000);
      }),
      runs(1500),
    );
    for (const one of hostile())
      for (const two of hostile()) for (const call of callers) assert.ok(Array.isArray(call(one, two)));
  });

  it('reads long and odd texts at once', () => {
    for (const piece of [
      '1',
      '$1 ',
      '120→35 ms ',
      '- [ ] a\n',
      '> ',
      '[',
      '*a',
      '`',
      '<!--',
      '|',
      '“',
      '## Impact\n',
      '${',
    ]) {
      const text = piece.repeat(Math.floor(40_000 / piece.length));
      const began = performance.now();
      quantities(text);
      lint(text);
      assert.ok(performance.now() - began < 5000, piece);
    }
  });
});
