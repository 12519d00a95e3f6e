/** The loops' logs of drill reviews: read as they are, and only ever added to. */
import * as vscode from 'vscode';
import {
  appendLine,
  readReviews,
  reviewLine,
  REVIEWS_FILE,
  undoLine,
  type Review,
  type ReviewLog,
} from '../core/recall/log';
import { Owner } from '../lifecycle';
import type { EditOutcome, LocatedLoop, TextFiles } from './api';

interface Known {
  readonly text: string;
  readonly log: ReviewLog;
}

export class ReviewStore extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Fires with a loop's folder when a review was added to its log, or taken back. */
  readonly onDidChange = this.didChange.event;
  private readonly known = new Map<string, Known>();

  constructor(private readonly files: TextFiles) {
    super();
  }

  /** What the log says now; the same object as long as it says the same. */
  async log({ uri, loop }: LocatedLoop): Promise<ReviewLog> {
    const file = fileOf(uri);
    const key = file.toString();
    // The editor's offsets do not count a byte-order mark, and problems are shown there.
    const text = ((await this.files.read(file)) ?? '').replace(/^\uFEFF/u, '');
    const before = this.known.get(key);
    if (before?.text === text) return before.log;
    const log = readReviews(text, `${loop.id}/${REVIEWS_FILE}`);
    this.known.set(key, { text, log });
    return log;
  }

  add(located: LocatedLoop, review: Review): Promise<EditOutcome> {
    return this.append(located, reviewLine(review));
  }

  /** @param now milliseconds since the epoch. */
  takeBack(located: LocatedLoop, review: Review, now: number): Promise<EditOutcome> {
    return this.append(located, undoLine(review, now));
  }

  private async append({ uri }: LocatedLoop, line: string): Promise<EditOutcome> {
    const outcome = await this.write(fileOf(uri), line);
    if (outcome === 'done') this.didChange.fire(uri);
    return outcome;
  }

  private async write(file: vscode.Uri, line: string): Promise<EditOutcome> {
    const add = (): Promise<EditOutcome> => this.files.edit(file, (text) => [appendLine(text, line)]);
    const outcome = await add();
    if (outcome !== 'missing') return outcome;
    // Somebody else may have created it in between: then theirs is added to.
    return (await this.files.create(file, `${line}\n`)) === 'created' ? 'done' : add();
  }
}

function fileOf(loop: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(loop, REVIEWS_FILE);
}
