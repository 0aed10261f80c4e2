import { expect, test, type Page } from '@playwright/test';
import {
  atRest,
  centre,
  chooseFile,
  expectNothingBlocked,
  handle,
  isPhone,
  list,
  namesIn,
  poolRow,
  searchFor,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

/* A hundred and fifty names: only what is near the window is laid out or can be dragged, and nobody may notice. */

const firstNames = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo', 'Kit', 'Lu', 'Max', 'Nia', 'Oz'];
const lastNames = ['Archer', 'Baker', 'Cooper', 'Draper', 'Elder', 'Fisher', 'Glover', 'Hooper', 'Inman', 'Joiner'];
const names = lastNames.flatMap((last) => firstNames.map((first) => `${first} ${last}`));
const blt = [`${names.length} 9`, '1 1 2 3 0', '0', ...names.map((name) => `"${name}"`), '"Many names"'];

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/election');
  await chooseFile(page, 'many.blt', blt);
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toHaveLength(150);
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const said = (page: Page) => page.locator('[role=status]').last();
/** How far the page and the list with a scroll of its own are scrolled, in px. */
const scrolled = (page: Page): Promise<number> =>
  page.evaluate(() => window.scrollY + (document.querySelector('[data-ranking-scroll]')?.scrollTop ?? 0));
const ranking = (page: Page) => expect.poll(() => namesIn(page, 'My ranking'));

/** Puts everybody on the ballot, as a file of an earlier visit would. */
async function rankAll(page: Page): Promise<void> {
  await poolRow(page, 'Ann Archer').click();
  await page.evaluate(() => {
    const key = 'ballotflow/rankings';
    const record = JSON.parse(localStorage.getItem(key) ?? '') as {
      state: { rankings: Record<string, { drafts: { ranking: number[] }[] }> };
    };
    for (const { drafts } of Object.values(record.state.rankings)) {
      for (const draft of drafts) draft.ranking = Array.from({ length: 150 }, (_, candidate) => candidate);
    }
    localStorage.setItem(key, JSON.stringify(record));
  });
  await page.reload();
  await ranking(page).toEqual(names);
  // At a desk the list has a scroll of its own once it is as high as the window.
  if (!isPhone(page)) await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
}

test('every name is there to be read, found in the page and searched for', async ({ page }) => {
  await ranking(page).toEqual([]);
  expect(await namesIn(page, 'Not ranked yet')).toEqual(names);
  expect(await page.evaluate("window.find('Oz Joiner')")).toBe(true); // the browser's own search in the page
  await expect(poolRow(page, 'Oz Joiner')).toBeInViewport();

  await searchFor(page, 'hooper');
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(firstNames.map((first) => `${first} Hooper`));
  await expect(page.getByText('15 of 150 shown')).toBeVisible();
  await handle(page, 'Nia Hooper').dragTo(page.getByText('Tap the name you want most'), { steps: 12 });
  await ranking(page).toEqual(['Nia Hooper']);
  await atRest(page);
  await searchFor(page, '');
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(names.filter((name) => name !== 'Nia Hooper'));
  expect(await sidewaysScroll(page)).toBe(false);
});

test('a name dragged to the edge scrolls the list, a gap shows where it would go, and Escape takes it all back', async ({
  page,
}) => {
  await rankAll(page);
  const name = 'Bo Archer';
  await handle(page, name).scrollIntoViewIfNeeded();
  let from = await centre(handle(page, name));
  const edge = (page.viewportSize()?.height ?? 0) - 80; // above the bar at the bottom
  const placeOf = async (): Promise<number> => (await namesIn(page, 'My ranking')).indexOf(name);
  const drag = async (): Promise<void> => {
    const before = await scrolled(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, edge, { steps: 10 });
    await expect.poll(() => scrolled(page), { timeout: 20_000 }).toBeGreaterThan(before + 60);
    await expect.poll(placeOf).toBeGreaterThan(3);
  };

  await drag();
  const gap = list(page, 'My ranking').locator('[data-dnd-placeholder]');
  await expect(gap).toHaveCount(1);
  await expect.poll(async () => (await gap.boundingBox())?.height ?? 0).toBeGreaterThan(40); // it moves on as the list scrolls
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await ranking(page).toEqual(names);
  await expect(said(page)).toHaveText(`${name} stays where it was`);
  await atRest(page);

  await handle(page, name).scrollIntoViewIfNeeded();
  from = await centre(handle(page, name));
  await drag();
  await page.mouse.up();
  await atRest(page);
  const place = await placeOf();
  expect(place).toBeGreaterThan(3);
  await expect(said(page)).toHaveText(`${name}, now ${place + 1} of 150`);
});

test('a name dragged by keyboard goes past the end of the window and keeps the focus', async ({ page }) => {
  await rankAll(page);
  const name = 'Cy Archer';
  await handle(page, name).focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(`${name} picked up, 3 of 150`);
  for (let place = 4; place <= 24; place++) {
    await page.keyboard.press('ArrowDown');
    await expect(said(page)).toHaveText(`${name}, ${place} of 150`);
  }
  await expect(handle(page, name)).toBeFocused();
  await expect(handle(page, name)).toBeInViewport();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(`${name}, now 24 of 150`);
  await atRest(page);
  expect((await namesIn(page, 'My ranking')).indexOf(name)).toBe(23);
});

test('a name dragged by finger to the edge scrolls the list', async ({ page }) => {
  await rankAll(page);
  const name = 'Bo Archer';
  await handle(page, name).scrollIntoViewIfNeeded();
  const { x, y } = await centre(handle(page, name));
  const edge = (page.viewportSize()?.height ?? 0) - (isPhone(page) ? 70 : 80);
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
  const before = await scrolled(page);
  await touch('touchStart', y);
  await page.waitForTimeout(250); // the press itself is what is being tried
  for (let step = 1; step <= 10; step++) await touch('touchMove', y + ((edge - y) * step) / 10);
  await expect.poll(() => scrolled(page), { timeout: 20_000 }).toBeGreaterThan(before + 60);
  await touch('touchEnd');
  await atRest(page);
  expect((await namesIn(page, 'My ranking')).indexOf(name)).toBeGreaterThan(3);
});
