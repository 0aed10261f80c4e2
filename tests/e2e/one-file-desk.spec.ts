import { expect, test, type Page } from '@playwright/test';
import { expectNothingBlocked, openElection, poolRow, watchPolicy } from '../support/browser-page';

const headline = (page: Page) => page.locator('#journey-headline');

async function saveOneFile(page: Page, file: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one file' }).click();
  await (await downloading).saveAs(file);
  return `file://${file}`;
}

test('saved as one file: opens by itself with the same count, keeps its state, saves itself again', async ({
  page,
  browser,
}, info) => {
  await openElection(page, 'Practice');
  await poolRow(page, 'Ada Ash').click();
  await page.goto('./#/count');
  await page.getByRole('checkbox', { name: 'With my ballot (1 name)' }).check();
  const said = await headline(page).innerText();
  const saved = await saveOneFile(page, info.outputPath('saved.html'));

  const context = await browser.newContext({ offline: true });
  const alone = await context.newPage();
  await watchPolicy(alone);
  const asked = new Set<string>();
  alone.on('request', (request) => asked.add(request.url().replace(/[^/]*$/, '')));
  await alone.goto(saved);
  await expect(headline(alone)).toHaveText(said);
  expect(asked).toEqual(new Set([saved.replace(/[^/]*$/, ''), 'blob:null/']));
  await expect(alone.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  await alone.reload();
  await expect(headline(alone)).toHaveText(said);

  await alone.goto(`${saved}#/keep`);
  const again = await saveOneFile(alone, info.outputPath('again.html'));
  await expectNothingBlocked(alone);
  const twice = await context.newPage();
  await twice.goto(again);
  await expect(twice.getByRole('heading', { level: 1 })).toHaveText('Keep your order');
  await expect(twice.getByRole('article')).toContainText('Ada Ash');
  await context.close();
});
