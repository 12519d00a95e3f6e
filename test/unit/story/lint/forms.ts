/** One story in thirty forms, as people write them: for tests of what a fix makes of each. */

type Says = Readonly<Record<string, string>>;

const SAYS: Says = {
  Situation: 'Small shops left us in their second month, and nobody knew why.',
  Task: 'I was asked to find out and to stop it.',
  Action: 'I rang thirty shops, found the broken import and had it rebuilt.',
  Impact: 'I led the new import for small shops.',
  Result: 'I trained 40 agents on it. Churn among small shops fell from 8% to 5%. The board took notice.',
};

/** Impact stands late and leads with no figure, and Trade-offs is not there: every fix of the form has work to do. */
const ORDER = ['Situation', 'Task', 'Action', 'Impact', 'Result'] as const;

const story = (write: (name: string, says: string, index: number) => string, gap = '\n\n', end = '\n'): string =>
  ORDER.map((name, index) => write(name, SAYS[name] as string, index)).join(gap) + end;

const initial = (name: string): string => name[0] as string;

export const FORMS: Readonly<Record<string, string>> = {
  headings: story((name, says) => `## ${name}\n\n${says}`),
  'headings without blank lines': story((name, says) => `## ${name}\n${says}`, '\n'),
  'headings under a title': `# The import\n\n${story((name, says) => `## ${name}\n\n${says}`)}`,
  'deep headings': story((name, says) => `#### ${name}\n\n${says}`),
  'headings with CRLF': story((name, says) => `## ${name}\n\n${says}`).replace(/\n/gu, '\r\n'),
  'headings and front matter': `---\ntitle: The import\n---\n\n${story((name, says) => `## ${name}\n\n${says}`)}`,
  'headings and notes': `${story((name, says) => `## ${name}\n\n${says}`)}\n## Notes\n\nAsk Ann.\n`,
  'headings over lists': story(
    (name, says) => `## ${name}\n\n${says.replace(/(?<=\.) /gu, '\n').replace(/^/gmu, '- ')}`,
  ),
  'headings without a last line break': story((name, says) => `## ${name}\n\n${says}`, '\n\n', ''),
  'headings in other words': story(
    (name, says) => `## ${name.replace('Situation', 'Context').replace('Result', 'Outcome')}\n\n${says}`,
  ),
  'bold labels': story((name, says) => `**${name}:** ${says}`),
  'bold labels before the colon': story((name, says) => `**${name}**: ${says}`),
  'bold labels with CRLF': story((name, says) => `**${name}:** ${says}`).replace(/\n/gu, '\r\n'),
  'bold labels in lines': story((name, says) => `**${name}:** ${says}`, '\n'),
  'bold labels in lines with hard breaks': story((name, says) => `**${name}:** ${says}`, '  \n'),
  'bold labels above their text': story((name, says) => `**${name}**\n\n${says}`),
  'bold labels right above their text': story((name, says) => `**${name}:**\n${says}`),
  'bold labels under a question': `# Amazon\n\n## A time you cut churn\n\n${story((name, says) => `**${name}:** ${says}`)}\n## Another\n\nLater.\n`,
  'bold labels in a paragraph': story((name, says) => `**${name}:** ${says}`, ' '),
  'bold labels in other words': story(
    (name, says) =>
      `**${name.replace('Situation', 'Background').replace('Action', 'What I did').replace('Result', 'Outcome')}:** ${says}`,
  ),
  'bold labels and notes': `${story((name, says) => `**${name}:** ${says}`)}\n**Notes:** Ask Ann.\n`,
  'italic labels': story((name, says) => `*${name}:* ${says}`),
  'plain labels': story((name, says) => `${name}: ${says}`),
  'plain labels in capitals': story((name, says) => `${name.toUpperCase()}: ${says}`),
  'first letters': story((name, says) => (name === 'Impact' ? `Impact: ${says}` : `${initial(name)}: ${says}`), '\n'),
  'first letters in bold': story((name, says) =>
    `**${name}**: ${says}`.replace(/^\*\*(\p{L})\p{Ll}*\*\*/u, (_, letter: string) =>
      name === 'Impact' ? '**Impact**' : `**${letter}**`,
    ),
  ),
  'the first letter in bold': story((name, says) => `**${initial(name)}**${name.slice(1)}: ${says}`),
  'list items': story((name, says) => `- **${name}:** ${says}`, '\n'),
  'numbered items': story((name, says, index) => `${index + 1}. **${name}:** ${says}`, '\n'),
  'list items with points': story(
    (name, says) => `- **${name}**\n${says.replace(/(?<=\.) /gu, '\n').replace(/^/gmu, '  - ')}`,
    '\n',
  ),
  underlined: story((name, says) => `${name}\n---------\n\n${says}`),
  'rows of a table': `| Part | Story |\n|---|---|\n${story((name, says) => `| **${name}** | ${says} |`, '\n')}`,
  'rows of a table without a head': story(
    (name, says, index) => `| ${name} | ${says} |${index === 0 ? '\n|---|---|' : ''}`,
    '\n',
  ),
  'columns of a table': `| ${ORDER.join(' | ')} |\n|${'---|'.repeat(5)}\n| ${ORDER.map((name) => SAYS[name]).join(' | ')} |\n`,
  'a quotation': story((name, says) => `> **${name}:** ${says}`, '\n>\n'),
  'in quotation marks': `"${story((name, says) => `${name}: ${says}`, '\n\n', '"\n')}`,
  speech: `${ORDER.map((name) => SAYS[name]).join(' ')}\n`,
  'speech after a greeting': `Great question. ${ORDER.map((name) => SAYS[name]).join(' ')}\n`,
};
