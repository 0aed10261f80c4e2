import { expect, test } from '@playwright/test';
import { nec, openElection, poolRow } from '../support/browser-page';

test('asks nothing of any other place, and works with the network unplugged after the first visit', async ({
  page,
  context,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url());
  });
  await openElection(page, nec);
  for (const address of ['turnout', 'keep', 'slates']) {
    await page.goto(`./#/${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto('./#/rank');
  await page.reload();
  await poolRow(page, 'Ann Black').tap();
  await page.goto('./#/count');
  await expect(page.getByRole('heading', { name: 'Your vote, move by move' })).toBeVisible();
  await page.goto('./#/slates');
  await expect(page.getByRole('region', { name: 'What is sure' })).toBeVisible();
  expect(elsewhere).toEqual([]);
});
