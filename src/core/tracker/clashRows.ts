/** Clashes between loops as rows. */
import { clashDays, type Clash } from '../replan/clashes';
import { row, type Row } from './row';

/** “Clashes”, with a row for each: a click opens the file in which it can be solved. */
export function clashesRow(clashes: readonly Clash[]): Row {
  const description = String(clashes.length);
  return row({
    id: 'clashes',
    kind: 'clashes',
    label: 'Clashes',
    description,
    icon: 'problem',
    tooltip: 'Where your loops get in each other’s way',
    spoken: `Clashes between your loops, ${description}`,
    open: true,
    children: clashes.map(clashRow),
  });
}

function clashRow(clash: Clash): Row {
  const { kind, date, title, detail, advice, path, loop } = clash;
  const label = `${clashDays(clash)}: ${title}`;
  return row({
    id: `clash/${kind}/${date}/${loop.name}/${path}`,
    kind: 'clash',
    label,
    description: detail,
    icon: 'problem',
    tooltip: [label, detail, advice].join('\n'),
    spoken: `Clash. ${label}. ${detail}. ${advice}`,
    place: { path },
  });
}
