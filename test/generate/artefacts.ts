/** What is written from code: each artefact is a file and a pure function from its text to its text. */
import { STATED_RULE } from '../../src/core/story/lint/contradictsStated';
import { BLOCK_RULES } from '../../src/core/blocks/blockRules';
import { CLAIM_RULES } from '../../src/core/claims/claimRules';
import { COMMANDS, type Command } from '../../src/commandTable';
import { playbookJsonSchema } from '../../src/core/playbook/schema';
import { RULES } from '../../src/core/story/lint';
import { endOfLine, withJsonValue, withTableRows } from './parts';

type Looks = Pick<Command<never, never>, 'title' | 'icon' | 'enablement'>;

export interface Artefact {
  /** What it is, in a word or two. */
  readonly name: string;
  /** From the project's root. */
  readonly file: string;
  /** The file's text as it is to be; only the artefact's own part of it is other than before. */
  readonly write: (text: string) => string;
}

export const ARTEFACTS: readonly Artefact[] = [
  { name: 'commands', file: 'package.json', write: writeCommands },
  { name: 'the setting for rules', file: 'package.json', write: writeRuleSetting },
  { name: 'the table of rules', file: 'README.md', write: writeRuleTable },
  { name: 'the schema of playbooks', file: 'content/playbook.schema.json', write: writePlaybookSchema },
];

function writeCommands(text: string): string {
  const commands = Object.entries<Looks>(COMMANDS).map(([command, { title, icon, enablement }]) => ({
    command,
    title,
    category: 'Prep Loop',
    icon,
    enablement,
  }));
  return withJsonValue(text, ['contributes', 'commands'], commands);
}

function writeRuleSetting(text: string): string {
  const settings = [...RULES, ...BLOCK_RULES, STATED_RULE, ...CLAIM_RULES].map(({ code, severity, summary }) => [
    code,
    { type: 'string', enum: ['off', 'hint', 'info', 'warning', 'error'], default: severity, description: summary },
  ]);
  const path = ['contributes', 'configuration', 'properties', 'prepLoop.lint.rules', 'properties'];
  return withJsonValue(text, path, Object.fromEntries(settings));
}

/** Rows keep the order that README gives them; new ones come last. */
function writeRuleTable(text: string): string {
  const rows = RULES.map(({ code, raisedWhen }) => {
    const start = `| [\`${code}\`](content/rules/${code}.md) | `;
    return { start, row: `${start}${raisedWhen} |` };
  });
  return withTableRows(text, '| Rule | Raised when |', (present) => {
    const place = (start: string): number => {
      const at = present.findIndex((line) => line.startsWith(start));
      return at < 0 ? present.length : at;
    };
    return [...rows].sort((a, b) => place(a.start) - place(b.start)).map(({ row }) => row);
  });
}

function writePlaybookSchema(text: string): string {
  return playbookJsonSchema().replaceAll('\n', endOfLine(text));
}
