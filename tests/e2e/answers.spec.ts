import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  expectNothingBlocked,
  expectNoViolations,
  expectNoViolationsInBoth,
  isPhone,
  namesIn,
  nec,
  openElection,
  searchFor,
  sidewaysScroll,
  smallTargets,
  watchPolicy,
} from '../support/browser-page';

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await openElection(page, nec);
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const star = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Shortlist ${name}`, exact: true });
const about = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^About ${name}`) }).first();
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** Search, order and answers are folded away on a phone. */
async function unfold(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: 'Search, filter and sort' }).click();
}

/** On a phone what there is to know about somebody is among the further ways to move them. */
async function openMore(page: Page, name: string): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
}

/** Whether the dialog's contents are wider than the dialog. */
const tooWide = (of: Locator): Promise<boolean> => of.evaluate((node) => node.scrollWidth > node.clientWidth);

test('stars and notes stay over a reload, and another tab follows', { tag: '@phone' }, async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await star(page, 'Alec Price').click();
  await expect(star(page, 'Alec Price')).toHaveAttribute('aria-pressed', 'true');
  await openMore(page, 'Ann Black');
  await about(page, 'Ann Black').click();
  await page.getByRole('textbox', { name: 'My note' }).fill('Reports every meeting');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const tab of [page, other]) {
    await expect(about(tab, 'Ann Black')).toHaveAccessibleName('About Ann Black, with your note');
    await expect(star(tab, 'Alec Price')).toHaveAttribute('aria-pressed', 'true');
  }
  await page.reload();
  await expect(about(page, 'Ann Black')).toHaveAccessibleName('About Ann Black, with your note');
  await expect(star(page, 'Alec Price')).toHaveAttribute('aria-pressed', 'true');

  await searchFor(page, 'every meeting');
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(['Ann Black']);
});

test('the details by keyboard: focus goes in, stays in and comes back', { tag: '@desk' }, async ({ page }) => {
  await openMore(page, 'Crispin Flintoff');
  const opener = about(page, 'Crispin Flintoff');
  await opener.focus();
  await page.keyboard.press('Enter');
  const details = dialog(page, 'Crispin Flintoff');
  await expect(details).toBeVisible();
  const inside = () => details.evaluate((node) => node.contains(document.activeElement));
  expect(await inside()).toBe(true);
  const controls = await details.locator('button, textarea').count();
  for (let presses = 0; presses < controls + 2; presses++) {
    await page.keyboard.press('Tab');
    // Past the last the browser's own controls have their turn; nothing of the page behind does.
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(page.locator('dialog')).toHaveCount(0); // gone a moment after the focus is back

  await page.keyboard.press('Space');
  await details.getByRole('button', { name: 'Compare answers with others' }).press('Enter');
  await expect(dialog(page, 'Compare answers')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('a note is deleted and brought back by keyboard', { tag: '@desk' }, async ({ page }) => {
  await openMore(page, 'Ann Black');
  await about(page, 'Ann Black').click();
  const details = dialog(page, 'Ann Black');
  await details.getByRole('textbox', { name: 'My note' }).fill('Reports every meeting');
  await details.getByRole('button', { name: 'Delete note on Ann Black' }).press('Enter');
  await expect(details.getByRole('status')).toHaveText('Note deleted');
  await expect(details.getByRole('button', { name: 'Undo: delete note' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(details.getByRole('textbox')).toHaveValue('Reports every meeting');
});

test(
  'the row that a star or a note less takes away leaves the focus on the page',
  { tag: '@phone' },
  async ({ page }) => {
    await star(page, 'Alec Price').click();
    await unfold(page);
    await page.getByRole('button', { name: 'Shortlist', exact: true }).click();
    await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(['Alec Price']);
    await openMore(page, 'Alec Price');
    await about(page, 'Alec Price').click();
    await dialog(page, 'Alec Price').getByRole('button', { name: 'On my shortlist' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  },
);

test('names by their answer to a question', { tag: '@phone' }, async ({ page }) => {
  await unfold(page);
  await page
    .getByRole('combobox', { name: 'Question' })
    .selectOption({ label: '3f Act on those exposed in the “leaked report”' });
  await expect.poll(async () => (await namesIn(page, 'Not ranked yet')).length).toBe(6);
  await page.getByRole('combobox', { name: 'Answer', exact: true }).selectOption('Agrees with qualifications');
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toEqual(['Alec Price']);
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolations(page);
});

test('details and comparison: nothing for axe, nothing too small, nothing too wide', async ({ page }) => {
  for (const name of ['Alec Price', 'Crispin Flintoff', 'Ahmad Wattoo']) await star(page, name).click();
  await openMore(page, 'Gurinder Singh Josan');
  await about(page, 'Gurinder Singh Josan').click();
  const details = dialog(page, 'Gurinder Singh Josan');
  await expect(details.getByText('No published answer here. That is not disagreement.')).toBeVisible();
  await details.getByRole('textbox').fill('A word '.repeat(60));
  await expectNoViolationsInBoth(page);
  expect(await smallTargets(details)).toEqual([]);
  expect(await tooWide(details)).toBe(false);

  await details.getByRole('button', { name: 'Compare answers with others' }).click();
  const compare = dialog(page, 'Compare answers');
  await expect(compare.getByRole('columnheader')).toHaveText([
    'Question',
    'Gurinder Singh Josan',
    'Crispin Flintoff',
    'Alec Price',
    'Ahmad Wattoo',
  ]);
  await expect(compare.getByRole('row', { name: /^1 Publish regular reports/ }).getByRole('cell')).toHaveCount(4);
  await expect(
    compare
      .getByRole('row', { name: /^1 Publish/ })
      .getByRole('cell', { name: 'Agrees with qualifications: where possible' }),
  ).toBeVisible();
  await expectNoViolationsInBoth(page);
  expect(await smallTargets(compare)).toEqual([]);
  expect(await tooWide(compare)).toBe(false);
  expect(await sidewaysScroll(page)).toBe(false);

  await compare.getByRole('checkbox').check();
  await expect(compare.getByRole('rowheader')).toHaveText([/^1 /, /^3b /, /^3e /, /^3f /, /^3g /]);
  await expectNoViolationsInBoth(page);
});

test(
  'storage that is full says so in the details, and the notes can be had as a file',
  { tag: '@phone' },
  async ({ page }) => {
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await openMore(page, 'Ann Black');
    await about(page, 'Ann Black').click();
    const details = dialog(page, 'Ann Black');
    await details.getByRole('textbox').fill('Reports every meeting');
    await expect(details.getByRole('alert')).toContainText('This device does not save notes and stars now');
    await expectNoViolations(page);
    const downloading = page.waitForEvent('download');
    await details.getByRole('button', { name: 'Save my notes as a file' }).click();
    expect((await downloading).suggestedFilename()).toBe('my-notes.txt');
  },
);
