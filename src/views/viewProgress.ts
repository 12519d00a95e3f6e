import * as vscode from 'vscode';
import { takesLonger } from '../lifecycle';

/** Work that ends sooner is not shown, in milliseconds: a bar that only flashes is no help. */
const SHORT = 700;

/** Shows the bar at the top of a view while work is on that takes its time. */
export async function showProgress(viewId: string, work: Promise<unknown>, short = SHORT): Promise<void> {
  if (!(await takesLonger(work, short))) return;
  const end = work.then(
    () => undefined,
    () => undefined,
  );
  await vscode.window.withProgress({ location: { viewId } }, () => end);
}
