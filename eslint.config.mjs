import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import regexp from 'eslint-plugin-regexp';

/** Every pattern is a literal, so that the rules on patterns below see it. */
const REGEXP = {
  selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
  message: 'Write the pattern as a literal: what is put together at run time is not checked for its worst case.',
};

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
      // The formatter breaks what it can; sentences, templates and patterns stay whole.
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
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
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': [
        'error',
        REGEXP,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument in core.' },
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: 'Time is an argument in core.',
        },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'Randomness is an argument in core.',
        },
      ],
    },
  },
  {
    // A table is as long as what it lists.
    files: ['src/commandTable.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A function that asks more than this is several: split it by what it reads or judges.
    files: ['src/**'],
    rules: { complexity: ['error', 20] },
  },
  {
    files: ['test/**', '*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      'max-lines': ['error', { max: 650, skipComments: true, skipBlankLines: true }],
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
