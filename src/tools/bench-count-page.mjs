// The part of `npm run bench` about the page of one count: the work of its thread from a control being pressed until what
// came of it is painted, on a phone with a processor four times slower. Prints one line of JSON for each control:
// {case, ms, slowestMs, runs}, in processor time, so that it is much the same on a machine at work; ms the median. Then
// counts a file of 500 candidates over 401 stages and says how long the longest task held the page, at full speed, while its
// count opened and while its sheet was gone through: {case, longestTaskMs}.
import { openBrowser } from './bench-browser.mjs';
import { longest, markNext, median, round, sum, trace } from './bench-trace.mjs';

const slower = 4;
const { browser, address, close } = await openBrowser();
const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
const cdp = await page.context().newCDPSession(page);

const button = (name) => page.getByRole('button', { name });
const later = button('Later stage');
const end = button(/^(Last|First) stage$/)
  .and(page.locator('[aria-disabled=false]'))
  .first();
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

async function measure(about, name, control, runs, key) {
  const times = [];
  await page.getByRole('group', { name: 'Stages' }).press(name.startsWith('earlier') ? 'End' : 'Home');
  for (let run = 0; run < runs; run++) {
    // Found and brought into view beforehand: that is the work of whoever looks on, not of the page.
    await control.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await control.boundingBox();
    if (key === undefined) await page.mouse.move(x + width / 2, y + height / 2);
    else await control.focus();
    await page.waitForTimeout(400);
    await page.evaluate(markNext, key === undefined ? 'click' : 'keydown');
    const { between } = await trace(cdp, async () => {
      if (key === undefined) await page.mouse.click(x + width / 2, y + height / 2);
      else await page.keyboard.press(key);
      await page.waitForTimeout(150);
    });
    times.push(slower * sum(between('begin', 'end').map(({ cpuMs }) => cpuMs)));
  }
  const [ms, slowestMs] = [median(times), round(Math.max(...times))];
  console.log(JSON.stringify({ case: `${about}, ${slower}x slower: ${name}`, ms, slowestMs, runs }));
}

await page.goto(address);
await button(/^Labour NEC, CLP section, 2020/).click();
await page.waitForURL(/#\/rank/);
for (const name of ['Luke Akehurst', 'Carol Taylor Spedding', 'Yasmine Dar']) {
  await button(new RegExp(name)).first().click();
}
await page.evaluate(() => (globalThis.location.hash = '#/count'));
await later.waitFor();
/** What is pressed, how often; and the key, where it is one. */
const controls = [
  ['open a row of the journey', page.locator('.strip summary').nth(1), 6],
  ['later stage', later, 12],
  ['later stage, by key', later, 12, 'ArrowRight'],
  ['earlier stage', button('Earlier stage'), 6],
  ['last stage, first stage', end, 6],
  ['next time my vote moves', button('Next time my vote moves'), 1],
  ['next elected', button('Next elected'), 3],
  ['the sums of a stage', page.getByText('Why? The sums of this stage'), 4],
  ['more still in', page.locator('.bars summary').first(), 4],
  ['order the sheet', order, 6, 'ArrowDown'],
  ['turn the sheet', turn, 6],
];
for (const [name, control, runs, key] of controls) await measure('count page', name, control, runs, key);
await page.setViewportSize({ width: 1280, height: 740 });
await measure('count page at 1280 px', 'the flow larger', button('Larger'), 4);

await page.setViewportSize({ width: 360, height: 740 });
await page.evaluate(() => (globalThis.location.hash = '#/election'));
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
