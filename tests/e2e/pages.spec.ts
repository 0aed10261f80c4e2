import { expect, test, type Page } from '@playwright/test';
import {
  chooseFile,
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

test(
  'names without a space widen no page, on a screen of 320 px, which is 1,280 at 400 %',
  { tag: '@phone' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const long = (letter: string): string => letter.repeat(90);
    const names = ['A', 'B', 'C', 'D', 'E'].map((letter) => `"${long(letter)}"`);
    await page.goto('./#/election');
    await chooseFile(page, `${long('f')}.blt`, [
      '5 2',
      '12 1 2 3 0',
      '9 2 1 0',
      '8 3 4 0',
      '0',
      ...names,
      `"${long('T')}"`,
    ]);
    await expect(page.getByRole('heading', { level: 1, name: 'Put the candidates in order' })).toBeVisible();
    for (const letter of 'AB') {
      await page.getByRole('button', { name: new RegExp(`${long(letter)} make it number`) }).click();
    }
    await page.goto('./#/turnout');
    await page
      .getByRole('button', { name: /^Adjust/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(long('n'));
    const pages = [
      'turnout/adjust',
      'turnout',
      'rank',
      'count',
      'count/runs',
      'count/compare',
      'keep',
      'slates',
      'election',
    ];
    for (const address of pages) {
      await page.goto(`./#/${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (address === 'count') await expect(page.getByRole('heading', { name: 'Elected in this count' })).toBeVisible();
      expect(await sidewaysScroll(page), address).toBe(false);
    }
  },
);
