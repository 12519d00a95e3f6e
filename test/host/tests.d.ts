/** esbuild.mjs makes these: `load` defines every test of the folder (`tests:<folder>` or `tests:<folder>#<suffix>`). */
declare module 'tests:*' {
  export function load(): void;
}

/** The npm package `assert`, whose API is that of Node's module of the same name. */
declare module 'assert/' {
  const assert: { readonly strict: unknown };
  export default assert;
}
