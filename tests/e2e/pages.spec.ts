import { expect, test, type Page } from '@playwright/test';
import {
  expectNothingBlocked,
  expectNoViolationsInBoth,
  nec,
  openElection,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

// How the steps but Rank look at two widths; what they do is in pages-desk.spec.ts.

test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

async function expectNoProblems(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolationsInBoth(page);
}

test('Election fits and has no accessibility problems, before one is chosen and after', async ({ page }) => {
  await page.goto('./#/election');
  await page.getByText('or paste the text of a BLT file').click();
  await expectNoProblems(page);
  await openElection(page, nec);
  await page.goto('./#/election');
  await page.getByText('Where this comes from').click();
  await expectNoProblems(page);
});

test('Turnout fits and has no accessibility problems', async ({ page }) => {
  await openElection(page, nec);
  await page.goto('./#/turnout');
  await page
    .getByText(/^The blocs/)
    .first()
    .click();
  await expectNoProblems(page);
});

test('Keep and Count fit and have no accessibility problems', async ({ page }) => {
  await openElection(page, 'Practice');
  for (const n of [1, 2, 3]) {
    await page
      .getByRole('button', { name: new RegExp(`make it number ${n}$`) })
      .first()
      .click();
  }
  await page.goto('./#/keep');
  await expect(page.getByRole('article')).toBeVisible();
  await expectNoProblems(page);
  await page.goto('./#/count');
  // The sheet is laid out when it comes into view, and is to be looked at too.
  await page.getByRole('region', { name: 'Result sheet', exact: true }).scrollIntoViewIfNeeded();
  await expectNoProblems(page);
});
