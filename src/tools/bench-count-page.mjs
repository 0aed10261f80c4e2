// The part of `npm run bench` that needs the page of one count: how long the page is busy after a control is pressed, up to
// and with the next paint, on a phone with a processor four times slower. Time of the page's own thread, so that it is
// much the same on a machine at work. Prints one line of JSON for each control: {case, ms, runs}, ms the
// median.
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { installOrExit, root } from './install.mjs';

installOrExit();
const executablePath = ensureChromium();
const { preview } = await import('vite');
const { chromium } = await import('playwright-core');
const configFile = join(root, 'vite.config.ts');
const server = await preview({
  configFile,
  logLevel: 'error',
  preview: { host: '127.0.0.1', port: 4321, open: false },
});
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args: [...sandbox, '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
await page.goto(server.resolvedUrls.local[0]);
await page.getByRole('button', { name: /^Labour NEC, CLP section, 2020/ }).click();
await page.waitForURL(/#\/rank/);
for (const name of ['Luke Akehurst', 'Carol Taylor Spedding', 'Yasmine Dar']) {
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
}
await page.evaluate(() => (globalThis.location.hash = '#/count'));
await page.getByRole('button', { name: 'Later stage' }).waitFor();
const slower = 4;
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
const busy = async () => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
};

const button = (name) => page.getByRole('button', { name });
const later = button('Later stage');
const end = button(/^(Last|First) stage$/)
  .and(page.locator('[aria-disabled=false]'))
  .first();
const turn = page
  .locator('label', { has: page.locator('input:not(:checked)') })
  .filter({ hasText: /^\s*(Candidate|Stage)\s*$/ });
/** What is pressed, how often; and the key, where it is one. */
const controls = [
  ['open a row of the journey', page.locator('.strip summary').nth(1), 4],
  ['later stage', later, 8],
  ['later stage, by key', later, 8, 'ArrowRight'],
  ['earlier stage', button('Earlier stage'), 4],
  ['last stage, first stage', end, 3],
  ['next time my vote moves', button('Next time my vote moves'), 1],
  ['next elected', button('Next elected'), 2],
  ['the sums of a stage', page.getByText('Why? The sums of this stage'), 2],
  ['more still in', page.locator('.bars summary').first(), 2],
  ['order the sheet', page.getByRole('combobox', { name: 'Candidates in order of' }), 4, 'ArrowDown'],
  ['turn the sheet', turn.first(), 4],
];
for (const [name, control, runs, key] of controls) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    // Found and brought into view beforehand: that is the work of whoever looks on, not of the page.
    await control.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await control.boundingBox();
    if (key !== undefined) await control.focus();
    await page.waitForTimeout(200);
    const before = await busy();
    if (key === undefined) await page.mouse.click(x + width / 2, y + height / 2);
    else await page.keyboard.press(key);
    await page.evaluate(
      () => new Promise((done) => globalThis.requestAnimationFrame(() => globalThis.setTimeout(done))),
    );
    times.push(slower * ((await busy()) - before));
  }
  const ms = times.sort((a, b) => a - b)[Math.floor(runs / 2)];
  console.log(JSON.stringify({ case: `count page, 4x slower: ${name}`, ms: Math.round(ms), runs }));
}
await browser.close();
await server.close();
