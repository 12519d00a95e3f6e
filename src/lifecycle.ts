import type * as vscode from 'vscode';

/** An owner of disposables: what it registers lives as long as it does. */
export abstract class Owner implements vscode.Disposable {
  private readonly owned: vscode.Disposable[] = [];
  private disposed = false;

  protected get isDisposed(): boolean {
    return this.disposed;
  }

  /** Takes ownership. What arrives after the owner was disposed is disposed at once. */
  protected _register<T extends vscode.Disposable>(disposable: T): T {
    if (this.disposed) disposable.dispose();
    else this.owned.push(disposable);
    return disposable;
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    for (const disposable of this.owned.splice(0).reverse()) disposable.dispose();
  }
}

/** Holds one disposable at a time: the one before is disposed of when another takes its place. */
export class Replaceable implements vscode.Disposable {
  private held: vscode.Disposable | undefined;
  private disposed = false;

  hold(next: vscode.Disposable): void {
    this.held?.dispose();
    this.held = this.disposed ? undefined : next;
    if (this.disposed) next.dispose();
  }

  dispose(): void {
    this.disposed = true;
    this.held?.dispose();
    this.held = undefined;
  }
}

/** Makes something when it is first asked for. What failed is not tried again: whoever asks gets the same error. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    if (!made) {
      try {
        made = { value: make() };
      } catch (error) {
        made = { error };
      }
    }
    if ('value' in made) return made.value;
    throw made.error;
  };
}

/** Calls `run` once, `delay` milliseconds after the last call of `schedule`; nothing after it was disposed. */
export class Debouncer implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;

  constructor(
    private readonly run: () => void,
    private readonly delay: number,
  ) {}

  schedule(delay = this.delay): void {
    if (this.disposed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.run, delay);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
  }
}

/** Whether a job is still on after so many milliseconds, however it ends. */
export async function takesLonger(job: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, milliseconds, true)));
  const ended = job.then(
    () => false,
    () => false,
  );
  const isLate = await Promise.race([ended, late]);
  clearTimeout(timer);
  return isLate;
}
