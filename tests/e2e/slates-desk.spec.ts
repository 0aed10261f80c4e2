import { readFileSync } from 'node:fs';
import { expect, test, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { expectNothingBlocked, watchPolicy } from '../support/browser-page';

// The slate room does the same at any width; how it looks at two is in slates.spec.ts.

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await page.goto('./#/slates');
  await expect(systems(page).getByRole('listitem')).toHaveCount(3);
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const systems = (page: Page | FrameLocator): Locator =>
  page.getByRole('region', { name: 'The same voters, three ways to count' });
const sure = (page: Page | FrameLocator): Locator => page.getByRole('region', { name: 'What is sure' });

/** All that the room says of these settings: seats in each system, what is sure, and where the votes ended. */
async function numbers(page: Page | FrameLocator): Promise<string[]> {
  const ended = page.getByRole('region', { name: 'Where the votes ended' });
  return Promise.all([systems(page), sure(page), ended].map((one) => one.innerText()));
}

async function expectOthers(page: Page, set: () => Promise<unknown>): Promise<void> {
  const before = await numbers(page);
  await set();
  await expect(async () => expect(await numbers(page)).not.toEqual(before)).toPass({ timeout: 10_000 });
}

/** A field by what it is called and, where there is one for each slate, whose it is. */
const field = (page: Page, label: string, slate = ''): Locator =>
  page.getByRole('textbox', { name: slate === '' ? label : `${label} (${slate})`, exact: true });

test('every control, by its label, changes what the room says', async ({ page }) => {
  await expect(systems(page).getByRole('listitem').first()).toContainText('5 of 9');
  const begun = await numbers(page);
  await page.getByText('The other slates').click();
  const others = page.getByRole('group').filter({ hasText: 'Set them all as' });
  await others.getByText('Labour to Win', { exact: true }).click();

  for (const slate of ['Grassroots Voice', 'Labour to Win']) {
    const far = page.getByRole('combobox', { name: `How far its supporters rank (${slate})` });
    const fills = async (settings: readonly (readonly [string, string])[]): Promise<void> => {
      for (const [label, value] of settings) await expectOthers(page, () => field(page, label, slate).fill(value));
    };
    await fills([
      ['Candidates it stands', '3'], // so few that votes go on to others
      ['Chance of each further name', '20'],
      ['Printed orders they copy; 0 for none', '2'],
      ['Of them, rank the whole slate before anyone else', '60'],
      ['The best-known name, as many times as likely to be first as the least known', '15'],
      ['Candidates it stands', '9'],
      ['Share of first preferences: its supporters', '35'],
    ]);
    await expect(page.getByText('3 of these names are made up.').first()).toBeVisible();
    await expectOthers(page, () => far.selectOption({ label: 'Rank the whole slate, then stop' }));
    await expectOthers(page, () => far.selectOption({ label: 'Stop after a number of names' }));
    await fills([['Names they rank', '1']]);
    const slider = page.getByRole('slider', { name: `Share of first preferences: its supporters (${slate})` });
    await expectOthers(page, () => slider.press('ArrowLeft'));
  }

  await page.getByText('Seats, rule and voters').click();
  for (const [label, value] of [
    ['Seats', '5'],
    ['Candidates on no slate', '3'],
    ['Their share of first preferences', '25'],
    ['Made-up voters', '4000'],
    ['Seed: the same seed makes up the same voters', 'another'],
  ] as const) {
    await expectOthers(page, async () => {
      await field(page, label).fill(value);
      await field(page, label).blur();
    });
  }
  await expectOthers(page, () => page.getByRole('combobox', { name: /^Rule/ }).selectOption('meek-prf'));
  await expectOthers(page, () => page.getByRole('radio', { name: 'Labour to Win' }).check());
  await expect(sure(page)).toContainText('of Labour to Win before anyone else');
  await expectOthers(page, () => page.getByRole('button', { name: 'Set them all as Labour to Win' }).click());

  await field(page, 'Seats').fill('99'); // what cannot be is refused
  await expect(page.getByRole('alert').filter({ hasText: 'whole number from 1 to 20' })).toBeVisible();
  const set = await numbers(page);
  await page.reload(); // kept on the device
  await expect(page.getByRole('radio', { name: 'Labour to Win' })).toBeChecked();
  await expect(async () => expect(await numbers(page)).toEqual(set)).toPass();
  await page.getByRole('button', { name: /^Begin again from/ }).click();
  await expect(async () => expect(await numbers(page)).toEqual(begun)).toPass();
});

test('curves that follow what is set; a challenge found, gone on with, and stopped', async ({ page }) => {
  const curves = page.getByRole('region', { name: 'Seats, if one thing were otherwise' });
  const table = curves.getByRole('table');
  await curves.getByText('Candidates stood').click();
  await curves.getByRole('button', { name: 'Draw' }).press('Enter');
  await expect(curves.getByRole('button', { name: 'Stop' })).toBeFocused(); // the same button, by keyboard not lost
  await expect(curves.getByRole('img')).toHaveCount(3);
  await curves.getByText('The same as a table').click();
  await expect(curves.getByText('Drawn from 40 runs.')).toBeVisible({ timeout: 60_000 });
  const first = await table.innerText();
  await field(page, 'Share of first preferences: its supporters', 'Grassroots Voice').fill('60');
  await expect(table).not.toHaveText(first, { useInnerText: true });
  await curves.getByText('Share', { exact: true }).click();
  await expect(table).toContainText('60%');
  await curves.getByRole('button', { name: 'Stop' }).click();
  await expect(curves.getByRole('button', { name: 'Go on' })).toBeVisible();

  const challenge = page.getByRole('region', { name: 'Challenge it' });
  await challenge.getByRole('button', { name: /^Look for one.*one more candidate/ }).press('Enter');
  await expect(challenge).toContainText('Found after', { timeout: 60_000 });
  await expect(challenge.getByRole('button', { name: /^Look for another/ })).toBeFocused();
  await expect(challenge.getByRole('table')).toHaveCount(2);
  const found = await challenge.innerText();
  await challenge.getByRole('button', { name: /^Look for another/ }).click();
  await expect(async () => expect(await challenge.innerText()).not.toBe(found)).toPass();
  await challenge.getByRole('button', { name: /naming more/ }).click();
  await expect(challenge).toContainText(/[1-9][\d,]* changes tried/, { timeout: 60_000 });
  await challenge.getByRole('button', { name: /^Stop/ }).click();
  await expect(challenge).toContainText('nothing found');

  await page.getByText('Seats, rule and voters').click();
  await page.getByRole('combobox', { name: /^Rule/ }).selectOption('senate-au');
  await sure(page).getByText('An election that shows why nothing is sure').click();
  await expect(sure(page).getByRole('table')).toHaveCount(2);
  await expect(sure(page)).toContainText(
    'Australian Senate (2021): 1 seat. Scottish council elections (2007): 2 seats.',
  );
});

test('the same numbers by its link, from its file, in one file without a network, and within another page', async ({
  page,
  context,
  browser,
}, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await expectOthers(page, () => field(page, 'Candidates it stands', 'Grassroots Voice').fill('4'));
  const expected = await numbers(page);
  const expectSame = (other: Page | FrameLocator): Promise<void> =>
    expect(async () => expect(await numbers(other)).toEqual(expected)).toPass();
  const copied = async (label: string): Promise<string> => {
    await page.getByRole('button', { name: label }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const saved = async (label: string): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: label }).click();
    const file = info.outputPath((await downloading).suggestedFilename());
    await (await downloading).saveAs(file);
    return file;
  };
  const link = await copied('Copy link');
  const snippet = await copied('Copy HTML for a page');
  const [file, app] = [await saved('Save file'), await saved('Save as one file')];

  const other = await browser.newContext();
  const linked = await other.newPage();
  await linked.goto(link);
  await expectSame(linked);
  await expectOthers(linked, () => field(linked, 'Candidates it stands', 'Grassroots Voice').fill('7'));
  const choosing = linked.waitForEvent('filechooser');
  await linked.getByRole('button', { name: 'Open file' }).click();
  await (await choosing).setFiles(file);
  await expectSame(linked);
  await other.close();

  const offline = await browser.newContext({ offline: true });
  const alone = await offline.newPage();
  await watchPolicy(alone);
  await alone.goto(`file://${app}`);
  await expectSame(alone);
  await alone.getByRole('link', { name: 'Present' }).click();
  await expect(alone.getByRole('heading', { level: 2 })).toHaveText(/^What ranking does/);
  await expectNothingBlocked(alone);
  await offline.close();

  const site = await browser.newContext();
  const host = await site.newPage();
  const embedded = `<!doctype html><title>A slate’s own page</title><h1>Our slate</h1>${snippet}`;
  await site.route('https://slate.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: route.request().url().endsWith('.html') ? readFileSync(app) : embedded,
    }),
  );
  await host.goto('https://slate.example/');
  await expectSame(host.frameLocator('iframe'));
  await site.close();
});

test('presented by keyboard alone, and printed as a handout', async ({ page }) => {
  await page.getByRole('link', { name: 'Present' }).focus();
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { level: 2 });
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await expect(title).toHaveText('What ranking does for a slate, and what it does not');
  // Two presses before the browser has said that the address is another.
  await page.evaluate(() => {
    for (const key of ['ArrowRight', 'PageDown']) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  });
  await expect(title).toHaveText('The same voters, three ways to count');
  await expect(page).toHaveURL(/#\/slates\/present\/3$/);
  await page.keyboard.press('n');
  await expect(notes).toContainText('an assumption');
  await page.keyboard.press('Tab'); // to Back, and on: what has the focus keeps it from slide to slide
  await page.keyboard.press('Tab');
  for (const [key, shown] of [
    ['Enter', 'One ballot: does naming more harm?'],
    ['Space', 'A slate: what is sure'],
    ['End', 'What this was, and what it was not'],
    ['ArrowLeft', 'Try it otherwise'],
    ['Home', 'What ranking does for a slate, and what it does not'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(title).toHaveText(shown);
  }
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();

  const letter = page.getByRole('checkbox', { name: 'shows and hides the notes' });
  await page.getByText('Keys', { exact: true }).click();
  await letter.press('Space'); // switched off, a letter does nothing
  await page.keyboard.press('n');
  await expect(notes).toBeVisible();
  await letter.press('Space');
  await page.keyboard.press('n');
  await expect(notes).toBeHidden();

  const handout = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(handout.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(4); // eight slides, two to a page
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/slates$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The slate room');
});
