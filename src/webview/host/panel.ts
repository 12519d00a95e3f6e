import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import { Owner, takesLonger } from '../../lifecycle';
import { causeInWords } from '../../refusal';
import { clip, type NoticeMessage } from '../protocol/common';
import { makeNonce, renderPage } from './html';

/** How long what was said early may still be on its way once the page is there, in milliseconds. */
const MOMENT = 1000;

/** What every panel uses of the rest of the extension. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly logger: Logger;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** A kind of panel: what it is known by, and what it says and hears. */
export interface PanelKind<State, Hears> {
  /** In package.json as `onWebviewPanel:<viewType>`, so that panels come back when the window is reloaded. */
  readonly viewType: string;
  /**
   * Names the page: its part of `webview/browser/pages.ts`, its style sheet `<name>.panel.css`, and the tab's icons
   * `media/<name>-light.svg` and `-dark.svg`.
   */
  readonly name: string;
  readonly decodeState: (value: unknown) => State | undefined;
  readonly decodeMessage: (value: unknown) => Hears | undefined;
  /**
   * Whether it reads and says what it shows as soon as it is opened: the editor keeps it until the page has loaded.
   * Otherwise it waits for the page to ask.
   */
  readonly isEager?: boolean;
  /** There is one panel for each key. */
  readonly keyOf: (state: State) => string;
}

interface Message {
  readonly type: string;
}

/**
 * A panel in the editor's area. It shows what the files say and holds no truth of its own, so it can be hidden, closed
 * or reloaded at any time. Everything it hears from its page is decoded first.
 *
 * `Read` is what it reads to show itself.
 */
export abstract class EditorPanel<State, Hears extends Message, Says extends Message, Read> extends Owner {
  /** What was last sent of each type, to send nothing twice. */
  private readonly sent = new Map<string, string>();
  private readings = 0;
  /** Whether the last message was delivered. */
  private saying: Thenable<boolean> = Promise.resolve(false);
  /**
   * Whether the page is there: it is gone while the panel is hidden, and hears nothing before it has said that it is
   * ready.
   */
  protected isLoaded = false;
  /** Whether all was delivered that was said before the page was there; undefined once that no longer counts. */
  private early: Promise<boolean> | undefined;

  constructor(
    protected readonly panel: vscode.WebviewPanel,
    private readonly kind: PanelKind<State, Hears>,
    state: State,
    private readonly base: PanelServices,
  ) {
    super();
    const dist = vscode.Uri.joinPath(base.extensionUri, 'dist', 'webview');
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(base.extensionUri, 'media', `${kind.name}-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      enableForms: false,
      localResourceRoots: [dist],
    };
    this._register(panel.onDidDispose(() => this.dispose()));
    this._register(panel.onDidChangeViewState(() => (this.isLoaded &&= panel.visible)));
    this._register(panel.webview.onDidReceiveMessage((message: unknown) => this.hear(message)));
    const loaded = this.load(dist, state).then(() => (kind.isEager ? this.sayEarly() : false));
    this.early = loaded.catch((error: unknown) => {
      this.base.logger.warn(`A panel (${kind.name}) could not be loaded: ${causeInWords(error)}`);
      return false;
    });
  }

  get active(): boolean {
    return this.panel.active;
  }

  get title(): string {
    return this.panel.title;
  }

  reveal(): void {
    this.panel.reveal();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    super.dispose();
    this.panel.dispose();
  }

  /** Reads what is shown; never shows anything itself. */
  protected abstract read(): Promise<Read>;

  /** Shows what was read. */
  protected abstract show(read: Read): void;

  /** Does what the page asks for. @throws Refusal where it could not: the page shows why. */
  protected abstract act(message: Exclude<Hears, { type: 'ready' }>): Promise<void>;

  /** Reads again and shows it. A reading that was overtaken by another is dropped. */
  protected async refresh(): Promise<void> {
    const reading = ++this.readings;
    const read = await this.read();
    if (!this.isDisposed && reading === this.readings) this.show(read);
  }

  protected say(message: Says | NoticeMessage): void {
    if (!this.isDisposed) this.saying = this.panel.webview.postMessage(message);
  }

  /** Says it, unless the last message of this type said the same. */
  protected sayChanged(message: Says): void {
    const text = JSON.stringify(message);
    if (text === this.sent.get(message.type)) return;
    this.sent.set(message.type, text);
    this.say(message);
  }

  /** Has everything sent again, where the page may show something other than it was sent. */
  protected forgetSent(): void {
    this.sent.clear();
  }

  protected setTitle(title: string): void {
    if (this.panel.title !== title) this.panel.title = title;
  }

  private async load(dist: vscode.Uri, state: State): Promise<void> {
    const { webview, title } = this.panel;
    const { script, style } = await pageFiles(dist, this.kind.name);
    if (this.isDisposed) return;
    webview.html = renderPage({
      name: this.kind.name,
      title,
      language: 'en',
      cspSource: webview.cspSource,
      nonce: makeNonce(this.base.randomBytes),
      script,
      style: style.replaceAll(
        OWN_FONT,
        (_, name: string) => `url("${webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString()}")`,
      ),
      state,
    });
  }

  private hear(raw: unknown): void {
    const message = this.kind.decodeMessage(raw);
    if (!message) {
      this.base.logger.warn(`A panel (${this.kind.name}) sent a message that is not one of ours; it was ignored.`);
      return;
    }
    this.answer(message).catch((error: unknown) => {
      const text = causeInWords(error);
      this.base.logger.warn(`A panel (${this.kind.name}) could not do what was asked (${message.type}): ${text}`);
      this.say({ type: 'notice', text: clip(text) });
    });
  }

  private async answer(message: Hears): Promise<void> {
    if (message.type !== 'ready') return this.act(message as Exclude<Hears, { type: 'ready' }>);
    this.isLoaded = true;
    const { early } = this;
    this.early = undefined;
    if (early && !(await takesLonger(early, MOMENT)) && (await early)) return;
    this.forgetSent();
    await this.refresh();
  }

  /** Says what is shown, for the editor to hand over once the page is there. */
  private async sayEarly(): Promise<boolean> {
    // The page is on its way before anything is worked out for it.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await this.refresh();
    return this.saying;
  }
}

interface PageFiles {
  readonly script: string;
  readonly style: string;
}

/** The icon font in a style sheet, beside which it lies. */
const OWN_FONT = /url\("\.\/([\w.-]+)(?:\?\w*)?"\)/gu;

/** What pages are made of, by the files' names; each is read once. */
const known = new Map<string, Promise<string>>();

async function pageFiles(dist: vscode.Uri, name: string): Promise<PageFiles> {
  const [script = '', ...styles] = await Promise.all(
    ['pages.js', 'common.css', `${name}.panel.css`].map((file) => pageFile(dist, file)),
  );
  return { script, style: styles.join('\n') };
}

function pageFile(dist: vscode.Uri, name: string): Promise<string> {
  const found = known.get(name) ?? readPageFile(vscode.Uri.joinPath(dist, name));
  known.set(name, found);
  // One that could not be read is read again for the next panel.
  found.catch(() => known.delete(name));
  return found;
}

async function readPageFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
