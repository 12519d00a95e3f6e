import type * as vscode from 'vscode';
import type { LocatedLoop } from '../store/api';
import type { TrackerElement } from './trackerElements';

/** A part of every loop's tree that is made in a file of its own, and worked out only when it is opened. */
export interface TrackerPart {
  /** Fires with the element of the part to draw again. */
  readonly onDidChange: vscode.Event<TrackerElement>;
  /** The part's own element under a loop: cheap, and the same object for as long as there is the loop. */
  rootOf(parent: TrackerElement, located: LocatedLoop): TrackerElement;
}
