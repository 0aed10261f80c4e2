import { expect, test } from '@playwright/test';
import { nec, openElection, poolRow } from '../support/browser-page';

test('works with the network unplugged after the first visit, the count included', async ({ page, context }) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await openElection(page, nec);
  await poolRow(page, 'Ann Black').tap();
  await page.goto('./#/count');
  await expect(page.getByRole('heading', { name: 'Your vote, move by move' })).toBeVisible();
});

test('asks nothing of any other place', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url());
  });
  await openElection(page, nec);
  for (const step of ['turnout', 'count', 'keep']) {
    await page.goto(`./#/${step}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(elsewhere).toEqual([]);
});
