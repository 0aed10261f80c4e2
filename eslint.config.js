import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Each floor may import itself and the floors listed, and the packages listed; nothing else.
const floors = {
  basics: { below: [] },
  election: { below: ['basics'] },
  ballots: { below: ['basics', 'election'] },
  count: { below: ['basics', 'election'] },
  turnout: { below: ['basics', 'election', 'count'] },
  slate: { below: ['basics', 'election', 'count', 'turnout'] },
  story: { below: ['basics', 'election', 'count'] },
  picture: { below: ['basics', 'election', 'count', 'story'], packages: ['d3-shape'] },
  worker: { below: ['basics', 'election', 'ballots', 'count', 'turnout', 'slate'] },
  state: {
    below: ['basics', 'election', 'ballots', 'count', 'turnout', 'slate', 'worker'],
    packages: ['svelte', 'zustand', 'zundo', 'idb-keyval'],
  },
  ui: {
    below: ['basics', 'election', 'ballots', 'count', 'turnout', 'slate', 'story', 'picture'],
    packages: ['svelte', '@dnd-kit'],
  },
  headless: {
    below: ['basics', 'election', 'ballots', 'count', 'turnout', 'slate', 'story'],
    packages: ['node:[^/]+'],
  },
  app: {
    below: ['basics', 'election', 'ballots', 'count', 'turnout', 'slate', 'story', 'picture', 'worker', 'state', 'ui'],
    packages: ['svelte'],
  },
};
const pure = ['basics', 'election', 'ballots', 'count', 'turnout', 'slate', 'story', 'picture'];

const noReact = { name: 'zustand', message: "Use 'zustand/vanilla': the root entry imports React." };

// One entry for each depth of folders, so that '../ballots' means the floor only where it leads there.
const boundaries = ([floor, { below, packages = [] }]) => {
  const others = [...Object.keys(floors), 'tools'].filter((name) => name !== floor && !below.includes(name));
  const allowed = ['\\.', ...packages.map((name) => `${name}(/|$)`)].join('|');
  const foreign = {
    regex: `^(?!${allowed})`,
    message: `src/${floor} imports ${packages.length ? 'only its own packages' : 'no packages'}.`,
  };
  return [1, 2, 3, 4].map((depth) => ({
    files: [`src/${floor}/${'*/'.repeat(depth - 1)}*.{ts,svelte}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [noReact],
          patterns: [
            foreign,
            {
              regex: `^(\\./)?(\\.\\./){${depth}}(${others.join('|')})(/|$)`,
              message: `src/${floor} may import only: ${[floor, ...below].join(', ')}.`,
            },
            { regex: `^(\\./)?(\\.\\./){${depth + 1}}`, message: 'Nothing outside src is imported.' },
          ],
        },
      ],
    },
  }));
};

const noLateImport = {
  selector: 'ImportExpression',
  message: 'Import at the top of the file, where the table of floors is checked.',
};
const noStaticStyle = {
  selector: 'SvelteAttribute[key.name="style"] > SvelteLiteral',
  message: 'The content security policy blocks style="…"; use a class, or style:name={value}.',
};

// What a pure floor must not reach for: the page, the clock, chance, and the world outside.
// prettier-ignore
const outside = [
  'window', 'document', 'navigator', 'location', 'history', 'self', 'globalThis', 'process', 'console',
  'fetch', 'Worker', 'localStorage', 'sessionStorage', 'indexedDB', 'caches',
  'Date', 'performance', 'crypto', 'setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame',
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    files: ['**/*.{ts,mts,svelte}'],
    extends: [ts.configs.strictTypeChecked, svelte.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'no-undef': 'off', // TypeScript knows better what exists where.
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }], // numbers and bigints
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'no-restricted-syntax': ['error', noStaticStyle],
      'svelte/button-has-type': 'error',
      'svelte/no-navigation-without-resolve': 'off', // made for SvelteKit's router
    },
  },
  {
    // To the linter every imported component is of type any. svelte-check knows their types and checks what these would.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  { files: ['src/tools/offline-worker.js'], languageOptions: { globals: globals.serviceworker } },

  ...Object.entries(floors).flatMap(boundaries),
  {
    files: ['src/tools/**', '*.{js,ts}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\./src|\\.\\.)/(${Object.keys(floors).join('|')})(/|$)`,
              message: 'The tools import nothing of the app.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'src/{basics,election,ballots,count,turnout,slate,story,picture,worker,state,ui,headless}/**/*.{ts,svelte}',
    ],
    rules: { 'no-restricted-syntax': ['error', noLateImport, noStaticStyle] },
  },
  {
    files: pure.map((floor) => `src/${floor}/**/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...outside.map((name) => ({ name, message: 'A pure floor takes this as an argument.' })),
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Take a seeded Random.' }],
    },
  },
  {
    files: ['src/{state,ui,app}/**/*.{ts,svelte}'],
    rules: { 'no-restricted-globals': ['error', { name: 'Worker', message: 'Workers are started in src/worker.' }] },
  },
  prettier,
  svelte.configs.prettier,
);
