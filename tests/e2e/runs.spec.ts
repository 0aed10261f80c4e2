import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

async function openRuns(page: Page): Promise<void> {
  await page.goto('/#/election');
  await page.getByRole('button', { name: /^Labour NEC, CLP section, 2020/ }).click();
  await page.waitForURL(/#\/rank/);
  for (const name of ['Ann Black', 'Yasmine Dar', 'Liz McInnes', 'Mish Rahman']) {
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
  }
  await page.goto('/#/count/runs');
  await expect(page.getByRole('heading', { name: 'Over many turnouts' })).toBeVisible();
}

test('a hundred runs, a what-if, and one of them opened as a count', async ({ page }) => {
  test.setTimeout(120_000);
  await openRuns(page);
  await page.getByText('What if?').click();
  await page.getByLabel('Your ballot stops after 1 name').check();
  await page.getByLabel('Runs, 1 to 100,000').fill('100');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('100 runs made')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('region', { name: 'What it changes' }).getByRole('heading', { level: 3 })).toHaveText(
    'Your ballot stops after 1 name',
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const usual = page.getByRole('region', { name: 'How it usually ends' }).getByRole('listitem').first();
  const seats = [...(await usual.innerText()).matchAll(/(Grassroots Voice|Labour to Win|Open Labour|Tribune) (\d)/g)];
  expect(seats).not.toHaveLength(0);
  await usual.getByRole('button').click();
  await expect(
    page.getByText(/^This is run \d+ of the many from seed 2020, in which 10,000 papers stand/),
  ).toBeVisible();
  const elected = page.getByRole('region', { name: 'Elected in this count' }).getByRole('listitem');
  await expect(elected).toHaveCount(9);
  const slates = await elected.allInnerTexts();
  for (const [, slate = '', won] of seats) {
    expect(slates.filter((text) => text.includes(slate))).toHaveLength(Number(won));
  }
  await page.getByRole('link', { name: 'Back to many runs' }).click();
  await expect(page.getByText('100 runs made')).toBeVisible();
});

test('runs can be stopped and gone on with, by keyboard', async ({ page }) => {
  await openRuns(page);
  await page.getByLabel('Runs, 1 to 100,000').fill('100000');
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'How often each is elected' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  const made = page.getByText(/of 100,000 runs · stopped/);
  await expect(made).toBeVisible();
  const before = Number.parseInt((await made.innerText()).replace(',', ''), 10);
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(async () => {
    const now = await page.getByText(/of 100,000 runs/).innerText();
    expect(Number.parseInt(now.replace(',', ''), 10)).toBeGreaterThan(before);
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
});
