/**
 * The tests module that VS Code loads in its extension host (desktop or server): every test of `test/editor/suite/`.
 */
import { load } from 'tests:test/editor/suite';
import { runLoaded } from './run';

export const run = (): Promise<void> => runLoaded(load);
