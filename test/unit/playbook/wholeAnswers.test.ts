import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { outline, type Section } from '../../../src/core/markdown/outline';
import { loadPlaybook, type LoadedPlaybook, type LoadedRound } from '../../../src/core/playbook/loadPlaybook';
import { isFullCase } from '../../../src/core/playbook/promptClock';
import { speakingSeconds } from '../../../src/core/story/spoken';
import { BUILT_IN, builtInFiles } from './builtIn';

interface Moment {
  /** From the beginning of the round. */
  readonly seconds: number;
  readonly title: string;
  readonly text: string;
}

const below = (text: string, parent: Section): { title: string; text: string }[] =>
  outline(text)
    .filter(({ level, start }) => level === 3 && start >= parent.contentStart && start < parent.end)
    .map(({ title, contentStart, end }) => ({ title, text: text.slice(contentStart, end).trim() }));

function part(text: string, title: string): Section {
  return outline(text).find((each) => each.level === 2 && each.title === title) ?? assert.fail(`no part “${title}”`);
}

const AT = /^(\d+):([0-5]\d) (.+)$/u;

function moments(text: string): Moment[] {
  return below(text, part(text, 'Minute by minute')).map((each) => {
    const [, minutes, seconds, title] = AT.exec(each.title) ?? assert.fail(`“${each.title}” has no time`);
    return { seconds: Number(minutes) * 60 + Number(seconds), title: title ?? '', text: each.text };
  });
}

const PICTURED = readdirSync(BUILT_IN).map((folder) => {
  const files = builtInFiles(folder);
  const playbook = loadPlaybook(files, folder).playbook ?? assert.fail(folder);
  return { folder, files, playbook };
});

function answer(files: ReadonlyMap<string, string>, round: LoadedRound): string {
  return files.get(round.exemplar ?? '') ?? assert.fail(`${round.id} has no whole answer`);
}

for (const { folder, files, playbook } of PICTURED) {
  for (const round of playbook.rounds) {
    describe(`the whole answer for ${round.title} in ${folder}`, () => {
      const text = answer(files, round);

      it('is where the extension shows it from', () => assert.equal(round.exemplar, `exemplars/${round.id}.md`));

      it('answers a prompt of the round that fills it, and says so', () => {
        const named = /^The prompt is \*([^*]+)\*/mu.exec(text)?.[1];
        const prompt = round.prompts.find(({ title }) => title === named);
        assert.ok(prompt && isFullCase(prompt, round), `“${named}” is not a full case of the round`);
      });

      it('runs from the first minute to the last, and enters each phase on its minute', () => {
        const axis = moments(text);
        assert.equal(axis[0]?.seconds, 0);
        for (const [i, { seconds, title }] of axis.entries())
          assert.ok(seconds < (axis[i + 1]?.seconds ?? round.minutes * 60), `${title} is out of order`);
        let minute = 0;
        for (const phase of round.phases) {
          const begin = axis.find(({ seconds }) => seconds === minute * 60);
          assert.equal(begin?.title, phase.title, `minute ${minute}`);
          minute += phase.minutes;
        }
      });

      it('says no more in any stretch than there is time to say', () => {
        const axis = moments(text);
        for (const [i, { seconds, title, text: said }] of axis.entries()) {
          const left = (axis[i + 1]?.seconds ?? round.minutes * 60) - seconds;
          const taken = speakingSeconds(said.split(/\s+/u).length);
          assert.ok(taken <= left, `“${title}” takes ${taken} s and has ${left}`);
        }
      });

      it('is interrupted, and speaks in its own words', () => {
        assert.ok((text.match(/\*Interviewer:\*/gu) ?? []).length >= 2);
        for (const { title, text: said } of moments(text)) assert.ok(/“|says nothing|says anything/u.test(said), title);
      });

      it('is scored for each competency of the round, by its anchor word for word, with a reason that names a moment', () => {
        const times = new Set(below(text, part(text, 'Minute by minute')).map(({ title }) => title.split(' ')[0]));
        const scored = below(text, part(text, 'The score'));
        assert.deepEqual(
          scored.map(({ title }) => title.replace(/: [1-4]$/u, '')).sort(),
          round.competencies.map((id) => competency(playbook, id).title).sort(),
        );
        for (const { title, text: why } of scored) {
          const [, name, score] = /^(.+): ([1-4])$/u.exec(title) ?? assert.fail(`“${title}” has no score`);
          const { anchors } = playbook.competencies.find((each) => each.title === name) ?? assert.fail(name);
          const [quoted, ...reason] = why.split('\n\n');
          assert.equal(quoted, `> ${anchors[Number(score) - 1]}`, title);
          for (const [time] of reason.join().matchAll(/\d+:\d\d/gu)) assert.ok(times.has(time), `${title}: no ${time}`);
          assert.ok(reason.join().length > 80, `${title}: why`);
          if (score !== '4') assert.match(reason.join(), /For a 4/u, title);
        }
        assert.ok(scored.some(({ text: why }) => /\d+:\d\d/u.test(why)));
        assert.ok(new Set(scored.map(({ title }) => title.slice(-1))).size > 1, 'it is not perfect');
      });
    });
  }
}

function competency(playbook: LoadedPlaybook, id: string): { readonly title: string } {
  return playbook.competencies.find((each) => each.id === id) ?? assert.fail(id);
}
