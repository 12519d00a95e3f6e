/** What the tracker's tree hands to VS Code and gets back. */
import * as vscode from 'vscode';
import { closedRow } from '../core/tracker/loopRows';
import { row as rowOf, type Row } from '../core/tracker/row';
import type { LocatedLoop, PlaybookEntry } from '../store/api';
import { uriIn } from '../store/files';

/** A row in its place in the tree. Commands in menus read these fields. */
export interface TrackerElement {
  /** Unique in the view and stable. */
  readonly id: string;
  readonly row: Row;
  readonly parent?: TrackerElement | undefined;
  /** The loop it is part of. */
  readonly located?: LocatedLoop;
  /** The loop's folder as text, and the round's id: as `prepLoop.openRound` takes them. */
  readonly loop?: string | undefined;
  readonly round?: string | undefined;
  /** The file to open, and the place in it. */
  readonly uri?: vscode.Uri | undefined;
  readonly line?: number | undefined;
  readonly start?: number | undefined;
  /** Of a line that can be ticked. */
  readonly text?: string | undefined;
  /** Its place among the lines of the same text: see `ChecklistItem`. */
  readonly nth?: number | undefined;
  /** What is under it, where that is not what its row says. */
  children?(): readonly TrackerElement[] | Promise<readonly TrackerElement[]>;
}

/** The element of a row under another one. */
export function rowElement(parent: TrackerElement, located: LocatedLoop, row: Row): TrackerElement {
  const place = 'place' in row ? row.place : undefined;
  return {
    id: `${located.uri.toString()}#${row.id}`,
    row,
    parent,
    located,
    loop: parent.loop,
    round: 'round' in row ? row.round : undefined,
    // The documents lie in the loop’s folder, which has no file to open.
    uri: place ? uriIn(located.root.uri, place.path) : row.kind === 'documents' ? located.uri : undefined,
    line: place?.line,
    start: place?.start,
    text: 'item' in row ? row.item?.text : undefined,
    nth: 'item' in row ? row.item?.nth : undefined,
  };
}

/** A loop. It stays the same object while its content changes, so that it can be refreshed. */
export class LoopElement implements TrackerElement {
  readonly id: string;
  readonly loop: string;
  /** The row of the closed loops, for one of them. */
  parent: TrackerElement | undefined;

  /** @param rowNow a loop's row on the day that it is drawn. */
  constructor(
    public located: LocatedLoop,
    private readonly rowNow: (located: LocatedLoop) => Row,
  ) {
    this.id = located.uri.toString();
    this.loop = this.id;
  }

  get row(): Row {
    return this.rowNow(this.located);
  }

  get uri(): vscode.Uri {
    return vscode.Uri.joinPath(this.located.uri, 'loop.md');
  }
}

/** The row that the closed loops are folded away under. */
export class ClosedElement implements TrackerElement {
  readonly id = 'closed';
  loops: readonly LoopElement[] = [];

  get row(): Row {
    return closedRow(this.loops.length);
  }

  children(): readonly LoopElement[] {
    return this.loops;
  }
}

/** A playbook of the workspace that cannot be used, with the first reason and its place. */
export function playbookElement({ id, uri, problems }: PlaybookEntry): TrackerElement {
  const problem = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  const message = problem?.message ?? vscode.l10n.t('It cannot be read.');
  const label = vscode.l10n.t('Playbook “{0}”: {1}', id, message);
  const file = uriIn(uri, problem?.path ?? 'playbook.json');
  return {
    id: `playbook ${uri.toString()}`,
    row: rowOf({
      id,
      kind: 'problem',
      label,
      icon: 'error',
      tooltip: `${label}\n${problem?.path ?? ''}`,
      command: {
        id: 'prepLoop.openFile',
        title: 'Open File',
        argument: { uri: file, ...(problem && { start: problem.start }) },
      },
    }),
  };
}
