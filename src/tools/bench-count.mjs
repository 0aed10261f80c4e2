// The part of `npm run bench` that needs the pages of the Count step: what a key or a press costs on them at a quarter of the
// speed. Prints one line of JSON for each: {case, ms, cpuMs}: from the key or press to the next paint, as the browser times
// it, and the work of the page's main thread, which other programs on the machine do not lengthen.
import { openBrowser } from './bench-browser.mjs';

const { browser, address, close } = await openBrowser();
const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
await page.goto(address);
await page.getByRole('button', { name: /^Labour NEC, CLP section, 2020/ }).click();
await page.waitForURL(/#\/rank/);
await page
  .getByRole('button', { name: /Ann Black/ })
  .first()
  .click();
await page.evaluate(() => (globalThis.location.hash = '#/count/runs'));
await page.getByLabel('Runs, 1 to 100,000').fill('100');
await page.getByLabel('Runs, 1 to 100,000').press('Tab');
await page.getByRole('button', { name: 'Start' }).click();
await page.getByText('100 runs made').waitFor({ timeout: 300_000 });

const tools = await page.context().newCDPSession(page);
await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
await page.evaluate(() => {
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.slowest = Math.max(globalThis.slowest, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
});
const work = async () => {
  const { metrics } = await tools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
};

/** Pressed by keyboard: a click by mouse has the browser test's own search for the place in it. */
async function timed(name, element, key) {
  await element.focus();
  await page.waitForTimeout(500);
  await page.evaluate(() => (globalThis.slowest = 0));
  const before = await work();
  await page.keyboard.press(key);
  await page.waitForTimeout(500);
  const cpuMs = Math.round((await work()) - before);
  console.log(JSON.stringify({ case: name, ms: await page.evaluate(() => globalThis.slowest), cpuMs }));
}

const dots = page.getByRole('slider').first();
for (const key of ['End', 'ArrowLeft', 'PageDown']) await timed(`dots of runs, ${key}`, dots, key);
for (const name of ['Chances as a table', 'Seats as a table']) {
  await timed(name, page.locator('summary', { hasText: name }), 'Enter');
}
await page.evaluate(() => (globalThis.location.hash = '#/count/compare'));
await page.getByRole('combobox', { name: 'Votes at' }).waitFor();
await timed('compared: votes at the stage before', page.getByRole('combobox', { name: 'Votes at' }), 'ArrowUp');
await timed('compared: your vote move by move', page.locator('summary', { hasText: 'Move by move' }).first(), 'Enter');
await timed('compared: A and B swapped', page.getByRole('button', { name: 'Swap A and B' }), 'Enter');
await close();
