/** A pack as Markdown: to be read as it is, and filled in and sent back. */
import { escapeMarkdown } from '../markdown/escape';
import { parseBlocks } from '../markdown/blocks';
import { deeper } from '../markdown/outline';
import type { Pack, PackPhase, PackPrompt } from './pack';
import { choosePrompt, privacy, sendBack, steps } from './packWords';
import { quietLine } from './quiet';
import { scoreSheet } from './sheet';

export function packMarkdown(pack: Pack): string {
  const { title, loop, facts, judges, competencies, signals, pairs, stories, source } = pack;
  const parts = [
    `# ${escapeMarkdown(title)}: mock interview`,
    [loop, ...facts].map(escapeMarkdown).join(' · '),
    `What is judged: ${escapeMarkdown(judges)}.`.replace(/\.\.$/u, '.'),
    section(
      'How it goes',
      steps(pack)
        .map((step, index) => `${index + 1}. ${step}`)
        .join('\n'),
    ),
    section('Timetable', table(pack.phases)),
    section(pack.prompts.length === 1 ? 'The prompt' : 'Prompts', prompts(pack.prompts)),
    section(
      'Signals',
      signals.length === 0
        ? ''
        : `Note when you hear one:\n\n${signals.map((signal) => `- [ ] ${escapeMarkdown(signal)}`).join('\n')}`,
    ),
    section(
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
    section(
      'The candidate’s stories',
      stories.map((story) => `### ${escapeMarkdown(story.title)}\n\n${deeper(story.body, 2)}`).join('\n\n'),
    ),
    section(
      'Rubric',
      competencies
        .map(
          ({ title: name, description, anchors }) =>
            `### ${escapeMarkdown(name)}\n\n${quietLine(description)}\n\n${anchors.map((anchor, index) => `${index + 1}. ${quietLine(anchor)}`).join('\n')}`,
        )
        .join('\n\n'),
    ),
    section('Send it back', `${sendBack}\n\n${[quietLine(source), privacy].filter((line) => line !== '').join(' ')}`),
    scoreSheet(competencies),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A label before a paragraph; above anything else, where it would be read as something else. */
function labelled(label: string, markdown: string): string {
  const isParagraph = parseBlocks(markdown, 0).blocks[0]?.kind === 'paragraph' && !/^\s/u.test(markdown);
  return `**${label}:**${isParagraph ? ' ' : '\n\n'}${markdown}`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`;
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
    return [`### ${escapeMarkdown(title)}`, ...takes, deeper(body, 3), deeper(followUps, 3), ...shows]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return [...lead, ...each].join('\n\n');
}
