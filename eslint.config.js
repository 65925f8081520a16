import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import { configs as ts } from 'typescript-eslint';

/** Strict content security policies and Trusted Types refuse these. */
const unsafe = {
  'no-restricted-imports': [
    'error',
    ...['style-map', 'unsafe-html', 'unsafe-mathml', 'unsafe-svg'].map((name) => `lit/directives/${name}.js`),
    { name: 'lit', importNames: ['unsafeCSS'] },
  ],
  'no-restricted-syntax': [
    'error',
    'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|cssText)$/]',
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
  ],
  'lit/ban-attributes': ['error', 'style'],
};

export default defineConfig(
  { ignores: ['**/dist', 'packages/embed/lib', '**/custom-elements.json', 'test/frameworks/{pages,types}'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [ts.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['packages/{elements,embed}/src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    rules: {
      ...unsafe,
      'wc/require-listener-teardown': 'off', // it knows neither once nor signal
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
    },
  },
  // chai's assertions look like promises.
  { files: ['test/elements/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  {
    // A test left out, or alone, would go unnoticed.
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        'MemberExpression[property.name=/^(only|skip|todo)$/][object.name=/^(it|test|describe|suite)$/]',
      ],
    },
  },
);
