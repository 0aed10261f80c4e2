// The part of `npm run bench` about the pages of the Count step: every control on them, found by itself and pressed a few
// times on a processor four times slower. What counts is the work of the page's thread from the press until what came of it
// is painted, in processor time, so that it is much the same on a machine at work. Prints one line of JSON for each page and
// width, {page, controls, over}, the last how many took longer than the aim in the median, and one for each of the slowest,
// {control, ms, slowestMs, afterMs, presses}, ms the median, and afterMs that of the longest task in the moment after the
// paint, which nobody waits for but which may hold up a second press.
import { openBrowser } from './bench-browser.mjs';
import { longest, markNext, median, round, sum, trace } from './bench-trace.mjs';

const [slower, aim, presses, shown] = [4, 100, 3, 6];
const { browser, address, close } = await openBrowser();
const context = await browser.newContext({ serviceWorkers: 'block' });
const page = await context.newPage();
const cdp = await context.newCDPSession(page);
const goTo = (hash) => page.evaluate((to) => (globalThis.location.hash = to), hash);
const button = (name) => page.getByRole('button', { name, exact: true });

/** The pages: a name, an address, and what makes all of it be there. */
const pages = [
  ['count', '#/count', () => button('Copy table').waitFor()],
  [
    'many runs',
    '#/count/runs',
    async () => {
      const runs = page.getByLabel('Runs, 1 to 100,000');
      await runs.fill('100');
      await runs.press('Tab');
      const start = page.getByRole('button', { name: /^(Start|Go on)$/ }).and(page.locator('[aria-disabled=false]'));
      const made = page.getByText('100 runs made');
      while (!(await made.isVisible())) {
        if (await start.isVisible()) await start.click();
        await page.waitForTimeout(200);
      }
    },
  ],
  ['compare', '#/count/compare', () => page.getByRole('combobox', { name: 'Votes at' }).waitFor()],
];

async function open([, hash, ready]) {
  await goTo('#/turnout');
  await page.waitForTimeout(150);
  await goTo(hash);
  await ready();
  // What is laid out when it comes near has been there once.
  const height = await page.evaluate(() => globalThis.document.body.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await page.evaluate((to) => globalThis.scrollTo(0, to), y);
    await page.waitForTimeout(50);
  }
}

/** For page.evaluate: what the controls are called, where they stand in the page; rows and heads of one list as one. */
const controlsHere = () => {
  const controls = globalThis.document.querySelectorAll('main :is(button, summary, select, input, a[href^="#"])');
  const names = [...controls].map((control, i) => {
    control.dataset.bench = `${i}`;
    const { parentElement, labels, textContent, type } = control;
    const part = parentElement.closest('section, fieldset')?.querySelector('h2, legend')?.textContent ?? '';
    const oneOfMany = control.matches('table button, .strip summary');
    const called = control.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? textContent;
    const words = type === 'radio' ? '' : oneOfMany ? 'one of many' : called;
    const said = [part, words].filter((text) => text !== '').join(': ');
    return said
      .replace(/\d[\d,]*/g, '#')
      .replace(/\s+/g, ' ')
      .trim();
  });
  return [...new Set(names)].map((name) => [name, names.indexOf(name)]);
};

/** The work that a press of a control makes, and the longest task after it, ms; null where there is nothing to press now. */
async function pressed(name) {
  const place = new Map(await page.evaluate(controlsHere)).get(name);
  if (place === undefined) return null;
  let control = page.locator(`[data-bench="${place}"]`);
  const { type, group } = await control.evaluate(({ type, name }) => ({ type, group: name }));
  if (type === 'radio') control = page.locator(`main input[name="${group}"]:not(:checked)`).first();
  // Only what it stands in is unfolded, so that each is pressed on the page as it usually is.
  await control.evaluate((one) => {
    for (const details of globalThis.document.querySelectorAll('main details')) {
      if (details !== one.parentElement) details.open = details.contains(one);
    }
  });
  await page.waitForTimeout(50);
  if (!(await control.isVisible()) || (await control.getAttribute('aria-disabled')) === 'true') return null;
  // Brought into view beforehand: that is the work of whoever looks on, not of the page.
  await control.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await control.boundingBox();
  const byKey = ['number', 'range', 'select-one'].includes(type);
  if (byKey) await control.focus();
  else await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForTimeout(300);
  await page.evaluate(markNext, byKey ? 'keydown' : 'click');
  const { mark, between, tasks } = await trace(cdp, async () => {
    if (byKey) await page.keyboard.press('ArrowDown');
    else await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForTimeout(150);
  });
  const after = tasks.filter(({ from }) => from > mark('end'));
  return { ms: slower * sum(between('begin', 'end').map(({ cpuMs }) => cpuMs)), afterMs: slower * longest(after) };
}

async function measured(at) {
  await open(at);
  const results = [];
  for (const [control] of await page.evaluate(controlsHere)) {
    const times = [];
    for (let tries = 0; tries < 3 * presses && times.length < presses; tries++) {
      const press = await pressed(control);
      if (press !== null) times.push(press);
      else if (tries > 2 && times.length === 0) break;
      const hash = await page.evaluate(() => globalThis.location.hash);
      if (press === null || !hash.startsWith(at[1]) || (await page.locator('dialog[open]').count()) > 0) await open(at);
    }
    if (times.length === 0) continue;
    results.push({
      control,
      ms: median(times.map(({ ms }) => ms)),
      slowestMs: round(Math.max(...times.map(({ ms }) => ms))),
      afterMs: median(times.map(({ afterMs }) => afterMs)),
      presses: times.length,
    });
  }
  return results.toSorted((a, b) => b.ms - a.ms);
}

await page.goto(address);
await page.evaluate(() => (globalThis.print = () => undefined));
await page.getByRole('button', { name: /^Labour NEC, CLP section, 2020/ }).click();
await page.waitForURL(/#\/rank/);
for (const name of ['Luke Akehurst', 'Carol Taylor Spedding', 'Yasmine Dar']) {
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
}
for (const width of [360, 1280]) {
  await page.setViewportSize({ width, height: 740 });
  for (const at of pages) {
    const results = await measured(at);
    const over = results.filter(({ ms }) => ms > aim).length;
    console.log(JSON.stringify({ page: `${at[0]} at ${width} px`, controls: results.length, over }));
    for (const one of results.slice(0, shown)) console.log(JSON.stringify(one));
  }
}
await close();
