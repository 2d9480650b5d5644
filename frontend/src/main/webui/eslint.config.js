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
      // The compiler checks a function property more strictly than a method, and it needs no object to be called on.
      '@typescript-eslint/method-signature-style': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // A listener reads best as `() => x.close()`, and nobody uses its result.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // A number in a template is as clear as `String(number)`.
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // A new function per render costs too little to matter here.
      'lit/no-template-arrow': 'off',
      // The lists are short, and a loop is clearest where its result stands.
      'lit/no-template-map': 'off',
      // LitElement has every callback, and `override` makes the compiler check that.
      'wc/guard-super-call': 'off',
    },
  },
  // The catalogues of texts are data.
  {files: ['src/texts.ts', 'src/later-texts.ts', 'src/owner-texts.ts'], rules: {'max-lines': 'off'}},
  // A suite has as many tests as its subject needs.
  {files: ['test/**'], rules: {'max-lines': 'off'}},
  {files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked]},
);
