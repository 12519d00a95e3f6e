import type * as vscode from 'vscode';
import type { LocatedLoop } from '../store/api';
import type { TrackerElement } from './trackerElement';

/** A part of every loop's tree that is made in a file of its own, and worked out only when it is opened. */
export interface TrackerPart {
  /** Fires with the element of the part to draw again. */
  readonly onDidChange: vscode.Event<TrackerElement>;
  /** The part's own line under a loop: cheap, and the same object for as long as there is the loop. */
  rootOf(parent: TrackerElement, located: LocatedLoop): TrackerElement;
  /** What is under an element of this part; undefined for an element of another. */
  childrenOf(element: TrackerElement): Promise<TrackerElement[]> | undefined;
  /** Draws an element of this part; undefined for an element of another. */
  itemOf(element: TrackerElement): vscode.TreeItem | undefined;
}
