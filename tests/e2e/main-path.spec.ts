import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  atRest,
  centre,
  dragByMouse,
  chooseFile,
  expectNothingBlocked,
  expectNoViolations,
  handle,
  isPhone,
  list,
  namesIn,
  nec,
  openElection,
  poolRow,
  searchFor,
  sidewaysScroll,
  swipe,
  watchPolicy,
} from '../support/browser-page';

test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

const ranking = (page: Page) => expect.poll(() => namesIn(page, 'My ranking'));

/** Brings a name that is not ranked and the last that is onto one screen; gives the handle of the last. */
async function bringNear(page: Page, name: string): Promise<Locator> {
  await searchFor(page, name);
  const last = list(page, 'My ranking').getByRole('listitem').last();
  const block: ScrollLogicalPosition = isPhone(page) ? 'start' : 'center';
  await last.evaluate((row, where) => row.scrollIntoView({ block: where }), block);
  return last.getByRole('button', { name: /^Drag / });
}

test('pick NEC 2020, rank eight in four ways, pick a turnout, count, follow the vote, reload', async ({ page }) => {
  await openElection(page, nec);
  await expectNoViolations(page);

  // By tap
  for (const name of ['Crispin Flintoff', 'Ann Black', 'Yasmine Dar']) await poolRow(page, name).tap();
  await ranking(page).toEqual(['Crispin Flintoff', 'Ann Black', 'Yasmine Dar']);

  // With the mouse
  for (const name of ['Johanna Baxter', 'Vince Maple']) {
    const last = await bringNear(page, name);
    await dragByMouse(page, handle(page, name), last);
    await expect.poll(async () => (await namesIn(page, 'My ranking')).includes(name)).toBe(true);
    await atRest(page);
  }

  // With a finger
  const last = await bringNear(page, 'Liz McInnes');
  await swipe(page, await centre(handle(page, 'Liz McInnes')), await centre(last), 300);
  await expect.poll(async () => (await namesIn(page, 'My ranking')).includes('Liz McInnes')).toBe(true);
  await atRest(page);

  // By keyboard: by pressing the row, and by dragging
  await searchFor(page, 'mish');
  await poolRow(page, 'Mish Rahman').focus();
  await page.keyboard.press('Enter');
  await searchFor(page, 'Roger');
  await poolRow(page, 'Roger Silverman').focus();
  await page.keyboard.press('Enter');
  await searchFor(page, '');
  const before = await namesIn(page, 'My ranking');
  expect(before).toHaveLength(8);
  const lowest = before.at(-1) as string;
  await handle(page, lowest).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await ranking(page).toEqual([...before.slice(0, 6), lowest, before[6]]);
  const ranked = await namesIn(page, 'My ranking');
  expect(ranked[0]).toBe('Crispin Flintoff');

  await page.getByRole('link', { name: 'Next: Turnout' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who else votes');
  await page.getByRole('radio', { name: 'Few vote, many copy an order' }).check({ force: true });
  expect(await sidewaysScroll(page)).toBe(false);

  await page.getByRole('link', { name: 'Next: Count' }).click();
  await expect(page.getByRole('heading', { name: 'Your vote, move by move' })).toBeVisible();
  await expect(page.getByText(/^Made-up voters: /)).toBeVisible();
  await expect(page.getByText('Your whole vote is with Crispin Flintoff, your 1st.')).toBeVisible();
  const headline = await page.locator('#journey-headline').textContent();
  const told = await page
    .getByRole('region', { name: 'Your vote, move by move' })
    .getByRole('listitem')
    .allTextContents();
  expect(told.length).toBeGreaterThan(1);
  const bars = page.getByRole('region', { name: 'Your vote, move by move' }).getByRole('img');
  for (const bar of await bars.all()) {
    const pence = [...((await bar.getAttribute('aria-label')) ?? '').matchAll(/(\d+)p/g)].map(([, p]) => Number(p));
    expect(pence.reduce((a, b) => a + b, 0)).toBe(100);
  }

  await page.reload();
  await expect(page.locator('#journey-headline')).toHaveText(headline ?? '');
  await page.getByRole('link', { name: 'Back to Turnout' }).click();
  await expect(page.getByRole('radio', { name: 'Few vote, many copy an order' })).toBeChecked();
  await page.getByRole('link', { name: /^Rank/ }).click();
  await ranking(page).toEqual(ranked);
});

test('the stages one at a time, by button, slider and from the journey', async ({ page }) => {
  await openElection(page, nec);
  for (const name of ['Luke Akehurst', 'Crispin Flintoff', 'Ann Black']) await poolRow(page, name).tap();
  await page.goto('./#/count');
  const player = page.getByRole('region', { name: 'The count, one stage at a time' });
  const title = player.getByRole('heading', { level: 3 });
  await expect(title).toHaveText('First preferences');

  await player.getByRole('button', { name: 'Later stage' }).click();
  await expect(player.getByText(/^Stage 2 of \d+$/)).toBeVisible();
  await player.getByRole('slider', { name: 'Stage' }).focus();
  await page.keyboard.press('End');
  await expect(player.getByText('All 9 seats are filled.', { exact: false })).toBeVisible();
  await page.keyboard.press('Home');
  await player.getByRole('button', { name: 'Next time my vote moves' }).click();
  await expect(title).toHaveText('Luke Akehurst’s extra votes move on');
  await player.getByRole('button', { name: 'Next elected' }).click();
  await expect(player.getByText('Elected now').first()).toBeVisible();

  const journey = page.getByRole('region', { name: 'Your vote, move by move' });
  await journey.getByText('Your whole vote is with').click();
  await journey.getByRole('link', { name: 'See stage 1', exact: true }).click();
  await expect(player.getByText(/^Stage 1 of \d+$/)).toBeVisible();
  await expect(player.getByRole('group', { name: 'Stages' })).toBeFocused();
  await expect(page).toHaveURL(/#\/count\/stage\/1$/);
  await expect(player.getByText('100p')).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolations(page);
});

test(
  'a file of ballots: opened, counted, the own vote following, kept over a reload',
  { tag: '@desk' },
  async ({ page }) => {
    await page.goto('./#/election');
    const lines = [
      '3 2',
      '14 1 2 0',
      '8 1 3 0',
      '6 2 0',
      '5 3 2 0',
      '0',
      '"Adam"',
      '"Basil"',
      '"Charlotte"',
      '"Ward 7"',
    ];
    await chooseFile(page, 'ward-7.blt', lines);
    await expect(page.getByRole('heading', { level: 1, name: 'Put the candidates in order' })).toBeVisible();
    await poolRow(page, 'Charlotte').tap();
    await page.goto('./#/count');
    await expect(page.getByText('33 ballots are counted', { exact: false })).toBeVisible(); // 14 + 8 + 6 + 5, mine not among them
    await expect(page.getByText('Yours follows along but is not added', { exact: false })).toBeVisible();
    await page.reload();
    await expect(page.getByText('33 ballots are counted', { exact: false })).toBeVisible();
  },
);

test.describe('without the offline copy', () => {
  test.use({ serviceWorkers: 'block' });

  test('a count that breaks off says so, and can be tried again', { tag: '@desk' }, async ({ page }) => {
    await openElection(page, nec);
    await poolRow(page, 'Ann Black').tap();
    let broken = true;
    await page.context().route(/count\.worker/, (route) => (broken ? route.abort() : route.continue()));
    await page.goto('./#/turnout');
    await page.reload();
    await page.goto('./#/count');
    await expect(page.getByRole('alert')).toContainText('The count broke off');
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Your vote, move by move' })).toBeVisible();
  });
});
