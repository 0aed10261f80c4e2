// The part of `npm run bench` about a large count on the page: a file of 500 candidates, counted over 401 stages. Prints how
// long the longest task held the page, at full speed, while the count opened and while its sheet was gone through:
// {case, longestTaskMs}.
import { openBrowser } from './bench-browser.mjs';
import { longest, round, trace } from './bench-trace.mjs';

const { browser, address, close } = await openBrowser();
const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
const cdp = await page.context().newCDPSession(page);

const turn = page
  .locator('label', { has: page.locator('input:not(:checked)') })
  .filter({ hasText: /^\s*(Candidate|Stage)\s*$/ })
  .first();
const order = page.getByRole('combobox', { name: 'Candidates in order of' });

/** 500 candidates for 100 seats, most of whom go out one by one. */
function largeElection() {
  const lines = Array.from({ length: 500 }, (_, i) => {
    const votes = i < 100 ? 4000 - 7 * i : 1000 + ((7 * i) % 900);
    return `${votes} ${[...new Set([i + 1, ((37 * i) % 500) + 1, ((101 * i) % 500) + 1])].join(' ')} 0`;
  });
  const names = Array.from({ length: 500 }, (_, i) => `"Candidate Number ${i + 1}"`);
  return Buffer.from(['500 100', ...lines, '0', ...names, '"Five hundred"'].join('\n'));
}

await page.goto(address);
await page
  .locator('input[type=file]')
  .setInputFiles({ name: 'large.blt', mimeType: 'text/plain', buffer: largeElection() });
await page.waitForURL(/#\/rank/);
await page.waitForTimeout(1000);
const sheet = page.getByRole('region', { name: 'Result sheet', exact: true });
const steps = [
  ['opened', () => page.evaluate(() => (globalThis.location.hash = '#/count'))],
  ['its sheet in view', () => sheet.scrollIntoViewIfNeeded({ timeout: 60_000 })],
  ['its sheet scrolled', () => sheet.evaluate((frame) => frame.scrollBy(20_000, 10_000))],
  ['its sheet ordered', () => order.selectOption('result')],
  ['its sheet turned', () => turn.click()],
];
for (const [name, act] of steps) {
  const { tasks } = await trace(cdp, async () => {
    await act();
    if (name === 'opened') await sheet.waitFor({ state: 'attached', timeout: 60_000 });
    await page.waitForTimeout(1000);
  });
  console.log(JSON.stringify({ case: `count of 500 candidates: ${name}`, longestTaskMs: round(longest(tasks)) }));
}
await close();
