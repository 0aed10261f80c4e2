// The part of `npm run bench` that needs the page: a thousand runs of the NEC in Chromium, and how smooth the page stays.
// Prints one line of JSON for each setting: {case, ms, runs, framesPerSecond, slowestFrameMs}.
import { openBrowser, watchFrames } from './bench-browser.mjs';

const { browser, address, close } = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
await page.goto(address);
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
  // A locator would look every half second only.
  const isDone = () => globalThis.document.body.textContent.includes('1,000 runs made');
  await page.waitForFunction(isDone, null, { polling: 20, timeout: 600_000 });
  const ms = Math.round(performance.now() - start);
  const frames = await page.evaluate(() => globalThis.framesSeen());
  const voters = typeof setting === 'string' ? '10,000 papers' : 'a paper for each voter';
  console.log(JSON.stringify({ case: `1,000 NEC runs on the page, ${voters}`, ms, runs: 1, ...frames }));
}
await close();
