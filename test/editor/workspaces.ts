/** The tests module for a window with two workspace folders: every test of `test/editor/workspaces/`. */
import { load } from 'tests:test/editor/workspaces';
import { runLoaded } from './run';

export const run = (): Promise<void> => runLoaded(load);
