/** A brief as a Markdown file to give away or to keep. */
import { escapeMarkdown, escapeParagraph } from '../markdown/escape';
import { quietLine } from '../pack/quiet';
import type { Brief, BriefLine } from './briefModel';

export function briefMarkdown({ title, loop, parts }: Brief): string {
  const sections = parts
    .filter(({ lines }) => lines.length > 0)
    .map((part) => `## ${part.title}\n\n${part.lines.map((line) => `- ${lineMarkdown(line)}`).join('\n')}`);
  return [`# ${escapeMarkdown(title)}`, escapeParagraph(loop), ...sections].join('\n\n') + '\n';
}

/** What is not known or does not fit together stands in emphasis. */
function lineMarkdown({ kind, label, text, details }: BriefLine): string {
  const name = label === '' ? '' : `**${escapeMarkdown(label)}** `;
  const words = kind === 'said' ? quietLine(text) : `*${quietLine(text)}*`;
  const more = details.length === 0 ? '' : ` (${details.map(escapeMarkdown).join(' · ')})`;
  return `${name}${words}${more}`;
}
