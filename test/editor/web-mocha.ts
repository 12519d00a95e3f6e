/** Mocha's build for browsers, which puts its class on the global object. */
import type Mocha from 'mocha';
import 'mocha/mocha.js';

export default (globalThis as unknown as { Mocha: typeof Mocha }).Mocha;
