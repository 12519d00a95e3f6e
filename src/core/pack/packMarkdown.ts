/** A pack as Markdown: to be read as it is, and filled in and sent back. */
import { escapeMarkdown } from '../markdown/escape';
import { deeper } from '../markdown/outline';
import type { FollowUp } from '../playbook/followUps';
import type { Pack, PackPhase, PackPrompt } from './pack';
import { labelled } from './labelled';
import { choosePrompt, privacy, sendBack, steps } from './packWords';
import { quietLine } from './quiet';
import { scoreSheet } from './sheet';
import { joined } from '../words';

export function packMarkdown(pack: Pack): string {
  const { title, loop, facts, competencies, stories, source } = pack;
  const parts = [
    `# ${escapeMarkdown(title)}: mock interview`,
    [loop, ...facts].map(escapeMarkdown).join(' · '),
    ...roundParts(pack),
    packSection(
      'The candidate’s stories',
      stories.map((story) => `### ${escapeMarkdown(story.title)}\n\n${deeper(story.body, 2)}`).join('\n\n'),
    ),
    packSection('Send it back', `${sendBack}\n\n${joined([quietLine(source), privacy], ' ')}`),
    scoreSheet(competencies),
  ];
  return partsAsFile(parts);
}

/** What whoever interviews has of the round: the steps, the timetable, the prompts and what strong sounds like. */
export function roundParts(pack: Pack): string[] {
  const { judges, signals, pairs } = pack;
  return [
    `What is judged: ${escapeMarkdown(judges)}.`.replace(/\.\.$/u, '.'),
    packSection(
      'How it goes',
      steps(pack)
        .map((step, index) => `${index + 1}. ${step}`)
        .join('\n'),
    ),
    packSection('Timetable', table(pack.phases)),
    packSection(pack.prompts.length === 1 ? 'The prompt' : 'Prompts', prompts(pack.prompts)),
    packSection(
      'Signals',
      signals.length === 0
        ? ''
        : `Note when you hear one:\n\n${signals.map((signal) => `- [ ] ${escapeMarkdown(signal)}`).join('\n')}`,
    ),
    packSection(
      'What strong sounds like',
      pairs
        .map((pair) =>
          [
            `### ${escapeMarkdown(pair.topic)}`,
            labelled('Weak', pair.weak),
            labelled('Strong', pair.strong),
            ...(pair.why === undefined ? [] : [labelled('Why', pair.why)]),
          ].join('\n\n'),
        )
        .join('\n\n'),
    ),
  ];
}

/** A Markdown file of the parts that say anything. */
export function partsAsFile(parts: readonly string[]): string {
  return `${joined(parts, '\n\n')}\n`;
}

/** A section of the second level; '' where there is nothing in it. */
export function packSection(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`;
}

/** Each folded away: a viewer opens one at a time. */
function ladder(followUps: readonly FollowUp[]): string[] {
  const all = followUps.length;
  return [
    ...(all === 0 ? [] : ['Ask one follow-up at a time, and open the next only when you need it:']),
    ...followUps.flatMap(({ push, good, bad }, index) => [
      `<details><summary>Follow-up ${index + 1} of ${all}</summary>`,
      push,
      labelled('Good', good),
      labelled('Bad', bad),
      '</details>',
    ]),
  ];
}

function table(phases: readonly PackPhase[]): string {
  const rows = phases.map(
    ({ title, from, to, cue }) => `| ${from}–${to} | ${escapeMarkdown(title)} | ${escapeMarkdown(cue)} |`,
  );
  return ['| Minutes | Phase | What the candidate does |', '| --- | --- | --- |', ...rows].join('\n');
}

function prompts(all: readonly PackPrompt[]): string {
  const lead = all.length > 1 ? [choosePrompt(all)] : [];
  const each = all.map(({ title, body, competencies, clock, followUps }) => {
    const shows = competencies.length === 0 ? [] : [`Shows: ${competencies.map(escapeMarkdown).join(', ')}`];
    const takes = clock === undefined ? [] : [`*${escapeMarkdown(clock)}*`];
    return joined([`### ${escapeMarkdown(title)}`, ...takes, deeper(body, 3), ...ladder(followUps), ...shows], '\n\n');
  });
  return [...lead, ...each].join('\n\n');
}
