/** What the pages of all panels do alike: load, keep their state, say and hear, draw, and show a notice. */
import * as z from 'zod/mini';
import type { NoticeMessage } from '../../protocol/common';
import { isOfInputMethod } from '../timer/keys';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

// Compiling validators at run time needs `eval`, which the page's policy forbids.
z.config({ jitless: true });

/** A panel's page: draws what the extension says, and tells it what the user does. Call `start` once. */
export abstract class PanelPage<Hears extends { readonly type: string }, Says extends { readonly type: string }> {
  private readonly vscode = acquireVsCodeApi();
  protected readonly main = document.createElement('main');
  /** What a screen reader is to hear. */
  protected readonly status = liveRegion('sr-only');
  private readonly notice = liveRegion('notice');
  /**
   * What the panel was opened with, as the extension put it into the page; below it what the page kept, where it was
   * there before.
   */
  protected readonly state: object = {
    ...(JSON.parse(document.body.dataset['state'] ?? '{}') as object),
    ...(this.vscode.getState() as object | undefined),
  };
  protected readonly isMac = navigator.platform.startsWith('Mac');

  private isMarked = false;

  constructor(private readonly decode: (value: unknown) => Hears | NoticeMessage | undefined) {}

  start(): void {
    document.body.append(this.main, this.status, this.notice);
    addEventListener('message', (event) => this.receive(event.data));
    // The editor sees every key in the page and runs what it is bound to, which must not happen while a character is
    // composed.
    document.addEventListener('keydown', (event) => isOfInputMethod(event) && event.stopPropagation());
    this.keep(this.state);
    this.vscode.postMessage({ type: 'ready' });
  }

  /** Tells the extension. */
  protected readonly say = (message: Says): void => this.vscode.postMessage(message);

  /**
   * Keeps what the panel needs to be opened again, and what it is to look like when it was hidden or the window
   * reloaded.
   */
  protected keep(state: unknown): void {
    this.vscode.setState(state);
  }

  /** Takes a message in; the page is drawn after it. */
  protected abstract hear(message: Exclude<Hears, NoticeMessage>): void;

  /** Draws the page as of now. */
  protected abstract show(): void;

  /** Says something once, until something else is shown. */
  protected notify(text: string): void {
    this.notice.textContent = text;
  }

  private receive(data: unknown): void {
    const message = this.decode(data);
    if (!message) return;
    if (isNotice(message)) this.notify(message.text);
    else this.hear(message as Exclude<Hears, NoticeMessage>);
    this.show();
    this.markFirst();
  }

  /** For measuring how long the page takes until something is seen; the next frame shows it. */
  private markFirst(): void {
    if (this.isMarked || this.main.childElementCount === 0) return;
    this.isMarked = true;
    requestAnimationFrame(() => performance.mark('prepLoop.drawn'));
  }
}

function isNotice(message: { readonly type: string }): message is NoticeMessage {
  return message.type === 'notice';
}

function liveRegion(className: string): HTMLElement {
  const region = document.createElement('p');
  region.className = className;
  region.setAttribute('role', 'status');
  return region;
}
