/** `npm run test:web -- [--grep TEXT]`: the web worker host's suite (`test/editor/web/` and every `.smoke.test.ts`). */
import { main } from './main';
import { runWebSuite } from './suites';

main(runWebSuite);
