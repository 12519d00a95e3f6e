/** Texts made to be slow: what a reader may take for the start of something, over and over, and never its end. */

const UNITS: Readonly<Record<string, string>> = {
  letters: 'a',
  words: 'a an ',
  lines: '\n',
  'carriage returns': '\r',
  'CRs and LFs in turn': '\r\n\r',
  spaces: ' ',
  tabs: '\t',
  'lines of spaces': ' \n',
  digits: '1',
  'digits and commas': '1,',
  commas: ',',
  milliseconds: '12 ms ',
  currencies: 'USD',
  fractions: '1 1/2 ',
  dollars: '$',
  'dollar signs and minus signs': '$-',
  percents: '%',
  ranges: 'from 1 to ',
  'number words': 'one hundred and ',
  'blanks of snippets': '${',
  'snippets in snippets': '${1:',
  blanks: '{{a}} ',
  'sentences with a blank': 'I cut it by {{share}}. ',
  'blanks in brackets': '[metric]: ',
  'notes to oneself': 'TODO ',
  brackets: '[',
  'closing brackets': ']',
  braces: '{',
  'links that stay open': '[x](',
  'links after links': '[x](y) ',
  pictures: '![',
  'ends of links': '](',
  backticks: '`',
  'runs of backticks': '` `` ``` ',
  'less-than signs': '<',
  tags: '<a ',
  comments: '<!-- ',
  'ends of comments': '--> ',
  stars: '*',
  'stars and letters': '*a',
  underscores: '_',
  'underscores and letters': '_a ',
  tildes: '~',
  backslashes: '\\',
  quotes: '"',
  'curly quotes': '“a “b ',
  apostrophes: "a'b'c ",
  'full stops': '.',
  'stops and hyphens': 'a.b-c-d-e.g. ',
  'question marks': '? ',
  colons: ':',
  'number signs': '#',
  'lists in lists': '- ',
  'quotations in quotations': '> ',
  'ordered lists': '1. ',
  'list items': '- a\n',
  tasks: '- [ ] a\n',
  'tasks that are one title': '- [ ] **a\n',
  'dated tasks': '- [ ] (due 2026-11-28, was ',
  headings: '## Impact\n',
  'headings of all levels': '# a\n## a\n### a\n',
  'sections of a session': '## Feedback\n- a\n## Notes\n- 00:10 · a\n',
  fences: '```\n',
  'fences that stay open': '~~~\n- ',
  tables: 'a | b\n--|--\n',
  'cells of a table': '| ',
  keys: 'a: b\n',
  'keys of lists': 'rounds:\n',
  'items of a list': 'competencies: [a,\n',
  aliases: '&a *a ',
  'conflict marks': '<<<<<<< \n',
  'halves of conflicts': '<<<<<<< a\n=======\n',
  Thai: 'การทดสอบ',
  Japanese: '試験の文章',
  Korean: '면접 ',
  'combining marks': 'a\u0301\u0302',
  'halves of characters': '\uD83D',
  emoji: '👩‍👩‍👧‍👦',
  'byte-order marks': '\uFEFF',
  'line separators': '\u2028',
  nulls: '\0',
  'events of a calendar': 'BEGIN:VEVENT\r\nUID:a\r\n',
  'folded lines': '\r\n ',
  'objects of JSON': '{"a":[',
  'reviews that are cut off': '{"card":"a"\n',
  emails: 'a@b.c-d ',
  addresses: 'http://a.b/c?d=',
  'directives for checks': '<!-- prep-loop-disable-next-line vague-quantity -->\n',
  'vague sentences': 'It grew a lot. ',
  'new values': 'Latency is now 35 ms. ',
  'definitions of links': '[a]: b\n',
  'underlined headings': 'a\n=\n',
  entities: '&amp;&#1;',
  'score lines': '- a: 3\n',
};

/** Hostile texts of about a size, in UTF-16 units, by what they are made of. */
export function hostileTexts(size: number): ReadonlyMap<string, string> {
  return new Map(Object.entries(UNITS).map(([name, unit]) => [name, unit.repeat(Math.ceil(size / unit.length))]));
}

/** The same, with each piece made different from the others, so that nothing is known from before. */
export const NUMBERED: Readonly<Record<string, (index: number) => string>> = {
  'many keys': (index) => `k${index}: 1\n`,
  'many items': (index) => `- c${index}\n`,
  'many tasks': (index) => `- [ ] task ${index} (due 2026-11-28)\n`,
  'many headings': (index) => `## Heading ${index}\n\na\n`,
  'many words': (index) => `w${index} `,
  'many figures': (index) => `${index} ms `,
  'many prompts': (index) => `### P${index}\n\nWhat?\n\nCompetencies: a${index}\n`,
  'many members': (index) => `"k${index}": 1, `,
  'many reviews': (index) => `{"card":"c${index}","at":"2026-11-22T18:05:00Z","rating":"good"}\n`,
  'many events': (index) =>
    `BEGIN:VEVENT\r\nUID:${index}\r\nDTSTAMP:20261122T180500Z\r\nDTSTART:20261122\r\nEND:VEVENT\r\n`,
  'many blanks': (index) => `\${${index}:a} `,
  'many points': (index) => `- point ${index}\n`,
  'many scores': (index) => `- c${index}: 3\n`,
  'many parts of a mail': (index) => (index === 0 ? 'Content-Type: multipart/mixed; boundary="a:"\n\n' : '--a:\n'),
  'many definitions': (index) => `[r${index}]: x\n`,
};

export function numberedTexts(size: number): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(NUMBERED).map(([name, piece]) => {
      const parts: string[] = [];
      for (let length = 0; length < size;) {
        const part = piece(parts.length);
        parts.push(part);
        length += part.length;
      }
      return [name, parts.join('')];
    }),
  );
}
