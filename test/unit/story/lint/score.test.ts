import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  analyseStory,
  EARNS,
  RULE_CODES,
  scoreStory,
  UNPROVEN,
  WEIGHTS,
  type Score,
} from '../../../../src/core/story/lint';
import { fillTemplate, readTemplate } from '../../../../src/core/story/templates';
import { readLadders } from '../../../support/ladders';
import { SOUND, storyWith } from './sound';

const LADDERS = 'test/fixtures/ladders';

const scoreOf = (text: string): Score => analyseStory(text).score ?? assert.fail('no score');

describe('what is not written', () => {
  for (const playbook of readdirSync('content/playbooks')) {
    for (const file of readdirSync(`content/playbooks/${playbook}/stories`)) {
      it(`scores nothing: the untouched template ${playbook}/${file}`, () => {
        const template = readTemplate('x', readFileSync(`content/playbooks/${playbook}/stories/${file}`, 'utf8'));
        assert.equal(scoreOf(fillTemplate(template, { title: 'T' }).text).score, 0);
      });
    }
  }

  it('scores nothing as older files have it: blanks with dollar signs, and hints beside them', () => {
    const hints = [
      '${metric}: what changed for users, revenue or cost, in one sentence.',
      '${situation}: who had what problem, in one or two sentences.',
      '- I had to ${what},\n  by ${when}',
      'TODO: say what I did',
      '${result}',
      '[your trade-off] it was.',
    ];
    const text = Object.keys(SOUND).map((heading, index) => `## ${heading}\n\n${hints[index]}\n`);
    assert.equal(scoreOf(text.join('\n')).score, 0);
  });

  it('earns nothing section by section: a blank, no text and no heading cost the same', () => {
    const { Task: _, ...rest } = SOUND;
    const missing = Object.entries(rest).map(([heading, body]) => `## ${heading}\n\n${body}\n`);
    const without = [
      storyWith({ Task: '{{what was yours to decide}}' }),
      storyWith({ Task: 'I had to {{achieve what}} by {{when}}.' }),
      storyWith({ Task: '' }),
      missing.join('\n'),
    ];
    const whole = scoreOf(storyWith({})).score;
    for (const text of without) assert.equal(scoreOf(text).score, whole - EARNS.Task, text);
    assert.equal(
      Object.values(EARNS).reduce((sum, points) => sum + points, 0),
      UNPROVEN,
    );
  });

  it('is judged by sentences: one that is finished earns, and the blanks left cost', () => {
    const { score } = scoreOf(storyWith({ Task: 'I was asked to stop it. I had until {{date}}, with {{whom}}.' }));
    assert.equal(
      score,
      scoreOf(storyWith({ Task: 'I was asked to stop it.' })).score - 2 * WEIGHTS['placeholder-left'].points,
    );
  });

  it('leaves a story that is begun above every untouched template', () => {
    const begun = storyWith(Object.fromEntries(Object.keys(SOUND).map((name) => [name, '{{x}}']))).replace(
      '{{x}}',
      'We did it. {{x}}',
    );
    assert.ok(scoreOf(begun).score >= 1);
  });

  it('is most of a story that is over in seconds, with headings and without', () => {
    const short = 'I cut churn from 8% to 5%, worth $1.2M a year. We gave up the redesign for it.';
    assert.ok(scoreOf(short).score < 30);
    const headings = Object.keys(SOUND).map((name) => `## ${name}\n\nI cut churn by 5%.\n`);
    assert.ok(scoreOf(headings.join('\n')).score < 55);
  });

  it('leaves a story that is over in seconds without the upper range, whatever it proves', () => {
    const proof = 'I chose the smaller release because a hold-out of 10% showed the gap.';
    assert.deepEqual(scoreOf(proof).gains, []);
    const rest = 'We met the shops each week and wrote down what they asked for. '.repeat(4);
    assert.notDeepEqual(scoreOf(`${proof} ${rest}`).gains, []);
  });

  it('says why in its losses, which add up', () => {
    const { score, losses, gains } = scoreOf(storyWith({ Task: '{{task}}', Result: '' }));
    const total = (parts: readonly { readonly points: number }[]): number =>
      parts.reduce((sum, { points }) => sum + points, 0);
    assert.equal(score, UNPROVEN - total(losses) + total(gains));
    assert.deepEqual(
      losses
        .filter(({ code }) => code === 'placeholder-left' || code === 'section-empty')
        .map(({ code, why }) => [code, why]),
      [
        ['placeholder-left', 'Task is not written yet: every sentence has a blank.'],
        ['section-empty', 'Result is empty.'],
        ['section-empty', 'Only 39 words of it are written: a story needs 40 or more.'],
      ].slice(0, 2),
    );
  });
});

// A 12-second story with a rule silenced scored 90: hiding a finding does not repair it.
describe('a silenced finding', () => {
  const vague = 'Retention improved significantly, as everyone in the company could see in the months that followed.';
  const silenced = `<!-- prep-loop-disable-next-line vague-quantity: no figure yet -->\n${vague}`;

  it('is hidden, and costs what it costs unsilenced', () => {
    const [open, hidden] = [vague, silenced].map((Result) => analyseStory(storyWith({ Result })));
    assert.deepEqual([open?.findings.length, hidden?.findings.length], [1, 0]);
    assert.equal(hidden?.score?.score, open?.score?.score);
    assert.deepEqual(
      hidden?.score?.losses
        .filter(({ code }) => code === 'vague-quantity')
        .map(({ points, silenced: isHidden }) => [points, isHidden]),
      [[WEIGHTS['vague-quantity'].points, true]],
    );
    assert.deepEqual(
      hidden?.silenced.map(({ code }) => code),
      ['vague-quantity'],
    );
  });

  it('costs nothing where the settings turn its rule off', () => {
    const { score } = analyseStory(storyWith({ Result: vague }), { rules: { 'vague-quantity': 'off' } });
    assert.deepEqual(
      score?.losses.filter(({ code }) => code === 'vague-quantity'),
      [],
    );
  });
});

describe('a score', () => {
  const ladders = ['seen', 'own'].flatMap((set) =>
    readdirSync(`${LADDERS}/${set}`).flatMap((name) =>
      ['low', 'mid', 'high'].map((level) => readFileSync(`${LADDERS}/${set}/${name}/${level}.md`, 'utf8')),
    ),
  );
  const anyStory = fc.constantFrom(...ladders, storyWith({}), storyWith({ Task: '' }));
  const blankSentences = [
    'I decided against {{what}} because {{why}}.',
    'The others stayed at {{figure}}, while ours fell from 9 to {{figure}}.',
    'Above {{how many}} I would have chosen otherwise.',
    'Since then I {{what you do now}}.',
    '{{all of it}}.',
  ];

  it('is never raised by a sentence with a blank, wherever it is put', () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom(...blankSentences), fc.nat(), (text, blank, place) => {
        const ends = [...text.matchAll(/[.!?](?=\s|$)/gu)].map(({ index }) => index + 1);
        const at = ends[place % ends.length] ?? text.length;
        const more = `${text.slice(0, at)} ${blank}${text.slice(at)}`;
        assert.ok(scoreStory(more).score <= scoreStory(text).score, more);
      }),
      { numRuns: 200 },
    );
  });

  it('is never raised by a comment that silences', () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom(...RULE_CODES), fc.nat(), (text, code, place) => {
        const paragraphs = text.split('\n\n');
        paragraphs.splice(place % paragraphs.length, 0, `<!-- prep-loop-disable-next-line ${code} -->`);
        assert.ok(scoreStory(paragraphs.join('\n\n')).score <= scoreStory(text).score);
      }),
      { numRuns: 200 },
    );
  });

  it('is from 0 to 100, what is left of 60 with what was earned, and the same whenever it is asked', () => {
    for (const text of ladders) {
      const { score, losses, gains } = scoreStory(text);
      const total = (parts: readonly { readonly points: number }[]): number =>
        parts.reduce((sum, { points }) => sum + points, 0);
      assert.equal(score, UNPROVEN - total(losses) + total(gains));
      assert.ok(score >= 0 && score <= 100);
      assert.deepEqual(scoreStory(text), { score, losses, gains });
    }
  });

  it('is 0 for a text that says nothing, and is given to notes and scripts as if they were stories', () => {
    for (const text of ['', '   ', '---\ntitle: T\n---\n'])
      assert.deepEqual(scoreStory(text), { score: 0, losses: [], gains: [] });
    assert.ok(scoreStory('The market pays more: I would like a base salary of $200k, as the median is.').score > 0);
  });
});

describe('three answers to one question, rated about 2, 3.5 and 5 of 5 by a coach', () => {
  for (const [set, least] of [
    ['seen', 0.95],
    ['own', 0.95],
  ] as const)
    it(`are put in order by their scores: at least ${least * 100} % of the pairs of the ${set} set`, () => {
      const pairs = readLadders(`${LADDERS}/${set}`).flatMap(({ pairs: found }) => found);
      assert.ok(pairs.length >= 30);
      const inOrder = pairs.filter((pair) => pair === 'in order').length;
      assert.ok(inOrder >= least * pairs.length, `${inOrder} of ${pairs.length}`);
    });
});
