/** Work that can wait, done in small slices so that typing is never held up. */
import type * as vscode from 'vscode';

/** Jobs begun at a time, and milliseconds of work at a time, before others have their turn. */
const SLICE = 8;
const SLICE_TIME = 8;

export class WorkQueue<T> implements vscode.Disposable {
  private readonly waiting = new Map<string, T>();
  private working = false;
  private disposed = false;

  /**
   * @param prepare does what waits without using the processor, such as reading a file; returns the work to do then, if
   * any.
   * @param failed is called with what a job threw; the jobs after it go on.
   * @param began is called each time that work begins, with the end of it.
   */
  constructor(
    private readonly prepare: (item: T) => Promise<(() => void) | undefined>,
    private readonly failed: (error: unknown) => void,
    private readonly began: (work: Promise<void>) => void = () => undefined,
  ) {}

  get isBusy(): boolean {
    return this.working || this.waiting.size > 0;
  }

  /** Adds a job; one of the same key that still waits is replaced. */
  add(key: string, item: T): void {
    if (this.disposed) return;
    this.waiting.set(key, item);
    if (!this.working) this.began(this.work());
  }

  /** Drops waiting jobs; those already started do nothing more. */
  dispose(): void {
    this.disposed = true;
    this.waiting.clear();
  }

  private async work(): Promise<void> {
    this.working = true;
    let since = Date.now();
    while (this.waiting.size > 0 && !this.disposed) {
      for (const job of await Promise.all(this.nextSlice().map((item) => this.attempt(item)))) {
        if (this.disposed) break;
        try {
          job?.();
        } catch (error) {
          this.failed(error);
        }
        if (Date.now() - since < SLICE_TIME) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        since = Date.now();
      }
    }
    this.working = false;
  }

  private async attempt(item: T): Promise<(() => void) | undefined> {
    try {
      return await this.prepare(item);
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  private nextSlice(): T[] {
    const slice: T[] = [];
    for (const [key, item] of this.waiting) {
      slice.push(item);
      this.waiting.delete(key);
      if (slice.length === SLICE) break;
    }
    return slice;
  }
}
