import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  expectNothingBlocked,
  expectNoViolations,
  expectNoViolationsInBoth,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/slates');
  await expect(seats(page)).toHaveCount(3);
});

test.afterEach(({ page }) => expectNothingBlocked(page));

/** The three systems, each with the seats of the chosen slate. */
const seats = (page: Page): Locator =>
  page.getByRole('region', { name: 'The same voters, three ways to count' }).getByRole('listitem');
const control = (page: Page, name: RegExp): Locator => page.getByRole('textbox', { name }).first();

/** Sets a number and waits until the seats are others than before. */
async function expectOtherSeats(page: Page, set: () => Promise<unknown>): Promise<void> {
  const before = await seats(page).allInnerTexts();
  await set();
  await expect(async () => expect(await seats(page).allInnerTexts()).not.toEqual(before)).toPass();
}

test('every control of a slate and of the election changes what is counted', async ({ page }) => {
  await expect(seats(page).first()).toContainText('5 of 9');
  await expectNoViolationsInBoth(page);
  expect(await sidewaysScroll(page)).toBe(false);

  await expectOtherSeats(page, () => control(page, /^Candidates it stands/).fill('3'));
  await expect(seats(page).first()).toContainText('Grassroots Voice 3');
  await expectOtherSeats(page, () => control(page, /^Share of first preferences/).fill('12'));
  await control(page, /^Candidates it stands/).fill('9');
  await expect(page.getByText('3 of these names are made up.')).toBeVisible();
  await expectOtherSeats(page, () => control(page, /^Share of first preferences/).fill('46'));
  await expect(seats(page).nth(1)).toContainText('9 of 9'); // as many Xs as seats

  const far = page.getByRole('combobox', { name: /^How far its supporters rank/ }).first();
  await expectOtherSeats(page, async () => {
    await far.selectOption({ label: 'Stop after a number of names' });
    await control(page, /^Names they rank/).fill('1');
  });
  await far.selectOption({ label: 'Rank the whole slate, then perhaps go on' });
  await control(page, /^Chance of each further name/).fill('0');
  await expectOtherSeats(page, () => control(page, /^Printed orders/).fill('1'));
  await control(page, /^Of them, rank the whole slate/).fill('100');
  await expect(page.getByRole('region', { name: 'What is sure' })).toContainText(
    '4,600 ballots, 4.6 quotas, rank all 9 of Grassroots Voice before anyone else: at least 4 seats',
  );
  await control(page, /^Printed orders/).fill('0');
  await expectOtherSeats(page, () => control(page, /^The best-known name/).fill('40'));

  await page.getByText('Seats, rule and voters').click();
  await expectOtherSeats(page, () => control(page, /^Seats/).fill('5'));
  await page.getByRole('combobox', { name: /^Rule/ }).selectOption('senate-au');
  await expect(page.getByRole('region', { name: 'What is sure' })).toContainText('promises no seats');
  await page.getByRole('radio', { name: 'Labour to Win' }).check();
  await expect(page.getByRole('region', { name: 'What is sure' })).toContainText('Labour to Win');
  await page.getByText('The other slates').click();
  await page.getByRole('button', { name: 'Set them all as Labour to Win' }).click();

  await page.reload(); // kept on the device
  await expect(page.getByRole('radio', { name: 'Labour to Win' })).toBeChecked();
  await expect(seats(page).first()).toContainText('of 5');
});

test('curves and the challenge, each stopped or found', async ({ page }) => {
  test.setTimeout(120_000);
  const curves = page.getByRole('region', { name: 'Seats, if one thing were otherwise' });
  await curves.getByText('Candidates stood').click();
  await curves.getByRole('button', { name: 'Draw' }).click();
  await expect(curves.getByRole('img')).toHaveCount(3, { timeout: 60_000 });
  await curves.getByRole('button', { name: 'Stop' }).click();
  await expect(curves.getByRole('button', { name: 'Draw again' })).toBeVisible();

  const challenge = page.getByRole('region', { name: 'Challenge it' });
  await challenge.getByRole('button', { name: /One more candidate/ }).click();
  await expect(challenge).toContainText('Found after', { timeout: 60_000 });
  await expect(challenge.getByRole('table')).toHaveCount(2);
  await challenge.getByRole('button', { name: /Naming more/ }).click();
  await expect(challenge).toContainText(/[1-9][\d,]* changes tried/, { timeout: 60_000 });
  await challenge.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(challenge).toContainText('nothing found');
  await expectNoViolations(page);
  expect(await sidewaysScroll(page)).toBe(false);
});

test('presented by keyboard, printed as a handout, opened again from its file', async ({ page }, { project }) => {
  await control(page, /^Candidates it stands/).fill('4');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const file = await (await saving).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'ballotflow-slates', chosen: 0 });

  await page.getByRole('link', { name: 'Present' }).click();
  const title = page.getByRole('heading', { level: 2 });
  await expect(title).toHaveText('What ranking does for a slate, and what it does not');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText('The same voters, three ways to count');
  await expect(page).toHaveURL(/#\/slates\/present\/3$/);
  await page.keyboard.press('n');
  await expect(page.getByRole('complementary', { name: 'Notes' })).toContainText('an assumption');
  await expectNoViolations(page);
  await page.keyboard.press('End');
  await expect(title).toHaveText('What this was, and what it was not');
  await page.keyboard.press('ArrowLeft');
  await expect(title).toHaveText('Try it otherwise');
  if (project.name === 'desktop') {
    const handout = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(handout.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(4); // eight slides, two to a page
  }
  await page.keyboard.press('Escape');

  await control(page, /^Candidates it stands/).fill('6');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open file' }).click();
  await (await choosing).setFiles(file);
  await expect(control(page, /^Candidates it stands/)).toHaveValue('4');
});
