import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectNoViolations, namesIn, nec, openElection, poolRow } from '../support/browser-page';

test('a saved state that cannot be read is set aside, offered back as a file, and deleted only when asked', async ({
  page,
}) => {
  await openElection(page, nec);
  await poolRow(page, 'Ann Black').tap();
  await page.evaluate(() => localStorage.setItem('ballotflow/rankings', '{"state": broken'));
  await page.reload();
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText('could not be read');
  await expectNoViolations(page, '[aria-label=Notices]');

  await poolRow(page, 'Yasmine Dar').tap(); // work goes on, and is saved
  await page.reload();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Yasmine Dar']);
  await expect(notice).toContainText('nothing is lost');

  const downloading = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Save it as a file' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('{"state": broken');

  await notice.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('main')).toBeFocused(); // that button is gone
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toBeHidden();
});

test('a ranking saved by a newer version is left alone and said so', async ({ page }) => {
  await openElection(page, nec);
  const newer = '{"state":{"rankings":{},"drafts":[]},"version":99}';
  await page.evaluate((text) => localStorage.setItem('ballotflow/rankings', text), newer);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('newer version');
  const kept = await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('ballotflow/set-aside/'))
      .map((key) => localStorage.getItem(key) ?? ''),
  );
  expect(kept).toHaveLength(1);
  const { text } = JSON.parse(kept[0] ?? '') as { text: string };
  expect(JSON.parse(text)).toEqual(JSON.parse(newer));
});

test('two tabs: what one ranks the other shows', async ({ page, context }) => {
  await openElection(page, nec);
  const other = await context.newPage();
  await other.goto('./#/rank');
  await poolRow(page, 'Ann Black').tap();
  await expect.poll(() => namesIn(other, 'My ranking')).toEqual(['Ann Black']);
  await poolRow(other, 'Yasmine Dar').tap();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black', 'Yasmine Dar']);
});

test('storage that is full: said so, the drafts can be had as a file, and it says when saving works again', async ({
  page,
}) => {
  await openElection(page, nec);
  await poolRow(page, 'Ann Black').tap();
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => void Object.defineProperty(Storage.prototype, 'setItem', own) });
    Storage.prototype.setItem = full;
  });
  await poolRow(page, 'Yasmine Dar').tap();
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('alert');
  await expect(notice).toContainText('could not be saved on this device');
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black', 'Yasmine Dar']);
  await expectNoViolations(page, '[aria-label=Notices]');

  const downloading = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Save my drafts as a file' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  expect(text).toContain('Draft 1\n1. Ann Black\n2. Yasmine Dar\n');

  await page.evaluate('makeRoom()');
  await poolRow(page, 'Mish Rahman').tap();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black', 'Yasmine Dar', 'Mish Rahman']);
});

test('storage that is switched off, as in some private windows: ranking works, and it says that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openElection(page, nec);
  for (const name of ['Ann Black', 'Yasmine Dar']) await poolRow(page, name).tap();
  await page.getByRole('button', { name: 'Undo: Yasmine Dar to 2' }).click();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black']);
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('alert');
  await expect(notice).toHaveCount(1); // not one for every record
  await expect(notice).toContainText('as long as this page is open');
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('main')).toBeFocused(); // that button is gone
  await page.getByRole('link', { name: 'Next: Turnout' }).click();
  await page.goBack();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black']);
  expect(errors).toEqual([]);
});
