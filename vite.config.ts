import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorker } from './src/tools/service-worker.mjs';

// Everything comes from the app's own files; nothing may be sent anywhere.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// Only in the build: the dev server injects styles and scripts of its own.
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
});

const needsPage = ['state', 'ui', 'app'];
const pageTests = needsPage.map((folder) => `tests/${folder}/**/*.test.ts`);

export default defineConfig({
  root: 'src',
  publicDir: '../static',
  base: './',
  plugins: [
    svelte({ configFile: join(import.meta.dirname, 'svelte.config.js') }),
    contentSecurityPolicy(),
    serviceWorker(),
  ],
  // zundo imports zustand's root entry, which needs React; the part it uses is in the vanilla entry.
  resolve: { alias: [{ find: /^zustand$/, replacement: 'zustand/vanilla' }] },
  worker: { format: 'es' },
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  test: {
    root: import.meta.dirname,
    testTimeout: 15_000,
    hookTimeout: 15_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
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
});
