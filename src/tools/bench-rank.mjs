// The part of `npm run bench` about the Rank step, with 37 and with 150 names, on a desk and on a phone. Prints a line of JSON
// for each case: `ms` by the clock from an event until what came of it is on the screen, its wait for the frame included;
// `cpuMs` the main thread's processor time for it (the figure to go by where other programs are busy); `longestTaskMs` the
// longest time it was not free to answer, in processor time. Medians of several, and the slowest. Of a drag: frames a second
// and the slowest frame by the clock.
import { openBrowser, watchFrames } from './bench-browser.mjs';
import { longest, markNext, median, round, sum, trace } from './bench-trace.mjs';

const sizes = [37, 150];
const screens = [
  { screen: 'desk', viewport: { width: 1280, height: 800 } },
  { screen: 'phone', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
];

/** An election of so many names as a BLT file. */
function electionOf(names) {
  const first = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo', 'Kit', 'Lu', 'Max', 'Nia', 'Oz'];
  const last = ['Archer', 'Baker', 'Cooper', 'Draper', 'Elder', 'Fisher', 'Glover', 'Hooper', 'Inman', 'Joiner'];
  const name = (at) => `"${first[at % first.length]} ${last[Math.floor(at / first.length) % last.length]}"`;
  const lines = [`${names} 9`, '1 1 2 3 0', '0', ...Array.from({ length: names }, (_, at) => name(at))];
  return Buffer.from([...lines, `"${names} names"`].join('\n'));
}

/** For page.evaluate: goes to another step; then back, with marks when there are names on the screen, and when all are there. */
const leave = async () => {
  globalThis.location.hash = '#/turnout';
  while (
    globalThis.document.querySelector('[data-candidate]') !== null ||
    !globalThis.document.title.startsWith('Turnout')
  ) {
    await new Promise((done) => setTimeout(done, 20));
  }
  await new Promise((done) => setTimeout(done, 400));
};
const comeBack = async (names) => {
  const rows = () => globalThis.document.querySelectorAll('[data-candidate]').length;
  const painted = async (wanted) => {
    while (rows() < wanted) await new Promise((done) => globalThis.requestAnimationFrame(done));
    await new Promise((done) => globalThis.requestAnimationFrame(() => setTimeout(done)));
  };
  performance.mark('begin');
  globalThis.location.hash = '#/rank';
  await painted(1);
  performance.mark('end');
  await painted(names);
  performance.mark('all');
};

async function measure(browser, address, names, { screen, ...context }) {
  const page = await browser.newPage({ ...context, serviceWorkers: 'block' });
  const cdp = await page.context().newCDPSession(page);
  const report = (what, figures) =>
    console.log(JSON.stringify({ case: `rank step, ${names} names, ${screen}: ${what}`, ...figures }));
  const pause = (ms) => page.waitForTimeout(ms);
  const nth = (name, at) => page.getByRole('list', { name }).getByRole('listitem').nth(at);
  const middleOf = async (locator) => {
    await locator.scrollIntoViewIfNeeded();
    await pause(200);
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };

  const firstPaint = async (what) => {
    const runs = [];
    for (let i = 0; i < 5; i++) {
      await page.evaluate(leave);
      const { mark, between } = await trace(cdp, () => page.evaluate(comeBack, names));
      const tasks = between('begin', 'all');
      runs.push({
        ms: mark('end') - mark('begin'),
        cpuMs: sum(between('begin', 'end').map(({ cpuMs }) => cpuMs)),
        all: mark('all') - mark('begin'),
        longest: longest(tasks),
      });
    }
    report(`first paint, ${what}`, {
      ms: median(runs.map(({ ms }) => ms)),
      cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
      allNamesMs: median(runs.map(({ all }) => all)),
      longestTaskMs: median(runs.map(({ longest }) => longest)),
    });
  };
  /** `prepare` makes ready and gives the act. */
  const work = async (what, type, times, prepare) => {
    const runs = [];
    for (let i = 0; i < times; i++) {
      const act = await prepare(i);
      await pause(300);
      await page.evaluate(markNext, type);
      const { mark, between } = await trace(cdp, async () => {
        await act();
        await pause(150);
      });
      const tasks = between('begin', 'end');
      const painted = Math.max(...tasks.map(({ to }) => to));
      runs.push({ ms: painted - mark('begin'), cpuMs: sum(tasks.map(({ cpuMs }) => cpuMs)) });
    }
    report(what, {
      ms: median(runs.map(({ ms }) => ms)),
      cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
      slowestCpuMs: round(Math.max(...runs.map(({ cpuMs }) => cpuMs))),
    });
  };
  const click = async (locator) => {
    const { x, y } = await middleOf(locator);
    await page.mouse.move(x, y);
    return () => page.mouse.click(x, y);
  };
  /** From a handle over these points, staying a while at each. */
  const drag = async (what, row, points) => {
    const at = await middleOf(row.getByRole('button', { name: /^Drag/ }));
    const from = { ...at };
    const { tasks } = await trace(cdp, async () => {
      await page.mouse.move(at.x, at.y);
      await pause(100);
      await page.evaluate(watchFrames);
      await page.mouse.down();
      for (const { x = from.x, y, stayMs = 0 } of points(from)) {
        const left = { ...at };
        for (let step = 1; step <= 30; step++) {
          at.x = left.x + ((x - left.x) * step) / 30;
          at.y = left.y + ((y - left.y) * step) / 30;
          await page.mouse.move(at.x, at.y);
          await pause(10);
        }
        await pause(stayMs);
      }
      await page.mouse.up();
      await pause(300);
    });
    const frames = await page.evaluate(() => globalThis.framesSeen());
    report(what, { ...frames, longestTaskMs: round(longest(tasks)) });
  };

  await page.goto(address);
  const buffer = electionOf(names);
  await page.locator('input[type=file]').setInputFiles({ name: 'names.blt', mimeType: 'text/plain', buffer });
  await page.waitForURL(/#\/rank/);
  await nth('Not ranked yet', names - 1).waitFor({ state: 'attached' });
  await pause(1000);
  await firstPaint('nobody ranked');

  if (screen === 'phone') await page.getByRole('button', { name: 'Search, filter and sort' }).tap();
  const search = page.getByRole('searchbox');
  await search.focus();
  for (const [what, before, key] of [
    ['a letter typed in the search', '', 'z'],
    ['all names back', 'z', 'Backspace'],
  ]) {
    await work(what, 'input', 7, async () => {
      await search.fill(before);
      return () => page.keyboard.press(key);
    });
  }
  await search.fill('');
  const order = page.getByRole('combobox', { name: 'Order of the names' });
  await work('another order', 'change', 5, async (i) => () => order.selectOption(i % 2 === 0 ? 'name' : 'ballot'));
  await order.selectOption('ballot');
  await work('a name tapped', 'click', 9, () =>
    click(nth('Not ranked yet', 1).getByRole('button', { name: /make it number/ })),
  );

  const within = ({ y }) => [{ y: y + 240 }, { y: y + 20 }, { y: y + 180 }];
  await drag('drag within the ranking', nth('My ranking', 1), within);
  if (screen === 'desk') {
    const across = ({ x, y }) => [
      { x: 400, y },
      { x, y: y + 60 },
      { x: 400, y: y - 60 },
    ];
    await drag('drag between the lists', nth('Not ranked yet', 2), across);
  }

  await page.evaluate((all) => {
    const key = 'ballotflow/rankings';
    const record = JSON.parse(globalThis.localStorage.getItem(key));
    const [kept] = Object.values(record.state.rankings);
    kept.drafts[0].ranking = Array.from({ length: all }, (_, candidate) => candidate);
    globalThis.localStorage.setItem(key, JSON.stringify(record));
  }, names);
  await page.reload();
  await nth('My ranking', names - 1).waitFor({ state: 'attached' });
  await pause(1000);
  await firstPaint('all ranked');
  const ranked = (name) => nth('My ranking', 1).getByRole('button', { name });
  await work('a name moved down, all ranked', 'click', 9, () => click(ranked(/down$/)));
  await drag('drag with scrolling, all ranked', nth('My ranking', 1), ({ y }) => [
    { y: context.viewport.height - 90, stayMs: 1500 },
    { y },
    { y: 150, stayMs: 1500 },
  ]);
  await work('a name taken out, all ranked', 'click', 5, () => click(ranked(/^\d+: take out/)));
  await work('undone', 'click', 5, () => click(page.getByRole('button', { name: /^Undo/ })));
  await page.close();
}

const { browser, address, close } = await openBrowser();
for (const names of sizes) {
  for (const screen of screens) await measure(browser, address, names, screen);
}
await close();
