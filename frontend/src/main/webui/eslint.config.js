import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  lit.configs['flat/all'],
  wc.configs['flat/best-practice'],
  litA11y.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', 250],
      // A member that is a function is checked more strictly than a method, and can be handed on without its object.
      '@typescript-eslint/method-signature-style': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // `() => x.close()` is how a listener reads best; its result goes nowhere.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // A number reads in a template as it does anywhere else.
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // Lit compares listeners by identity, but to exchange one costs nothing that matters here.
      'lit/no-template-arrow': 'off',
      // Lists are short, and a loop reads best where its result stands.
      'lit/no-template-map': 'off',
      // LitElement has every callback, and `override` lets the compiler check that.
      'wc/guard-super-call': 'off',
    },
  },
  // A suite of tests is as long as what it describes.
  {files: ['test/**'], rules: {'max-lines': 'off'}},
  {files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked]},
);
