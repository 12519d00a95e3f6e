import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyseStory, EARNS, type Score } from '../../../../src/core/story/lint';
import { fillTemplate, readTemplate } from '../../../../src/core/story/templates';
import { SOUND, storyWith } from './sound';

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
    for (const text of without) assert.equal(scoreOf(text).score, 100 - EARNS.Task, text);
    assert.equal(
      Object.values(EARNS).reduce((sum, points) => sum + points, 0),
      100,
    );
  });

  it('is told apart by sentences: one that is finished earns, and the blanks left cost', () => {
    const { score } = scoreOf(storyWith({ Task: 'I was asked to stop it. I had until {{date}}, with {{whom}}.' }));
    assert.equal(score, 90);
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
    assert.ok(scoreOf(short).score < 50);
    const headings = Object.keys(SOUND).map((name) => `## ${name}\n\nI cut churn by 5%.\n`);
    assert.ok(scoreOf(headings.join('\n')).score < 90);
  });

  it('says why in its losses, which add up', () => {
    const { score, losses } = scoreOf(storyWith({ Task: '{{task}}', Result: '' }));
    assert.equal(score, 100 - losses.reduce((sum, { points }) => sum + points, 0));
    assert.deepEqual(
      losses.map(({ code, why }) => [code, why]),
      [
        ['section-empty', undefined],
        ['placeholder-left', 'Task is not written yet: every sentence has a blank.'],
        ['section-empty', 'Result is empty.'],
      ].slice(1),
    );
  });
});

// A 12-second story with a rule silenced scored 90: who hides a finding has not repaired it.
describe('a silenced finding', () => {
  const vague = 'Retention improved significantly, as everyone in the company could see in the months that followed.';
  const silenced = `<!-- prep-loop-disable-next-line vague-quantity: no figure yet -->\n${vague}`;

  it('is hidden, and costs what it costs unsilenced', () => {
    const [open, hidden] = [vague, silenced].map((Result) => analyseStory(storyWith({ Result })));
    assert.deepEqual([open?.findings.length, hidden?.findings.length], [1, 0]);
    assert.equal(hidden?.score?.score, open?.score?.score);
    assert.deepEqual(
      hidden?.score?.losses.map(({ code, points, silenced: isHidden }) => [code, points, isHidden]),
      [['vague-quantity', 3, true]],
    );
    assert.deepEqual(
      hidden?.silenced.map(({ code }) => code),
      ['vague-quantity'],
    );
  });

  it('costs nothing where the settings turn its rule off', () => {
    assert.equal(analyseStory(storyWith({ Result: vague }), { rules: { 'vague-quantity': 'off' } }).score?.score, 100);
  });
});
