import { expect, test } from '@playwright/test';
import { expectNoViolationsInBoth, openElection, poolRow, sidewaysScroll } from '../support/browser-page';

test('two rules, two turnouts; what is compared is there again after a reload', { tag: '@phone' }, async ({ page }) => {
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

test('two drafts beside each other: one vote each, differences said and marked', { tag: '@desk' }, async ({ page }) => {
  await openElection(page, 'Practice: the village hall committee');
  await poolRow(page, 'Ada Ash').click();
  // Another draft, as a friend's link brings it.
  await page.goto('./#/rank?e=practice&b=5.4.3');
  await page.reload();
  await expect(page.getByRole('list', { name: 'My ranking' }).getByRole('listitem')).toHaveCount(3);
  await page.goto('./#/count/compare');
  await page.getByRole('radio', { name: 'Ballot' }).check();
  const sides = ['Count A', 'Count B'].map((name) => page.getByRole('combobox', { name }));
  const labels = await Promise.all(sides.map((side) => side.locator('option:checked').textContent()));
  expect(labels.toSorted()).toEqual(['Draft 1', 'From a link']);
  // The same voters and one more: whom each draft helped is told side by side.
  const votes = page.getByRole('region', { name: 'Your vote in both' });
  await expect(votes.locator('.headline')).toHaveText([/^Your (whole )?vote /, /^Your (whole )?vote /]);
  await expect(page.getByRole('region', { name: 'The two counts in numbers' })).toBeVisible();
  await page.getByRole('button', { name: 'Swap A and B' }).click();
  const swapped = await Promise.all(sides.map((side) => side.locator('option:checked').textContent()));
  expect(swapped).toEqual(labels.toReversed());
  await expectNoViolationsInBoth(page);
});
