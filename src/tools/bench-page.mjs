// The part of `npm run bench` that needs the page: a thousand runs of the NEC in Chromium, and how smooth the page stays.
// Prints one line of JSON for each setting: {case, ms, runs, framesPerSecond, slowestFrameMs}.
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { installOrExit, root } from './install.mjs';

installOrExit();
const executablePath = ensureChromium();
const { build, preview } = await import('vite');
const { chromium } = await import('playwright-core');
const configFile = join(root, 'vite.config.ts');
await build({ configFile, logLevel: 'error' });
const server = await preview({
  configFile,
  logLevel: 'error',
  preview: { host: '127.0.0.1', port: 4320, open: false },
});
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args: [...sandbox, '--disable-gpu'] });

/** Counts frames from now on; resolves to what there was when asked again. */
const watchFrames = () => {
  const frames = { from: performance.now(), last: performance.now(), count: 0, slowest: 0 };
  const frame = (now) => {
    frames.slowest = Math.max(frames.slowest, now - frames.last);
    frames.last = now;
    frames.count += 1;
    globalThis.requestAnimationFrame(frame);
  };
  globalThis.requestAnimationFrame(frame);
  globalThis.framesSeen = () => ({
    framesPerSecond: Math.round((1000 * frames.count) / (performance.now() - frames.from)),
    slowestFrameMs: Math.round(frames.slowest),
  });
};

const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
await page.goto(server.resolvedUrls.local[0]);
await page.getByRole('button', { name: /^Labour NEC, CLP section, 2020/ }).click();
await page.waitForURL(/#\/rank/);
for (const name of ['Ann Black', 'Yasmine Dar', 'Mish Rahman']) {
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
}
await page.evaluate(() => (globalThis.location.hash = '#/count/runs'));
for (const setting of ['10,000 for all', /^All 129,549/]) {
  await page.getByRole('radio', { name: setting }).check();
  await page.evaluate(watchFrames);
  const start = performance.now();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('1,000 runs made').waitFor({ timeout: 600_000 });
  const ms = Math.round(performance.now() - start);
  const frames = await page.evaluate(() => globalThis.framesSeen());
  const voters = typeof setting === 'string' ? '10,000 papers' : 'a paper for each voter';
  console.log(JSON.stringify({ case: `1,000 NEC runs on the page, ${voters}`, ms, runs: 1, ...frames }));
}
await browser.close();
await server.close();
