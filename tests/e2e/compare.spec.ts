import { expect, test } from '@playwright/test';
import { expectNoViolationsInBoth, openElection, poolRow, sidewaysScroll } from '../support/browser-page';

test('two rules, two turnouts, two drafts; what is compared is there again after a reload', async ({ page }) => {
  test.setTimeout(120_000);
  await openElection(page, 'Practice: the village hall committee');
  await poolRow(page, 'Ada Ash').click();
  await page.goto('./#/count/compare');
  const differences = page.getByRole('heading', { level: 2 }).first();
  const facts = page.getByRole('region', { name: 'The two counts in numbers' });
  await expect(page.getByRole('heading', { name: 'Two counts compared' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Count B' }).selectOption('As many Xs as seats (block vote)');
  await expect(page.getByText(/^They part at the first stage, where in A /)).toBeVisible();
  await expect(facts.getByRole('row', { name: /\(the quota\)/ })).toHaveText(/none$/);
  await page.getByRole('combobox', { name: 'Count A' }).selectOption('As many Xs as seats (block vote)');
  await expect(differences).toHaveText('Both give the same two, in the same order.');

  await page.getByRole('radio', { name: 'Turnout' }).check();
  await expect(facts.getByRole('row', { name: /^Ballots counted \(differs\)/ })).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolationsInBoth(page);

  await page.getByRole('radio', { name: 'Ballot' }).check();
  await expect(page.getByRole('heading', { name: 'There is only one to count' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Ballot' })).toBeChecked();
  await page.getByRole('radio', { name: 'Rule' }).check();
  await expect(page.getByRole('combobox', { name: 'Count A' })).toHaveValue('block-vote');
});
