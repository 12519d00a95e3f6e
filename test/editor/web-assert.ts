/** `node:assert/strict` for the web worker, where there is no Node: the same API from the npm package. */
import type strict from 'node:assert/strict';
// The package's own name, not Node's module, which is not there.
import assert from 'assert/';

export default assert.strict as typeof strict;
