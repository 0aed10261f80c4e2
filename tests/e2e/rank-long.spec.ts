import { expect, test, type Page } from '@playwright/test';
import {
  atRest,
  centre,
  dragByMouse,
  chooseFile,
  expectNothingBlocked,
  handle,
  namesIn,
  poolRow,
  searchFor,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

declare global {
  interface Window {
    /** Where a gap for a name dragged was out of sight. */
    lostGaps: string[];
  }
}

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
}

test('every name is there to be read, found in the page and searched for', { tag: '@desk' }, async ({ page }) => {
  await ranking(page).toEqual([]);
  expect(await namesIn(page, 'Not ranked yet')).toEqual(names);
  expect(await page.evaluate("window.find('Oz Joiner')")).toBe(true); // the browser's own search in the page
  await expect(poolRow(page, 'Oz Joiner')).toBeInViewport();

  await searchFor(page, 'hooper');
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(firstNames.map((first) => `${first} Hooper`));
  await expect(page.getByRole('region', { name: 'Not ranked yet' }).getByText('15 of 150 shown')).toBeVisible();
  await dragByMouse(page, handle(page, 'Nia Hooper'), page.getByText('Tap the name you want most'));
  await ranking(page).toEqual(['Nia Hooper']);
  await atRest(page);
  await searchFor(page, '');
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(names.filter((name) => name !== 'Nia Hooper'));
  expect(await sidewaysScroll(page)).toBe(false);
});

/** From now on looks at every frame, while a name is dragged, for one in which less than half of its gap can be seen. */
async function watchGap(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.lostGaps = [];
    const box = (of: string): DOMRect | undefined => document.querySelector(of)?.getBoundingClientRect();
    const look = (): void => {
      requestAnimationFrame(look);
      const gap = box('[data-list="ranking"] [data-dnd-placeholder]');
      const [list, start, end] = ['[data-ranking-scroll]', '[data-sticks="start"]', '[data-sticks="end"]'].map(box);
      const held = document.querySelector('[data-control="handle"][aria-pressed="true"]') !== null; // not on its way back
      if (!held || !gap || !list || !start || !end) return;
      const [top, bottom] = [Math.max(list.top, start.bottom), Math.min(list.bottom, end.top)];
      const seen = Math.min(gap.bottom, bottom) - Math.max(gap.top, top);
      if (seen < gap.height / 2 - 1) window.lostGaps.push(`${gap.top} to ${gap.bottom} of ${top} to ${bottom}`);
    };
    look();
  });
}
const lostGaps = (page: Page): Promise<string[]> => page.evaluate(() => window.lostGaps);

const placeOf = async (page: Page, name: string): Promise<number> => (await namesIn(page, 'My ranking')).indexOf(name);

test(
  'a name dragged to the edge scrolls the list, its gap is seen all the way, and Escape takes it all back',
  { tag: '@desk' },
  async ({ page }) => {
    await rankAll(page);
    const name = 'Bo Archer';
    await page.evaluate(() => window.scrollTo(0, 0));
    await watchGap(page);
    const pickUp = async (of: string): Promise<number> => {
      await handle(page, of).hover();
      const { x } = await centre(handle(page, of));
      await page.mouse.down();
      return x;
    };
    let x = await pickUp(name);
    await page.mouse.move(x, 790, { steps: 10 });
    await expect.poll(() => placeOf(page, name)).toBeGreaterThan(20);
    await page.mouse.move(x, 120, { steps: 10 });
    await expect.poll(() => placeOf(page, name)).toBe(0);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await ranking(page).toEqual(names);
    await expect(said(page)).toHaveText(`${name} stays where it was`);
    await atRest(page);

    // To the end of the list, which is behind the bar until the page is scrolled too.
    const late = 'Di Joiner';
    await handle(page, late).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    await page.evaluate(() => window.scrollTo(0, 0));
    x = await pickUp(late);
    await page.mouse.move(x, 790, { steps: 10 });
    await expect.poll(() => placeOf(page, late)).toBe(149);
    expect(await lostGaps(page)).toEqual([]);
    await page.mouse.up();
    await atRest(page);
    await expect(said(page)).toHaveText(`${late}, now 150 of 150`);
    await expect(handle(page, late)).toBeInViewport();
  },
);

test(
  'a name dragged by keyboard goes past the end of the window and keeps the focus',
  { tag: '@desk' },
  async ({ page }) => {
    await rankAll(page);
    const name = 'Cy Archer';
    await handle(page, name).focus();
    await page.keyboard.press('Space');
    await expect(said(page)).toHaveText(`${name} picked up, 3 of 150`);
    for (let place = 4; place <= 24; place++) await page.keyboard.press('ArrowDown');
    await expect(said(page)).toHaveText(`${name}, 24 of 150`);
    await expect(handle(page, name)).toBeFocused();
    await expect(handle(page, name)).toBeInViewport();
    await page.keyboard.press('Space');
    await expect(said(page)).toHaveText(`${name}, now 24 of 150`);
    await atRest(page);
    expect((await namesIn(page, 'My ranking')).indexOf(name)).toBe(23);
  },
);

test(
  'a name dragged by finger to the edge scrolls the page, and its gap is seen all the way',
  { tag: '@phone' },
  async ({ page }) => {
    await rankAll(page);
    const name = 'Bo Archer';
    await handle(page, name).scrollIntoViewIfNeeded();
    await watchGap(page);
    const { x, y } = await centre(handle(page, name));
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch('touchStart', y);
    await page.waitForTimeout(250); // the press itself is what is being tried
    for (let step = 1; step <= 10; step++) await touch('touchMove', y + ((670 - y) * step) / 10);
    await expect.poll(() => placeOf(page, name)).toBeGreaterThan(30);
    await touch('touchMove', 400); // which is some five rows higher
    await touch('touchEnd');
    await atRest(page);
    expect(await placeOf(page, name)).toBeGreaterThan(20);
    expect(await lostGaps(page)).toEqual([]);
  },
);
