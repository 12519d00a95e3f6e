/**
 * Ends what hangs: a run counts as hung when it has given no sign of life for a while, however long it takes in all. A
 * busy machine makes every test slow, and none silent.
 */
export class Silence {
  private timer: NodeJS.Timeout | undefined;

  /** @param longest how long nothing may be heard, in milliseconds; then `broken` is called, once. */
  constructor(
    readonly longest: number,
    private readonly broken: () => void,
  ) {
    this.heard();
  }

  /** A sign of life: waiting starts again. */
  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.broken, this.longest);
  }

  /** It ended by itself. */
  end(): void {
    clearTimeout(this.timer);
    this.heard = () => undefined;
  }
}

/** How long a suite may be silent: longer than its slowest test may take on a busy machine, its second try included. */
export const LONGEST_SILENCE = Number(process.env['PREP_LOOP_TIMEOUT'] ?? 4 * 60_000);
