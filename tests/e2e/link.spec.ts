import { expect, test, type Page } from '@playwright/test';
import {
  expectNoViolations,
  expectNothingBlocked,
  namesIn,
  nec,
  openElection,
  poolRow,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

const counted = (page: Page) => page.locator('main summary').first();

/** The text that the button puts on the clipboard. */
async function copyLink(page: Page): Promise<string> {
  const share = page.getByRole('region', { name: 'Share as a link' });
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.getByRole('status')).toHaveText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

test(
  'a count is the same for whoever opens its link, with the ballot if it was sent',
  { tag: '@phone' },
  async ({ page, context, browser }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await watchPolicy(page);
    await openElection(page, nec);
    await poolRow(page, 'Ann Black').click();
    await poolRow(page, 'Mish Rahman').click();
    await page.goto('./#/turnout');
    await page.getByRole('textbox', { name: 'Seed' }).fill('may 7/3');
    await page.getByRole('textbox', { name: 'Seed' }).press('Enter');
    await page.goto('./#/count');
    await expect(page.getByRole('heading', { name: /^Your vote/ }).first()).toBeVisible();
    const said = await counted(page).innerText();
    expect(said).toContain('seed may 7/3');
    const elected = await page.getByRole('region', { name: 'Elected in this count' }).innerText();

    const plain = await copyLink(page);
    expect(plain).toMatch(/^http.*\/#\/count\?e=nec-2020&t=calibrated&r=[\w-]+&s=may%207%2F3$/);
    await page.getByRole('checkbox', { name: 'With my ballot (2 names)' }).check();
    const withBallot = await copyLink(page);
    expect(withBallot.startsWith(`${plain}&b=`)).toBe(true);
    expect(await sidewaysScroll(page)).toBe(false);
    await expectNoViolations(page);
    await expectNothingBlocked(page);

    const other = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(plain);
    await expect(counted(other)).toHaveText(/seed may 7\/3/);
    expect(await counted(other).innerText()).toBe(said);
    await expect(other.getByRole('region', { name: 'Elected in this count' })).toBeVisible();
    expect(await other.getByRole('region', { name: 'Elected in this count' }).innerText()).toBe(elected);
    await expect(other.getByRole('heading', { name: 'You have not ranked anyone yet' })).toBeVisible();
    expect(new URL(other.url()).hash).toBe('#/count');
    expect(asked.filter((url) => url.includes('may'))).toEqual([]);

    await other.goto(withBallot); // to a page that is open: only the part after the # changes
    await expect(other.getByRole('heading', { name: 'You have not ranked anyone yet' })).toHaveCount(0);
    await other.goto('./#/rank');
    const draft = other.getByRole('combobox', { name: 'Draft', exact: true });
    await expect(draft.getByRole('option', { selected: true })).toHaveText('From a link (2 names)');
    await expect.poll(() => namesIn(other, 'My ranking')).toEqual(['Ann Black', 'Mish Rahman']);
    await other.getByRole('button', { name: 'Undo: new From a link' }).click();
    await expect(other.getByRole('list', { name: 'Not ranked yet' }).getByText('Mish Rahman')).toBeVisible();
    await expect(draft.getByRole('option', { name: /^From a link/ })).toHaveCount(0);
    await other.context().close();
  },
);

test('what a link replaces comes back by one undo', { tag: '@phone' }, async ({ page }) => {
  await watchPolicy(page);
  await openElection(page, nec);
  await page.goto('./#/turnout');
  await page.getByRole('textbox', { name: 'Seed' }).fill('mine');
  await page.getByRole('textbox', { name: 'Seed' }).press('Enter');
  await page.goto('./#/count?e=nec-2020&t=early-stop&r=meek-prf&s=theirs');
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('status');
  await expect(notice).toContainText('Opened voters, rule and seed from the link.');
  await expect(counted(page)).toContainText('seed theirs');
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolations(page);
  await notice.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(counted(page)).toContainText('seed mine');
  await expect(counted(page)).toContainText('Made-up voters: Close to 2020');
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await expectNothingBlocked(page);
});

test('a broken link says what is wrong and leaves the rest alone', { tag: '@desk' }, async ({ page }) => {
  await watchPolicy(page);
  await openElection(page, nec);
  await poolRow(page, 'Ann Black').click();
  await page.goto('./#/rank?e=nec-2020&b=1.99');
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('alert');
  await expect(notice).toContainText('The link could not be opened. The ballot (b) names candidate “99”');
  expect(new URL(page.url()).hash).toBe('#/rank');
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black']);
  await expectNoViolations(page);
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(notice).toHaveCount(0);

  await page.goto('about:blank');
  await page.goto('./#/count?e=practice&r=borda'); // while the app starts
  await expect(notice).toContainText('The rule (r) “borda” is not one that Ballotflow knows.');
  await expect(counted(page)).toBeVisible();
  await page.goto('./#/rank');
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black']);
  await expectNothingBlocked(page);
});
