/**
 * `npm run test:workspaces -- [--grep TEXT]`: the suite of `test/editor/workspaces/` in a real VS Code with two
 * workspace folders.
 */
import { main } from './main';
import { runWorkspacesSuite } from './suites';

main(runWorkspacesSuite);
