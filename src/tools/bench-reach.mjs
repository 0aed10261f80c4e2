// The part of `npm run bench` about the line under the ranking: an NEC ballot among 129,549 made-up voters, a paper each.
// Prints one line of JSON for each rule under which two orders come to different sentences: {case, medianMs, slowestMs,
// longTasks, runs}, by the clock from a press on a row's button until the sentence is about the new order; longTasks are
// those that held the main thread for 50 ms or more.
import { openBrowser } from './bench-browser.mjs';

const runs = 21;
const { browser, address, close } = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });

/** For page.evaluate: presses the button, and resolves to the milliseconds until the line has changed, null if it has not. */
const pressAndWait = (button) =>
  new Promise((resolve) => {
    setTimeout(resolve, 2000, null);
    const line = globalThis.document.querySelector('[aria-label="How far your vote would travel"] p');
    const from = performance.now();
    const observer = new globalThis.MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - from);
    });
    observer.observe(line, { subtree: true, childList: true, characterData: true });
    button.click();
  });

await page.goto(address);
await page.getByRole('button', { name: /^Labour NEC, CLP section, 2020/ }).click();
const pool = page.getByRole('list', { name: 'Not ranked yet' });
const line = page.getByRole('region', { name: 'How far your vote would travel' });
for (const name of ['Ann Black', 'Yasmine Dar', 'Mish Rahman', 'Gemma Bolton', 'Luke Akehurst', 'Johanna Baxter']) {
  await pool
    .getByRole('button', { name: /make it number/ })
    .filter({ hasText: name })
    .click();
}
for (const rule of ['ers97', 'scottish-2007', 'cambridge', 'meek-prf']) {
  await page.evaluate((id) => {
    const key = 'ballotflow/choice';
    const saved = JSON.parse(globalThis.localStorage.getItem(key));
    saved.state.rules = { [saved.state.electionId]: id };
    globalThis.localStorage.setItem(key, JSON.stringify(saved));
  }, rule);
  await page.reload();
  await line.getByText(/your vote would/).waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    globalThis.longTasks = 0;
    new globalThis.PerformanceObserver((list) => (globalThis.longTasks += list.getEntries().length)).observe({
      type: 'longtask',
    });
  });
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const second = page.getByRole('list', { name: 'My ranking' }).getByRole('listitem').nth(1);
    const ms = await second.getByRole('button', { name: /^Move .* up$/ }).evaluate(pressAndWait);
    if (ms === null) break; // both orders come to the same sentence
    if (run > 0) times.push(ms); // the first only warms up
  }
  if (times.length < runs) continue;
  times.sort((a, b) => a - b);
  const medianMs = Math.round(times[Math.floor(runs / 2)]);
  const slowestMs = Math.round(times.at(-1));
  const longTasks = await page.evaluate(() => globalThis.longTasks);
  console.log(
    JSON.stringify({ case: `line under the ranking, 129,549 papers, ${rule}`, medianMs, slowestMs, longTasks, runs }),
  );
}
await close();
