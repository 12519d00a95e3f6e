/** Clashes between loops as lines of the tracker. */
import { clashDays, type Clash } from '../replan/clashes';
import { node, type TrackerNode } from './trackerNode';

/** The line above the clashes, and a line for each: a click opens the file in which it can be mended. */
export function clashNodes(clashes: readonly Clash[]): {
  readonly node: TrackerNode;
  readonly children: readonly TrackerNode[];
} {
  const children = clashes.map((clash): TrackerNode => {
    const { kind, date, title, detail, advice, path, loop } = clash;
    const label = `${clashDays(clash)}: ${title}`;
    const tooltip = [label, detail, advice].join('\n');
    return node({
      id: `clash/${kind}/${date}/${loop.name}/${path}`,
      kind: 'clash',
      label,
      description: detail,
      icon: 'problem',
      tooltip,
      spoken: `Clash. ${label}. ${detail}. ${advice}`,
      place: { path },
    });
  });
  const description = String(clashes.length);
  return {
    node: node({
      id: 'clashes',
      kind: 'clashes',
      label: 'Clashes',
      description,
      icon: 'problem',
      tooltip: 'Where your loops get in each other’s way',
      spoken: `Clashes between your loops, ${description}`,
      open: true,
      children,
    }),
    children,
  };
}
