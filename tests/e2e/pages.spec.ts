import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  chooseFile,
  expectNothingBlocked,
  expectNoViolations,
  expectNoViolationsInBoth,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

const good = ['4 2', '20 1 2 0', '14 2 3 0', '9 4 0', '0', '"Ann"', '"Bo"', '"Cy"', '"Di"', '"Allotment club"', ''];
const broken = good.with(2, '14 2 9 0');

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/election');
  await expect(page.getByRole('heading', { level: 1, name: 'Choose an election' })).toBeVisible();
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const alert = (page: Page): Locator => page.getByRole('alert').filter({ hasText: /./ });
const builtIn = (page: Page, name: RegExp): Locator => page.getByRole('button', { name });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

/** Opens an election that comes with the app and goes to a step. */
async function pick(page: Page, name: RegExp, step: string): Promise<void> {
  await builtIn(page, name).click();
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
  await page.goto(`./#/${step}`);
}

async function rankFirst(page: Page, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    await page
      .getByRole('button', { name: new RegExp(`make it number ${n}$`) })
      .first()
      .click();
  }
}

async function expectNoProblems(page: Page): Promise<void> {
  await expectNoViolations(page);
  expect(await sidewaysScroll(page)).toBe(false);
}

async function expectNoProblemsInBoth(page: Page): Promise<void> {
  await expectNoViolationsInBoth(page);
  expect(await sidewaysScroll(page)).toBe(false);
}

test('starts with no election chosen, and picking one goes on to ranking', async ({ page }) => {
  await expect(page.getByText('What is known, and what is not')).toHaveCount(0);
  await builtIn(page, /^Labour NEC, CLP section, 2020/).click();
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
});

test('a broken file: the line and column, and what was open is still open', async ({ page }) => {
  await pick(page, /^Practice/, 'rank');
  await rankFirst(page, 2);
  await page.goto('./#/election');
  await chooseFile(page, 'bad.blt', broken);
  await expect(alert(page)).toContainText('bad.blt could not be opened');
  await expect(alert(page)).toContainText('Line 3, column 6');
  await expect(alert(page)).toContainText('“Practice: the village hall committee” is still open');
  await expect(builtIn(page, /^Practice/)).toHaveAttribute('aria-current', 'true');
  await expectNoProblems(page);
  await page.goto('./#/keep');
  await expect(page.getByText('2 of 5 names ranked.')).toHaveCount(1);
});

test('a good file: opened, counted with its own ballots, and there again after a reload', async ({ page }) => {
  await chooseFile(page, 'club.blt', good);
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
  await page.goto('./#/election');
  await expect(page.getByText('From the file club.blt')).toBeVisible();
  await expect(page.getByText('43 ballot papers')).toBeVisible();
  await page.goto('./#/turnout');
  await expect(page.getByRole('radio', { name: 'The ballots in the file' })).toBeChecked();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'The ballots in the file' })).toBeChecked();
});

test('the text of a file can be pasted', async ({ page }) => {
  await page.getByText('or paste the text of a BLT file').click();
  await page.getByRole('textbox', { name: 'Text of a BLT file' }).fill(good.join('\n'));
  await page.getByRole('button', { name: 'Open this text' }).click();
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
  await page.goto('./#/election');
  await expect(page.getByRole('heading', { name: 'Allotment club' })).toBeVisible();
});

test('a file can be dropped', async ({ page }) => {
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.blt'));
    return transfer;
  }, good.join('\n'));
  const zone = page.getByRole('group', { name: 'Open a file' });
  await zone.dispatchEvent('dragenter', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
});

for (const name of [/^Labour NEC/, /^Practice/]) {
  test(`every turnout of ${name.source.slice(1)} can be picked, and stays picked`, async ({ page }) => {
    await pick(page, name, 'turnout');
    const radios = page.getByRole('group', { name: 'Who else votes' }).getByRole('radio');
    const first = radios.first();
    await expect(first).toBeChecked();
    const unfold = page.getByRole('button', { name: /^Show \d+ more/ });
    if (await unfold.isVisible()) await unfold.click();
    const all = await radios.all();
    expect(all.length).toBeGreaterThanOrEqual(4);
    for (const radio of all.toReversed()) {
      await radio.check();
      await expect(radio).toBeChecked();
    }
    const last = radios.last();
    await last.check();
    await page.reload();
    await expect(last).toBeChecked();
    // By keyboard, as radio buttons do.
    await last.focus();
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeChecked();
  });
}

test('the seed can be drawn anew and stays', async ({ page }) => {
  await pick(page, /^Practice/, 'turnout');
  const seed = page.getByRole('textbox', { name: 'Seed' });
  const before = await seed.inputValue();
  await page.getByRole('button', { name: 'Draw other voters' }).click();
  await expect(seed).not.toHaveValue(before);
  const drawn = await seed.inputValue();
  await page.reload();
  await expect(seed).toHaveValue(drawn);
});

test('the order can be copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await pick(page, /^Practice/, 'rank');
  await rankFirst(page, 3);
  await page.goto('./#/keep');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^Practice: the village hall committee\nMy order, not an official ballot paper\n\n1\. .+\n2\. .+\n3\. .+\n$/,
  );
});

test('prints the card and nothing else', async ({ page }) => {
  await pick(page, /^Practice/, 'rank');
  await rankFirst(page, 3);
  await page.goto('./#/keep');
  const card = page.getByRole('article');
  await expect(card).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(card.getByRole('heading', { name: 'As on the ballot paper' })).toBeVisible();
  await expect(card.getByRole('heading', { name: 'In your order' })).toBeVisible();
  await expect(heading(page, 'Keep your order')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
});

test('nothing ranked: points back to ranking', async ({ page }) => {
  await pick(page, /^Practice/, 'keep');
  await page.getByRole('link', { name: 'Put the candidates in order' }).click();
  await expect(heading(page, 'Put the candidates in order')).toBeVisible();
});

test.describe('no accessibility problems, by light and by dark', () => {
  test('before anything is chosen', async ({ page }) => {
    await page.getByText('or paste the text of a BLT file').click();
    await expectNoProblemsInBoth(page);
  });

  test('election, with its details', async ({ page }) => {
    await pick(page, /^Labour NEC/, 'election');
    await page.getByText('Where this comes from').click();
    await expectNoProblemsInBoth(page);
  });

  test('turnout', async ({ page }) => {
    await pick(page, /^Labour NEC/, 'turnout');
    await page
      .getByText(/^The blocs/)
      .first()
      .click();
    await expectNoProblemsInBoth(page);
  });

  test('count and keep', async ({ page }) => {
    await pick(page, /^Labour NEC/, 'rank');
    await rankFirst(page, 3);
    await page.goto('./#/keep');
    await expect(page.getByRole('article')).toBeVisible();
    await expectNoProblemsInBoth(page);
    await page.goto('./#/count');
    // The sheet is laid out when it comes into view, and is to be looked at too.
    await page.getByRole('region', { name: 'Result sheet', exact: true }).scrollIntoViewIfNeeded();
    await expectNoProblemsInBoth(page);
  });
});
