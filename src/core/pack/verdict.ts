/** From a sheet that came back to what goes into the mock's file. */
import { escapeMarkdown } from '../markdown/escape';
import type { PeerVerdict } from '../sessions/peer';
import { scoreOf } from '../sessions/sessionModel';
import { contained } from '../sessions/sessionSections';
import { labelled } from './labelled';
import { evidenceOf, type Returned, type Scored } from './sheetModel';

/** What a peer found: evidence and red flags become comments, under the name of their competency. */
export function verdictOf(returned: Returned, competencies: readonly Scored[]): PeerVerdict {
  const { scores, evidence, hire, comments, points } = returned;
  const found = competencies.flatMap(({ id, title }) => {
    const given = evidenceOf(evidence, id);
    if (!given) return [];
    const score = scoreOf(scores, id);
    const heading = `### ${escapeMarkdown(title)}${score === undefined ? '' : ` (${score})`}`;
    return [[heading, ...part('Evidence', given.evidence), ...part('Red flags', given.redFlags)].join('\n\n')];
  });
  const general = comments === '' ? [] : [...(found.length > 0 ? ['### In general'] : []), inert(comments)];
  return { scores, hire, comments: [...found, ...general].join('\n\n'), points };
}

function part(label: string, markdown: string): string[] {
  return markdown === '' ? [] : [labelled(label, contained(inert(markdown)))];
}

/** Text in which no line is a merge-conflict marker: with one, the file could not be written any more. */
function inert(markdown: string): string {
  return markdown.replace(/^(?=([<=>|])\1{6,}(?: |$))/gmu, '\\');
}
