/** What the tracker's tree hands to VS Code and gets back. Commands in menus read these fields. */
import * as vscode from 'vscode';
import type { Problem } from '../core/ports';
import type { TrackerNode } from '../core/tracker/trackerNode';
import type { LocatedLoop, PlaybookEntry } from '../store/api';

/** A loop, a node under one, or a playbook of the workspace that cannot be used. */
export interface TrackerElement {
  /** Unique in the view and stable. */
  readonly id: string;
  readonly parent: TrackerElement | undefined;
  /** The loop it is part of. */
  readonly located: LocatedLoop | undefined;
  /** Undefined for the loop itself. */
  readonly node: TrackerNode | undefined;
  /** The file to open. */
  readonly uri: vscode.Uri | undefined;
  readonly line: number | undefined;
  readonly start: number | undefined;
  readonly text: string | undefined;
  /** The loop's folder as text, and the round's id: as `prepLoop.openRound` takes them. */
  readonly loop: string | undefined;
  readonly round: string | undefined;
  /** What is under it, where that is not what its node says. */
  readonly rows?: readonly TrackerElement[];
}

/** The loop's element stays the same object while its content changes, so that it can be refreshed. */
export class LoopElement implements TrackerElement {
  /** The row of the closed loops, for one of them. */
  parent: TrackerElement | undefined;
  readonly node = undefined;
  readonly line = undefined;
  readonly start = undefined;
  readonly text = undefined;
  readonly round = undefined;
  readonly id: string;
  readonly loop: string;

  constructor(public located: LocatedLoop) {
    this.id = located.uri.toString();
    this.loop = this.id;
  }

  get uri(): vscode.Uri {
    return vscode.Uri.joinPath(this.located.uri, 'loop.md');
  }
}

/** The row that the closed loops are folded away under. */
export class ClosedRow implements TrackerElement {
  readonly id = 'closed';
  readonly parent = undefined;
  readonly located = undefined;
  readonly uri = undefined;
  readonly line = undefined;
  readonly start = undefined;
  readonly text = undefined;
  readonly loop = undefined;
  readonly round = undefined;
  rows: readonly LoopElement[] = [];

  get node(): TrackerNode {
    const count = this.rows.length;
    const spoken = count === 1 ? '1 closed loop' : `${count} closed loops`;
    return {
      id: 'closed',
      kind: 'closed',
      label: vscode.l10n.t('Closed'),
      description: String(count),
      icon: 'closed',
      tooltip: spoken,
      spoken,
      children: [],
      open: false,
    };
  }
}

export function nodeElement(parent: TrackerElement, located: LocatedLoop, node: TrackerNode): TrackerElement {
  const { loop } = parent;
  return {
    id: `${located.uri.toString()}#${node.id}`,
    parent,
    located,
    node,
    uri: node.place && vscode.Uri.joinPath(located.root.uri, ...node.place.path.split('/')),
    line: node.place?.line,
    start: node.place?.start,
    text: node.item?.text,
    loop,
    round: node.round,
  };
}

/** A playbook of the workspace that cannot be used, with the first reason and its place. */
export function playbookElement({ id, uri, problems }: PlaybookEntry): TrackerElement {
  const problem: Problem | undefined = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  const message = problem?.message ?? vscode.l10n.t('It cannot be read.');
  const label = vscode.l10n.t('Playbook “{0}”: {1}', id, message);
  return {
    id: `playbook ${uri.toString()}`,
    parent: undefined,
    located: undefined,
    node: {
      id,
      kind: 'problem',
      label,
      icon: 'error',
      tooltip: `${label}\n${problem?.path ?? ''}`,
      spoken: label,
      children: [],
      open: false,
    },
    uri: vscode.Uri.joinPath(uri, ...(problem?.path ?? 'playbook.json').split('/')),
    line: undefined,
    start: problem?.start,
    text: undefined,
    loop: undefined,
    round: undefined,
  };
}
