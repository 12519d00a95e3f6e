/**
 * `npm run test:editor -- [--grep TEXT]`: the suite of `test/editor/suite/` in a real VS Code, on a fresh copy of the
 * empty fixture workspace. See hosts.ts for which VS Code, and browser.ts for which browser.
 */
import { runEditorSuite } from './suites';
import { main } from './main';

main(runEditorSuite);
