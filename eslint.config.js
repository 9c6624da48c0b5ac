import astro from 'eslint-plugin-astro';
import checkFile from 'eslint-plugin-check-file';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Code that TypeScript reads by itself; .astro files go through a compiler of their own. */
const typed = ['**/*.{ts,tsx,js,mjs}'];

/** Astro's own view on the collections. */
const astroContent = {
  name: 'astro:content',
  message: 'Records come through src/content, which joins them and throws on a missing id.',
};

/** An attribute that writes an inline style, which the content security policy refuses. */
const inlineStyle = [
  {
    selector: "JSXAttribute[name.name='style']",
    message: 'The content security policy forbids inline styles: use a class or an SVG attribute.',
  },
  {
    selector: "JSXAttribute[name.namespace.name='define'][name.name.name='vars']",
    message: 'define:vars writes an inline style, which the content security policy forbids.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.tmp/', 'test-results/', 'playwright-report/']),
  {
    // A comment that switches a rule off must still be needed.
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },

  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers read the same in a template as anywhere; objects and undefined stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => done()` is shorter than a block and hides nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `while (true)` with a way out in the middle is sometimes the plainest loop.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // A value that is never read is a mistake, save for the places that a position forces on us.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Spreading a string splits it by code point, which is what counting Han characters wants.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      // `==` converts its sides; `== null` is the one use that is plainer than its alternative.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      // The rule does not see a type given in JSDoc; TypeScript, which checks these files too, does.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },

  {
    // The parser of .astro files yields no types for our rules to ask about. Stands before the Astro
    // plugin's own settings, which put that parser in place.
    files: ['**/*.astro', '**/*.astro/*.{ts,js}'],
    extends: [tseslint.configs.strict, tseslint.configs.disableTypeChecked],
  },
  astro.configs.recommended,
  astro.configs['jsx-a11y-strict'],
  {
    files: ['**/*.astro'],
    rules: {
      // What scrolls sideways (wide tables, code) must take the keyboard's focus to be scrolled.
      'astro/jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['pre'], roles: ['region', 'tabpanel'] },
      ],
    },
  },
  {
    // Drawings and islands are held to the same accessibility rules as .astro files.
    files: ['**/*.tsx'],
    extends: [jsxA11y.configs.strict],
    rules: {
      // As for .astro files.
      'jsx-a11y-x/no-noninteractive-tabindex': [
        'error',
        { tags: ['pre'], roles: ['region', 'tabpanel'] },
      ],
    },
  },
  {
    files: ['src/**/*.{astro,tsx}'],
    rules: {
      // See `inlineStyle`.
      'no-restricted-syntax': ['error', ...inlineStyle],
    },
  },

  {
    files: ['src/**', 'tests/**'],
    ignores: ['src/content/**', 'src/content.config.ts'],
    rules: {
      // One door to the content: see CONTRIBUTING.md.
      'no-restricted-imports': ['error', { paths: [astroContent] }],
    },
  },
  {
    files: ['src/models/**'],
    rules: {
      // A model is arithmetic: it must run alike in a page, a worker and Node, and be read alone.
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^(?!\.{1,2}/|@noble/hashes/)`,
              message: 'A model loads its neighbours and @noble/hashes only.',
            },
            {
              regex: String.raw`/(?:components|content|exports|figures|i18n|layouts|pages|schemas|tooling)/`,
              message: 'A model loads nothing outside src/models.',
            },
          ],
        },
      ],
      // No page, network, storage or timers in a model; time and chance come in as arguments.
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'self',
          'document',
          'navigator',
          'location',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'fetch',
          'Worker',
          'process',
          'performance',
          'crypto',
          'requestAnimationFrame',
          'setTimeout',
          'setInterval',
          'queueMicrotask',
        ],
      ],
      // As above: the same input gives the same output, in every run.
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a seed as an argument.' },
        { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
      ],
      // As above: `new Date()` reads the clock, `new Date(time)` does not.
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time as an argument.',
        },
      ],
    },
  },

  {
    files: ['src/**', 'tests/**'],
    plugins: { 'check-file': checkFile },
    rules: {
      // One look for each kind of file: components PascalCase, all else kebab-case. Pages are named
      // by their addresses, so they stand apart.
      'check-file/filename-naming-convention': [
        'error',
        {
          'src/{components,figures,layouts}/**/*.{astro,tsx}': 'PASCAL_CASE',
          '{src,tests}/!(pages)/**/*.{ts,js,mjs}': 'KEBAB_CASE',
        },
        { ignoreMiddleExtensions: true },
      ],
      // As above, for folders.
      'check-file/folder-naming-convention': [
        'error',
        { 'src/!(pages)/**/': 'KEBAB_CASE', 'tests/**/': 'KEBAB_CASE' },
      ],
    },
  },
);
