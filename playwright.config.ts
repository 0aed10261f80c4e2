import { defineConfig } from '@playwright/test';
import { findChromium } from './src/tools/chromium.mjs';

// Not the port of `npm start`, so that the tests can run beside it; PORT lets two checkouts be tested at once.
const port = process.env['PORT'] ?? '4319';
const address = `http://127.0.0.1:${port}/`;
const chromium = process.env['CHROMIUM'] ?? findChromium();
const asRoot = process.getuid?.() === 0;

const launchOptions = {
  ...(chromium === undefined ? {} : { executablePath: chromium }),
  args: [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // So that pictures are the same on every machine.
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--force-color-profile=srgb',
  ],
};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000, // axe over a full result sheet takes its time on two cores
  expect: { timeout: 10_000 },
  workers: 2,
  reporter: 'list',
  use: { baseURL: address, locale: 'en-GB', browserName: 'chromium', launchOptions, screenshot: 'only-on-failure' },
  snapshotPathTemplate: '{testDir}/__pictures__/{arg}{ext}',
  // A test that depends on no size is run at one, by its tag, @desk or @phone, or with all of its file, by the end of the
  // file's name. A trace of a failure is made by `--trace on`.
  projects: [
    // What it looks like, at sizes of its own.
    { name: 'pictures', testMatch: /visual\.spec/ },
    // A laptop with a touch screen, so that every way to rank is tried at both sizes.
    {
      name: 'desktop',
      testIgnore: /(visual|-phone)\.spec/,
      grepInvert: /@phone/,
      use: { viewport: { width: 1280, height: 800 }, hasTouch: true },
    },
    {
      name: 'phone',
      // rank-proof has windows of its own.
      testIgnore: /(visual|rank-proof|-desk)\.spec/,
      grepInvert: /@desk/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
