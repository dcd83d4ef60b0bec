import js from '@eslint/js';
import globals from 'globals';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/openapi.gen.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y },
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      // Focus is moved on purpose in dialogs and on the review screen, and the tests check where it goes.
      'jsx-a11y/no-autofocus': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Inline style elements and markup are refused by the site's CSP: nothing may write HTML by hand.
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Only the guides, whose HTML is made at build time from our own files, may do this.',
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Use src/app/localStore.ts: tokens must never reach it.' },
        { name: 'sessionStorage', message: 'Use src/app/localStore.ts: tokens must never reach it.' },
      ],
    },
  },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'no-restricted-globals': 'off' } },
  {
    // Tests look into the stores that the app must not touch, and load a module afresh.
    files: ['src/**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-globals': 'off', '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['{plugins,mocks,scripts}/**', '*.config.*'], languageOptions: { globals: globals.node } },
  { files: ['public/*.js'], languageOptions: { globals: globals.browser } },
  {
    rules: {
      // `const { secret: _secret, ...rest }` leaves something out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
    },
  },
);
