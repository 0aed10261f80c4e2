import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  atRest,
  centre,
  dragByMouse,
  expectNothingBlocked,
  expectNoViolations,
  expectNoViolationsInBoth,
  handle,
  isPhone,
  list,
  namesIn as names,
  nec,
  openElection,
  poolRow,
  smallTargets,
  swipe,
  watchPolicy,
} from '../support/browser-page';

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await openElection(page, nec);
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const said = (page: Page): Locator => page.locator('[role=status]').last();

/** Ranks the first `count` names by tap or click; gives them back in order. */
async function rankFirst(page: Page, count: number): Promise<string[]> {
  const wanted = (await names(page, 'Not ranked yet')).slice(0, count);
  for (const name of wanted) {
    if (isPhone(page)) await poolRow(page, name).tap();
    else await poolRow(page, name).click();
  }
  await expect.poll(() => names(page, 'My ranking')).toEqual(wanted);
  return wanted;
}

test('tap to rank, take out by number, undo and redo, and a reload keeps it', { tag: '@phone' }, async ({ page }) => {
  const [first, second, third] = (await rankFirst(page, 3)) as [string, string, string];
  await expect(page.getByText(/^3 of \d+ ranked$/)).toBeVisible();
  await expect(said(page)).toHaveText(`${third}, now 3 of 3`);

  await button(page, `2: take out ${second}`).click();
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, third]);
  await button(page, `Undo: ${second} taken out`).click();
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);
  await button(page, `Redo: ${second} taken out`).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);

  await page.reload();
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);
});

test('buttons move a name and focus stays on it', { tag: '@phone' }, async ({ page }) => {
  const [first, second, third] = (await rankFirst(page, 3)) as [string, string, string];
  await button(page, `Move ${third} up`).click();
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, third, second]);
  await expect(button(page, `Move ${third} up`)).toBeFocused();

  const row = list(page, 'My ranking').getByRole('listitem').filter({ hasText: second });
  await row.getByRole('button', { name: /more ways to move/ }).click();
  await button(page, `Move ${second} to the top`).click();
  await expect.poll(() => names(page, 'My ranking')).toEqual([second, first, third]);
  await expect(button(page, `Move ${second} to the top`)).toBeFocused();
  await page.getByRole('spinbutton').fill('2');
  await page.getByRole('spinbutton').press('Enter');
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);
  await expect(said(page)).toHaveText(`${second}, now 2 of 3`);
});

test('keyboard drag within and between the lists, and Escape', async ({ page }) => {
  const [first, second, third] = (await rankFirst(page, 3)) as [string, string, string];
  await handle(page, third).focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(`${third} picked up, 3 of 3`);
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(`${third}, 2 of 3`);
  await expect(handle(page, third)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(`${third}, 1 of 3`);
  await page.keyboard.press('Escape');
  await expect(said(page)).toHaveText(`${third} stays where it was`);
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);
  await expect(handle(page, third)).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(`${third}, 2 of 3`);
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(`${third}, now 2 of 3`);
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, third, second]);
  await expect(handle(page, third)).toBeFocused();
  await expect(button(page, `Undo: ${third} to 2`)).toBeVisible();

  await expect(page.locator('[data-dnd-placeholder]')).toHaveCount(0); // the drop has come to rest
  const fresh = (await names(page, 'Not ranked yet'))[0] as string;
  await handle(page, fresh).focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(`${fresh} picked up, not ranked yet`);
  await page.keyboard.press(isPhone(page) ? 'ArrowUp' : 'ArrowLeft');
  await expect(said(page)).toHaveText(new RegExp(`^${fresh}, \\d of 4$`));
  await expect(handle(page, fresh)).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await names(page, 'My ranking')).includes(fresh)).toBe(true);
  await expect(handle(page, fresh)).toBeFocused();
});

test('mouse drag within and between the lists, and Escape', { tag: '@desk' }, async ({ page }) => {
  const [first, second, third] = (await rankFirst(page, 3)) as [string, string, string];
  await dragByMouse(page, handle(page, third), handle(page, first));
  await expect.poll(() => names(page, 'My ranking')).toEqual([third, first, second]);
  await button(page, `Undo: ${third} to 1`).click();

  const fresh = (await names(page, 'Not ranked yet'))[1] as string;
  // Both rows in view, below the bar that sticks to the top.
  await handle(page, second).evaluate((grip) => window.scrollBy(0, grip.getBoundingClientRect().top - 90));
  const from = await centre(handle(page, fresh));
  const to = await centre(handle(page, second));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await expect.poll(async () => (await names(page, 'My ranking')).includes(fresh)).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);

  await dragByMouse(page, handle(page, fresh), handle(page, second));
  await expect.poll(async () => (await names(page, 'My ranking')).includes(fresh)).toBe(true);
  await dragByMouse(page, handle(page, fresh), list(page, 'Not ranked yet').getByRole('listitem').nth(2));
  // Pressed again before the row has settled: nothing of the page is selected.
  await page.mouse.down();
  await page.mouse.move(from.x - 300, from.y, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  await expect.poll(() => names(page, 'My ranking')).toEqual([first, second, third]);
  await expect(said(page)).toHaveText(`${fresh} taken out`);
});

test('finger drag by the handle; a swipe over the names only scrolls', { tag: '@phone' }, async ({ page }) => {
  const [first, second, third] = (await rankFirst(page, 3)) as [string, string, string];
  await page.evaluate(() => window.scrollTo(0, 0));
  await swipe(page, await centre(handle(page, third)), await centre(handle(page, first)), 250);
  await expect.poll(() => names(page, 'My ranking')).toEqual([third, first, second]);
  await atRest(page);

  const fresh = (await names(page, 'Not ranked yet'))[0] as string;
  await list(page, 'My ranking')
    .getByRole('listitem')
    .last()
    .evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await swipe(page, await centre(handle(page, fresh)), await centre(handle(page, second)), 250);
  await expect.poll(async () => (await names(page, 'My ranking')).includes(fresh)).toBe(true);
  const ranking = await names(page, 'My ranking');

  const before = await page.evaluate(() => window.scrollY);
  await swipe(page, { x: 120, y: 500 }, { x: 120, y: 250 }, 0);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 100);
  expect(await names(page, 'My ranking')).toEqual(ranking);
});

test(
  'the next name comes to where the last was tapped, while what is above it grows',
  { tag: '@phone' },
  async ({ page }) => {
    await rankFirst(page, 3);
    const [tapped, next] = (await names(page, 'Not ranked yet')).slice(4) as [string, string];
    await poolRow(page, tapped).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const before = await centre(poolRow(page, tapped));
    await poolRow(page, tapped).tap();
    await expect(poolRow(page, next)).toBeFocused();
    const moved = async (): Promise<number> => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return Math.abs((await centre(poolRow(page, next))).y - before.y);
    };
    expect(await moved()).toBeLessThan(12);
    // Nor does it move when the line under the ranking takes more room, as for long names and where lots are drawn.
    const line = page.getByRole('region', { name: 'How far your vote would travel' });
    const { height } = (await line.boundingBox()) ?? { height: NaN };
    await line
      .locator('p')
      .first()
      .evaluate((p) => p.append(' And a sentence that goes on.'.repeat(5)));
    expect((await line.boundingBox())?.height).toBeGreaterThan(height + 30);
    expect(await moved()).toBeLessThan(12);
  },
);

test('axe finds nothing: at rest, opened up, in the middle of a drag; every control is at least 44 px', async ({
  page,
}) => {
  await expectNoViolations(page);
  const [, second] = (await rankFirst(page, 3)) as [string, string, string];
  await page
    .getByRole('button', { name: /more ways to move/ })
    .nth(2)
    .click();
  await expectNoViolationsInBoth(page);
  expect(await smallTargets(page.getByRole('main'))).toEqual([]);
  await handle(page, second).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(`${second}, 1 of 3`);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
});

test(
  'search and sort stay folded on a phone until asked for; by slate, then by person; a shuffle is the same at every visit',
  { tag: '@phone' },
  async ({ page }) => {
    const search = page.getByRole('searchbox');
    await expect(search).toBeHidden();
    await button(page, 'Search, filter and sort').tap();
    const [, wanted] = (await names(page, 'Not ranked yet')) as [string, string];
    await search.fill(wanted);
    await expect.poll(() => names(page, 'Not ranked yet')).toEqual([wanted]);
    await search.fill('');

    const order = page.getByRole('combobox', { name: 'Order of the names' });
    await order.selectOption('By slate');
    const grouped = page
      .getByRole('list', { name: 'Not ranked yet Labour to Win' })
      .getByRole('button', { name: /^Drag / });
    await expect(grouped).toHaveCount(6);
    const surnames = await grouped.evaluateAll((all) => all.map((one) => one.ariaLabel?.split(' ').at(-1)));
    expect(surnames).toEqual(['Akehurst', 'Baxter', 'Josan', 'Paul', 'Payne', 'Tatler']);

    await order.selectOption('Shuffled');
    await expect(
      page.getByText('Shuffled from the seed “nec-2020/shuffled”: the same order at every visit.'),
    ).toBeVisible();
    const shuffled = await names(page, 'Not ranked yet');
    await page.reload();
    await expect.poll(() => names(page, 'Not ranked yet')).not.toEqual(shuffled);
    await button(page, 'Search, filter and sort').tap();
    await order.selectOption('Shuffled');
    await expect.poll(() => names(page, 'Not ranked yet')).toEqual(shuffled);
  },
);
