/** esbuild.mjs makes these: `load` defines every test of the folder (`tests:<folder>` or `tests:<folder>#<suffix>`). */
declare module 'tests:*' {
  export function load(): void;
}

/** The npm package `assert`, whose API is that of Node's module of the same name. */
declare module 'assert/' {
  const assert: { readonly strict: unknown };
  export default assert;
}

/** It ships its types where its package.json does not say. */
declare module '@vscode/vsce' {
  export * from '@vscode/vsce/dist/vsce';
}
