import { expect, test } from '@playwright/test';
import { expectNothingBlocked, expectNoViolations, sidewaysScroll, watchPolicy } from '../support/browser-page';

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/election');
  await page.getByRole('button', { name: /^Practice/ }).click();
  for (const n of [1, 2, 3]) {
    await page
      .getByRole('button', { name: new RegExp(`make it number ${n}$`) })
      .first()
      .click();
  }
});

test.afterEach(({ page }) => expectNothingBlocked(page));

test(
  'the same ballot is counted by every rule, and what happened to it and why is told',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./#/turnout');
    const group = page.getByRole('group', { name: 'Counted by' });
    await group.getByText(/^Count by another rule/).click();
    const names = await group
      .getByRole('radio')
      .evaluateAll((radios) =>
        radios.map((radio) => document.getElementById(radio.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''),
      );
    expect(names.length).toBeGreaterThan(20); // those for several seats
    for (const name of names) {
      await page.goto('./#/turnout');
      const radio = group.getByRole('radio', { name, exact: true });
      if (!(await radio.isVisible())) await group.getByText(/^Count by another rule/).click();
      await radio.check();
      await page.goto('./#/count');
      await expect(page.locator('summary', { hasText: name }).first()).toBeAttached();
      await expect(page.getByRole('heading', { name: /^Your (vote|whole vote|\d+ Xs)/ }).first()).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Elected in this count' })).toBeVisible();
      await page.getByText('Why? The sums of this stage').click();
      await expect(page.getByText(/^The rule: /)).toBeVisible();
      expect(await sidewaysScroll(page)).toBe(false);
    }
  },
);

test('axe finds nothing among the rules and in the sums', { tag: '@desk' }, async ({ page }) => {
  await page.goto('./#/turnout');
  await page.getByText(/^Count by another rule/).click();
  await expectNoViolations(page);
  for (const name of ['Meek (PRF reference)', 'As many Xs as seats (block vote)', 'Cambridge, Massachusetts']) {
    await page.goto('./#/turnout');
    const radio = page.getByRole('radio', { name });
    if (!(await radio.isVisible())) await page.getByText(/^Count by another rule/).click();
    await radio.check();
    await page.goto('./#/count');
    await page.getByText('Why? The sums of this stage').click();
    const later = page.getByRole('button', { name: 'Later stage' });
    if (await later.isVisible()) await later.click(); // as many Xs as seats are counted in one stage
    await expectNoViolations(page);
  }
});
