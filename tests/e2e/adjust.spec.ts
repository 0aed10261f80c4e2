import { expect, test, type Page } from '@playwright/test';
import {
  chooseFile,
  expectNothingBlocked,
  expectNoViolations,
  expectNoViolationsInBoth,
  nec,
  openElection,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await openElection(page, nec);
  await page.goto('./#/turnout');
});
test.afterEach(({ page }) => expectNothingBlocked(page));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const bloc = 'Grassroots Voice supporters';

/** Makes a copy of the first sample and unfolds its first bloc. */
async function adjust(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Adjust “Close to 2020”' }).click();
  await expect(heading(page, 'Adjust a turnout')).toBeVisible();
  await page.locator('summary', { hasText: bloc }).click();
}

test('a sample is copied and adjusted, its effect is seen, and it is counted', { tag: '@phone' }, async ({ page }) => {
  await adjust(page);
  const effect = page.getByRole('region', { name: 'What it comes to' });
  await expect(effect).toContainText(/129,549 voters.*Seats: Grassroots Voice \d/);
  const turnout = page.getByRole('textbox', { name: `Turnout: how many of them vote (${bloc})` });
  await expect(turnout).toHaveValue('25');

  // By keyboard: the slider, with its effect at once, and the number beside it.
  const slider = page.getByRole('slider', { name: `Turnout: how many of them vote (${bloc})` });
  await slider.focus();
  for (let press = 0; press < 15; press++) await page.keyboard.press('ArrowRight');
  await expect(turnout).toHaveValue('40');
  await expect(effect).toContainText(/15\d,\d{3} voters/);
  await turnout.fill('400');
  await expect(page.getByRole('alert').filter({ hasText: 'from 0 to 100' })).toContainText('It stays at 40.');
  await turnout.fill('50');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('A busy year');
  await page.keyboard.press('Tab');

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('A busy year');
  await page.goto('./#/turnout');
  await expect(page.getByRole('group', { name: 'Who else votes' }).getByRole('radio').first()).toBeChecked();
  await expect(page.getByRole('radio', { name: 'A busy year' })).toBeChecked();
  await page.goto('./#/count');
  await expect(page.getByText('Made-up voters: A busy year')).toBeVisible();
});

test('one saved as a file is opened from it', { tag: '@desk' }, async ({ page }) => {
  await adjust(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('close-to-2020-adjusted.turnout.json');
  await page.goto('./#/turnout');
  await page.getByRole('button', { name: 'Delete “Close to 2020, adjusted”' }).click();
  await expect(page.getByRole('button', { name: /^Undo: delete/ })).toBeFocused();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a turnout file' }).click();
  await (await choosing).setFiles(await file.path());
  await expect(page.getByRole('radio', { name: 'Close to 2020, adjusted 2' })).toBeChecked();
});

test('the editor, all of a bloc unfolded: nothing for axe, nothing too small, nothing too wide', async ({ page }) => {
  await adjust(page);
  await page.locator('summary', { hasText: 'Strength of each candidate (' }).click();
  for (const fold of await page.locator('summary', { hasText: 'Exact numbers' }).all()) await fold.click();
  await page.locator('summary', { hasText: 'In numbers' }).click();
  await expect(page.getByRole('table', { name: 'First preferences and seats in a quick sample' })).toBeVisible();
  await expectNoViolationsInBoth(page);
  expect(await sidewaysScroll(page)).toBe(false);
  const small = await page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('button, input, select, summary')]
      .filter((one) => one.checkVisibility() && !one.matches('[type=radio]'))
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
});

test('voters like those in a file are made, and shown beside them', async ({ page }) => {
  const rows = [
    '4 2',
    '60 1 2 3 0',
    '44 2 3 0',
    '29 4 1 0',
    '12 3 0',
    '0',
    '"Ann"',
    '"Bo"',
    '"Cy"',
    '"Di"',
    '"Club"',
    '',
  ];
  await page.goto('./#/election');
  await chooseFile(page, 'club.blt', rows);
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
  await page.goto('./#/turnout');
  await page.getByRole('button', { name: 'Make voters like these' }).click();
  await expect(page.getByRole('radio', { name: 'Fitted to the ballots' })).toBeChecked();
  for (const fold of await page.locator('summary', { hasText: 'largest difference' }).all()) await fold.click();
  await expect(page.getByRole('table', { name: 'First preferences: measured and made up' })).toBeVisible();
  await expectNoViolations(page);
  expect(await sidewaysScroll(page)).toBe(false);
  await page.getByRole('button', { name: 'Adjust “Fitted to the ballots”', exact: true }).click();
  await expect(page.getByRole('region', { name: 'What it comes to' })).toContainText(/145 voters.*Seats: /);
});
