/** A repository that a stranger made: every text of a loop that is shown somewhere tries to run, to load or to lead. */
import { ROUND_WORKSPACE } from './roundWorkspace';

/** The host that nothing may be asked of. */
export const EVIL_HOST = 'evil.example';

/** A line of it, where a title or a cell stands. */
const LINE = `<img src=https://${EVIL_HOST}/line.png onerror="globalThis.pwned=1">`;

/** Paragraphs of it, where Markdown is drawn. */
const BLOCK = `<script>globalThis.pwned = 1</script>

<img src="https://${EVIL_HOST}/tag.png" onerror="globalThis.pwned = 1"> <iframe src="https://${EVIL_HOST}/frame"></iframe>
<style>body { background: url(https://${EVIL_HOST}/style.png) }</style> <a href="command:workbench.action.toggleZenMode">go on</a>

![A picture](https://${EVIL_HOST}/picture.png) ![Another](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)

- [A command](command:workbench.action.toggleZenMode), [a script](javascript:globalThis.pwned=1), [a file](file:///etc/passwd)
- [One above](../../../../../../../etc/passwd), [a program](vscode://evil.extension/run), [data](data:text/html,<script>1</script>)
- [A reference], <javascript:globalThis.pwned=1>, \`<script>globalThis.pwned = 1</script>\`

[A reference]: javascript:globalThis.pwned=1 "title"

| ${LINE} | =HYPERLINK("https://${EVIL_HOST}","x") |
| --- | --- |
| [cell](command:workbench.action.toggleZenMode) | ${LINE} |
`;

/** The text with a hostile line in its heading, and hostile paragraphs at the end of every section. */
function poisoned(markdown: string): string {
  const lines = markdown.split('\n');
  const title = lines.findIndex((line) => line.startsWith('# '));
  return lines
    .flatMap((line, at) => {
      if (at === title) return [`${line} ${LINE}`];
      return at > title && /^#{2,3} /u.test(line) ? ['', BLOCK, line] : [line];
    })
    .concat('', BLOCK)
    .join('\n');
}

/** Each title, cue and description of a playbook with a hostile line in it. */
function poisonedPlaybook(json: string): string {
  const shown = ['title', 'judges', 'cue', 'description', 'source', 'company', 'role'];
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) =>
      shown.includes(key) && typeof value === 'string' ? `${value} ${LINE}` : value,
    ),
  ).replace('{', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, ');
}

const STORY = `---
title: 'Serving ${LINE}'
competencies: [scale]
told: [{ loop: acme, round: phone-screen, landed: strong, to: ['${LINE}'] }]
---

# Serving

## Impact

Cut p99 from 120 ms to 35 ms, worth $2M a year.

## Situation

Payments waited.
`;

const OFFER = `---
base: 200000
currency: '${LINE}'
level: '${LINE}'
deadline: 2030-01-20
__proto__: { polluted: true }
stated: [{ date: 2030-01-02, round: phone-screen, to: '${LINE}', base: 205000 }]
---

# Offer
`;

/** A file of an alias for an alias for an alias: written out, a billion words. */
const BOMB = `---
a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]
${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[at]}`).join(', ')}]`).join('\n')}
title: *j
---

# Bomb
`;

/** The loop of {@link ROUND_WORKSPACE} as a stranger would send it. */
export const HOSTILE_WORKSPACE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(ROUND_WORKSPACE).map(([path, text]) => [
      path,
      path.endsWith('.json') ? poisonedPlaybook(text) : poisoned(text),
    ]),
  ),
  'prep/acme/rounds/01-phone-screen.md': poisoned(`---
round: phone-screen
date: 2030-01-03
link: javascript:globalThis.pwned=1
interviewers: [{ name: '${LINE}', role: '${LINE}', cares: '${LINE}', link: 'javascript:globalThis.pwned=1' }]
---

# Phone Screen

## Checklist

- [ ] ${LINE} [run](command:workbench.action.toggleZenMode)

## Brief

I size before I draw ${LINE}
`),
  'prep/playbooks/acme-pm/drills.md': `# Drills\n\n### What is ${LINE}\n\nAn answer. ${LINE}\n\n${BLOCK}`,
  'prep/acme/cheat-sheet.md': poisoned('# Sheet\n\n## Figures\n\nWe serve 1.2M events/s.\n'),
  'prep/acme/questions.md': poisoned(`# Questions\n\n- What breaks first? ${LINE}\n`),
  'prep/acme/scripts/close.md': poisoned('# Close\n\n## Say\n\nI would ship it in 90 days.\n'),
  'prep/acme/offer.md': poisoned(OFFER),
  'prep/stories/serving.md': poisoned(STORY),
  'prep/stories/bomb.md': BOMB,
  'prep/stories/=cmd|calc.md': poisoned(STORY.replace('Serving', '=HYPERLINK("https://evil.example")')),
};
