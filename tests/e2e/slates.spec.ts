import { expect, test } from '@playwright/test';
import {
  expectNothingBlocked,
  expectNoViolations,
  expectNoViolationsInBoth,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

test('the slate room and its slides fit, and have no accessibility problems', async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/slates');
  const curves = page.getByRole('region', { name: 'Seats, if one thing were otherwise' });
  await curves.getByRole('button', { name: 'Draw' }).click();
  const challenge = page.getByRole('region', { name: 'Challenge it' });
  await challenge.getByRole('button', { name: /one more candidate/ }).click();
  await expect(challenge).toContainText('Found after', { timeout: 60_000 });
  await expect(curves.getByText('Drawn from 40 runs.')).toBeVisible({ timeout: 60_000 });
  // Everything unfolded, the settings of one other slate among it.
  const folded = page.locator('main details:not([open]) > summary');
  for (const text of ['What is assumed', 'The other slates', 'Open Labour', 'Seats, rule and voters', 'Why it is sure'])
    await folded.filter({ hasText: text }).first().click();
  for (const text of ['All slates in a table', 'The same as a table']) await page.getByText(text).click();
  await page.getByRole('combobox', { name: /^Rule/ }).selectOption('senate-au');
  await expect(page.getByText('An election that shows why nothing is sure')).toBeVisible();
  await expectNoViolationsInBoth(page);
  expect(await sidewaysScroll(page)).toBe(false);

  await page.getByRole('link', { name: 'Present' }).click();
  await page.getByRole('button', { name: 'Notes' }).click();
  await page.getByText('Keys', { exact: true }).click();
  await expectNoViolations(page);
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNothingBlocked(page);
});
