import { expect, test, type Locator, type Page } from '@playwright/test';
import { chooseFile, expectNothingBlocked, expectNoViolations, watchPolicy } from '../support/browser-page';

// What the steps but Rank and Count do, which is the same at any width; how they look at two is in pages.spec.ts.

const good = ['4 2', '20 1 2 0', '14 2 3 0', '9 4 0', '0', '"Ann"', '"Bo"', '"Cy"', '"Di"', '"Allotment club"', ''];
const broken = good.with(2, '14 2 9 0');

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/election');
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });
const practice = (page: Page): Locator => page.getByRole('button', { name: /^Practice/ });
const expectRank = (page: Page): Promise<void> => expect(heading(page, 'Put the candidates in order')).toBeVisible();

async function rankFirst(page: Page, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    await page
      .getByRole('button', { name: new RegExp(`make it number ${n}$`) })
      .first()
      .click();
  }
}

test('a broken file: the line and column, and what was open is still open', async ({ page }) => {
  await expect(page.getByText('What is known, and what is not')).toHaveCount(0); // no election is chosen yet
  await practice(page).click();
  await expectRank(page);
  await rankFirst(page, 2);
  await page.goto('./#/election');
  await chooseFile(page, 'bad.blt', broken);
  const alert = page.getByRole('alert').filter({ hasText: /./ });
  await expect(alert).toContainText('bad.blt could not be opened');
  await expect(alert).toContainText('Line 3, column 6');
  await expect(alert).toContainText('“Practice: the village hall committee” is still open');
  await expect(practice(page)).toHaveAttribute('aria-current', 'true');
  await expectNoViolations(page, '[role=alert]');
  await page.goto('./#/keep');
  await expect(page.getByText('2 of 5 names ranked.')).toHaveCount(1);
});

test('a file pasted, dropped, and chosen: counted with its own ballots, there again after a reload', async ({
  page,
}) => {
  await page.getByText('or paste the text of a BLT file').click();
  await page.getByRole('textbox', { name: 'Text of a BLT file' }).fill(good.join('\n'));
  await page.getByRole('button', { name: 'Open this text' }).click();
  await expectRank(page);
  await page.goto('./#/election');
  await expect(page.getByRole('heading', { name: 'Allotment club' })).toBeVisible();

  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.blt'));
    return transfer;
  }, good.join('\n'));
  const zone = page.getByRole('group', { name: 'Open a file' });
  await zone.dispatchEvent('dragenter', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
  await expectRank(page);
  await page.goto('./#/election');
  await expect(page.getByText('From the file dropped.blt')).toBeVisible();

  await chooseFile(page, 'club.blt', good);
  await expectRank(page);
  await page.goto('./#/election');
  await expect(page.getByText('From the file club.blt')).toBeVisible();
  await expect(page.getByText('43 ballot papers')).toBeVisible();
  await page.goto('./#/turnout');
  const own = page.getByRole('radio', { name: 'The ballots in the file' });
  await expect(own).toBeChecked();
  await page.reload();
  await expect(own).toBeChecked();
});

test('a turnout and a seed stay as picked, and turnouts can be picked by keyboard', async ({ page }) => {
  await practice(page).click();
  await expectRank(page);
  await page.goto('./#/turnout');
  const seed = page.getByRole('textbox', { name: 'Seed' });
  const before = await seed.inputValue();
  await page.getByRole('button', { name: 'Draw other voters' }).click();
  await expect(seed).not.toHaveValue(before);
  const drawn = await seed.inputValue();
  await page.reload();
  await expect(seed).toHaveValue(drawn);

  const radios = page.getByRole('group', { name: 'Who else votes' }).getByRole('radio');
  await expect(radios.first()).toBeChecked();
  const unfold = page.getByRole('button', { name: /^Show \d+ more/ });
  if (await unfold.isVisible()) await unfold.click();
  for (const radio of await radios.all()) {
    await radio.check();
    await expect(radio).toBeChecked();
  }
  await page.reload();
  await expect(radios.last()).toBeChecked();
  await radios.last().focus();
  await page.keyboard.press('ArrowDown');
  await expect(radios.first()).toBeChecked();
});

test('the order on Keep: nothing yet, then copied as text, and printed as a card and nothing else', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await practice(page).click();
  await expectRank(page);
  await page.goto('./#/keep');
  await page.getByRole('link', { name: 'Put the candidates in order' }).click();
  await expectRank(page);
  await rankFirst(page, 3);
  await page.goto('./#/keep');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^Practice: the village hall committee\nMy order, not an official ballot paper\n\n1\. .+\n2\. .+\n3\. .+\n$/,
  );

  const card = page.getByRole('article');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ground = page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--sunken').trim());
  expect(await ground, 'paper is light where the screen is dark').toMatch(/^#f/);
  await expect(card.getByRole('heading', { name: 'As on the ballot paper' })).toBeVisible();
  await expect(card.getByRole('heading', { name: 'In your order' })).toBeVisible();
  await expect(heading(page, 'Keep your order')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
});
