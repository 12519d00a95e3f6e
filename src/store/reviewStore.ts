/** The loops' logs of drill reviews: read as they are, and only ever added to. */
import * as vscode from 'vscode';
import type { Clock } from '../core/ports';
import { renameLine, type Renamed } from '../core/recall/cardRenames';
import {
  appendLine,
  markLine,
  readReviews,
  reviewLine,
  REVIEWS_FILE,
  undoLine,
  type Marked,
  type Review,
  type ReviewLog,
} from '../core/recall/reviewLog';
import { Owner } from '../lifecycle';
import { Refusal } from '../refusal';
import type { LocatedLoop, TextFiles } from './api';
import { nameOf, parentOf } from './files';
import { keepReviewsMergeable } from './gitRepository';
import { ParsedFiles } from './parsedFiles';
import { createFile, editFile } from './refusals';

/** What a loop's log says where there is none yet. */
const EMPTY = readReviews('', REVIEWS_FILE);

export class ReviewStore extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Fires with a loop's folder when a review or a mark was added to its log, or taken back. */
  readonly onDidChange = this.didChange.event;
  private readonly logs: ParsedFiles<ReviewLog>;

  constructor(
    private readonly files: TextFiles,
    clock?: Clock,
  ) {
    super();
    this.logs = new ParsedFiles(files, (text, uri) =>
      readReviews(text, `${nameOf(parentOf(uri))}/${REVIEWS_FILE}`, clock?.now()),
    );
  }

  /** What the log says now; the same object as long as it says the same. */
  async log({ uri }: LocatedLoop): Promise<ReviewLog> {
    return (await this.logs.readNow(fileOf(uri))) ?? EMPTY;
  }

  /** @throws Refusal where the log cannot be written to. */
  add(located: LocatedLoop, review: Review): Promise<'done'> {
    return this.append(located, reviewLine(review));
  }

  /** @throws Refusal where the log cannot be written to. */
  mark(located: LocatedLoop, marked: Marked): Promise<'done'> {
    return this.append(located, markLine(marked));
  }

  /** Gives a card the history of another. @throws Refusal where the log cannot be written to. */
  rename(located: LocatedLoop, renamed: Renamed): Promise<'done'> {
    return this.append(located, renameLine(renamed));
  }

  /** @param now milliseconds since the epoch. @throws Refusal where the log cannot be written to. */
  takeBack(located: LocatedLoop, review: Pick<Review, 'card' | 'at'>, now: number): Promise<'done'> {
    return this.append(located, undoLine(review, now));
  }

  private async append({ uri, root }: LocatedLoop, line: string): Promise<'done'> {
    const file = fileOf(uri);
    const add = (): Promise<boolean> => editFile(this.files, file, (text) => [appendLine(text, line)], 'rateCard');
    try {
      await add();
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'missing') throw error;
      // Somebody else may have created it in between: then theirs is added to.
      if ((await createFile(this.files, file, `${line}\n`, 'rateCard')) === 'exists') await add();
      else await keepReviewsMergeable(this.files, root);
    }
    this.didChange.fire(uri);
    return 'done';
  }
}

function fileOf(loop: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(loop, REVIEWS_FILE);
}
