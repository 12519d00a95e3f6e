import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import regexp from 'eslint-plugin-regexp';

/** What each layer must not import: dependencies point one way, core ← everything else. */
const layer = (files, patterns) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }],
  },
});
const NODE = [['node:*', 'fs', 'path', 'os', 'crypto'], 'Only extension.node.ts may use Node: everything else runs in the web host.'];
const VSCODE = [['vscode'], 'This layer must not know the editor.'];

/** Every pattern is a literal, so that the rules on patterns below see it. */
const REGEXP = { selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]', message: 'Write the pattern as a literal: what is put together at run time is not checked for its worst case.' };

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.vscode-test/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  regexp.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { ecmaVersion: 2023 } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 350, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    // What users, playbooks and peers write is matched: no pattern may take longer than linear time for any text.
    files: ['src/**'],
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
      'no-restricted-syntax': ['error', REGEXP],
    },
  },
  layer(['src/core/**'], [NODE, VSCODE, [['**/store/**', '**/views/**', '**/webview/**', '**/commands/**', '**/language/**'], 'core imports nothing outside core.']]),
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': [
        'error',
        REGEXP,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument in core.' },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time is an argument in core.' },
        { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Randomness is an argument in core.' },
      ],
    },
  },
  layer(['src/webview/protocol/**'], [NODE, VSCODE]),
  layer(['src/webview/browser/**'], [NODE, VSCODE, [['**/store/**', '**/views/**', '**/webview/host/**', '**/commands/**'], 'The browser side imports protocol and core only.']]),
  layer(['src/store/**', 'src/timer/**', 'src/language/**', 'src/views/**', 'src/webview/host/**', 'src/commands/**', 'src/activate.ts', 'src/extension.web.ts'], [NODE]),
  {
    files: ['test/**', '*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
