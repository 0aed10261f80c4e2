import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { besideOnePage, onePage, onePageMode, policyOf } from './src/tools/one-page.mjs';
import { serviceWorker } from './src/tools/service-worker.mjs';

// Everything comes from the app's own files; nothing may be sent anywhere. A picture that is saved as PNG is drawn from its
// own text, a data: address. Only in the build: the dev server injects styles and scripts of its own.
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf("'self'", { image: "'self' data:" }) },
      injectTo: 'head-prepend',
    },
  ],
});

const needsPage = ['state', 'ui', 'app'];
const pageTests = needsPage.map((folder) => `tests/${folder}/**/*.test.ts`);

// zundo imports zustand's root entry, which needs React; the part it uses is in the vanilla entry.
const vanilla = { find: /^zustand$/, replacement: 'zustand/vanilla' };
const svelteHere = () => svelte({ configFile: join(import.meta.dirname, 'svelte.config.js') });
const checks = { pluginTimings: false }; // on a busy machine every build, `npm start` among them, would print a table of them
const build = {
  outDir: '../dist',
  emptyOutDir: true,
  target: 'es2022',
  assetsInlineLimit: 0,
  rolldownOptions: { checks },
};

const common: ViteUserConfig = {
  root: 'src',
  publicDir: '../static',
  base: './',
};

/** The app as one file. */
const onePageConfig: ViteUserConfig = {
  ...common,
  plugins: [svelteHere(), onePage()],
  resolve: { alias: [vanilla, { find: /^\.\/start-worker$/, replacement: './start-inline-worker' }] },
  // A page from a file has no origin, and such a page may not start a worker that is a module.
  worker: { format: 'iife' },
  build: {
    ...build,
    emptyOutDir: false,
    copyPublicDir: false,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { checks, output: { codeSplitting: false } },
  },
};

/** The app with the gallery of pictures, for the tests that look at them; not for offline use. */
const galleryConfig: ViteUserConfig = {
  ...common,
  plugins: [svelteHere(), contentSecurityPolicy()],
  resolve: { alias: [vanilla] },
  worker: { format: 'es' },
  build: { ...build, outDir: '../test-results/gallery' },
};

/** The app as it is served, the tests, and beside both the app as one file. */
const wholeConfig: ViteUserConfig = {
  ...common,
  plugins: [
    svelteHere(),
    contentSecurityPolicy(),
    besideOnePage(join(import.meta.dirname, 'vite.config.ts')),
    serviceWorker(),
  ],
  resolve: { alias: [vanilla] },
  worker: { format: 'es' },
  build,
  test: {
    root: import.meta.dirname,
    testTimeout: 60_000, // for what hangs: a busy machine must not fail a test
    hookTimeout: 60_000,
    maxWorkers: availableParallelism(), // the usual number leaves one core idle
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
          isolate: false, // these floors keep nothing between two tests, and loading them anew for each file takes longer than many
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', ...pageTests],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: pageTests,
          setupFiles: ['tests/support/setup.ts'],
          server: { deps: { inline: ['zundo'] } },
        },
      },
    ],
  },
};

const configs: Readonly<Record<string, ViteUserConfig>> = { [onePageMode]: onePageConfig, gallery: galleryConfig };

export default defineConfig(({ mode }) => configs[mode] ?? wholeConfig);
