/** A panel whose page a test plays, and a clock that it moves: the extension has both as it would have them in use. */
import * as vscode from 'vscode';
import { until } from './support';

/** A panel as the editor makes it, with a test in place of its page. */
export class PlayedPanel<Says> {
  readonly said: Says[] = [];
  private readonly heard = new vscode.EventEmitter<unknown>();
  private readonly disposed = new vscode.EventEmitter<void>();
  private readonly changed = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = this.changed.event;
  readonly visible = true;
  readonly active = true;
  iconPath: unknown;
  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://example.invalid',
    asWebviewUri: (uri: vscode.Uri): vscode.Uri => uri,
    onDidReceiveMessage: this.heard.event,
    postMessage: (message: Says): Promise<boolean> => {
      this.said.push(message);
      return Promise.resolve(true);
    },
  };

  constructor(
    readonly viewType: string,
    public title: string,
  ) {}

  reveal(): void {
    // It is always shown.
  }

  dispose(): void {
    this.disposed.fire();
  }

  /** What the page says to the extension. */
  send(message: unknown): void {
    this.heard.fire(message);
  }
}

/** Plays the page of the panel that `open` opens; the next panel is a real one again. */
export async function playPage<Says>(open: () => Thenable<unknown>): Promise<PlayedPanel<Says>> {
  const { createWebviewPanel } = vscode.window;
  const made: PlayedPanel<Says>[] = [];
  Object.assign(vscode.window, {
    createWebviewPanel: (viewType: string, title: string) => {
      const panel = new PlayedPanel<Says>(viewType, title);
      made.push(panel);
      return panel;
    },
  });
  try {
    await open();
    return await until('the panel', () => made[0]);
  } finally {
    Object.assign(vscode.window, { createWebviewPanel });
  }
}

/** The clock of the extension's host, which goes on from where a test puts it. */
export class MovedClock {
  private readonly real = Date.now;
  private ahead = 0;

  /** @param now milliseconds since the epoch. */
  constructor(now: number) {
    this.now = now;
    Date.now = () => this.now;
  }

  get now(): number {
    return this.real() + this.ahead;
  }

  set now(now: number) {
    this.ahead = now - this.real();
  }

  restore(): void {
    Date.now = this.real;
  }
}
