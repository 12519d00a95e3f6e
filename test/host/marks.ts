/**
 * How the tests' output is told apart from all that VS Code writes: each of its lines starts with a mark, in whichever
 * host they run, and the reader keeps only those.
 */
import { readStats, type Stats } from './stats';

const MARK = '[prep-loop]';

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/**
 * What `console.log` would write: `%s` and its like filled in, the rest appended. Node's own is not there in a worker.
 */
export function formatArguments(args: readonly unknown[]): string {
  if (args.length === 0) return '';
  const rest = [...args];
  const first = show(rest.shift());
  const filled = first.replace(/%[sdifjoO%]/g, (place) =>
    place === '%%' ? '%' : rest.length > 0 ? show(rest.shift()) : place,
  );
  return [filled, ...rest.map(show)].join(' ');
}

/** A `console.log` whose lines are marked. (VS Code does not let the real one be replaced.) */
export function markedLog(...args: unknown[]): void {
  console.log(
    formatArguments(args)
      .split('\n')
      .map((line) => `${MARK}${line}`)
      .join('\n'),
  );
}

/** Takes apart what a host says: the tests' lines, the counts, and all the rest. */
export class Reader {
  stats: Stats | undefined;
  private noise: string[] = [];

  constructor(
    private readonly print: (line: string) => void,
    private readonly kept = 80,
  ) {}

  read(text: string): void {
    for (const line of text.split('\n')) {
      const at = line.indexOf(MARK);
      const found = readStats(line);
      if (found) this.stats = found;
      else if (at >= 0) this.print(line.slice(at + MARK.length));
      else this.note(line);
    }
  }

  /** Keeps a line of no use unless something goes wrong. */
  note(line: string): void {
    this.noise.push(line);
    if (this.noise.length > this.kept) this.noise.shift();
  }

  tail(): string {
    return this.noise.map((line) => `  ${line}`).join('\n');
  }
}
