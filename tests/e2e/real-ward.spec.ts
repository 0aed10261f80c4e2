import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { chooseFile, expectNothingBlocked, sidewaysScroll, watchPolicy } from '../support/browser-page';
import { missingDataNote, sharedData } from '../support/shared-data';

interface Expected {
  readonly candidates: readonly string[];
  readonly winners: readonly string[];
  readonly stages: readonly { readonly votes: readonly string[] }[];
}

const sheetOn = (page: Page) => page.getByRole('region', { name: 'Result sheet', exact: true });

/** The cells of every row by its name; blank once a candidate is out and has nothing left. */
const cellsOn = (page: Page): Promise<Record<string, string[]>> =>
  sheetOn(page).evaluate((sheet) =>
    Object.fromEntries(
      [...sheet.querySelectorAll('tbody tr')].map((row) => [
        row.querySelector('.called')?.textContent ?? '',
        [...row.querySelectorAll('td')].map((cell) => cell.textContent.replaceAll(',', '') || '0.00000'),
      ]),
    ),
  );

async function expectEveryCell(page: Page, { candidates, stages }: Expected): Promise<void> {
  const wanted = Object.fromEntries(candidates.map((name, id) => [name, stages.map(({ votes }) => votes[id] ?? '')]));
  await sheetOn(page).scrollIntoViewIfNeeded();
  await expect.poll(() => cellsOn(page)).toMatchObject(wanted);
}

const electedOn = async (page: Page): Promise<string[]> => {
  const items = page.getByRole('region', { name: 'Elected in this count' }).getByRole('listitem');
  return (await items.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
};

test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

const data = sharedData();
if (data === null) console.info(missingDataNote);
else {
  const folder = join(data, 'elections');
  const { elections } = JSON.parse(readFileSync(join(folder, 'EXPECTED.json'), 'utf8')) as {
    elections: Record<string, Expected>;
  };
  const expectedOf = (id: string): Expected => {
    const expected = elections[id];
    if (expected === undefined) throw new Error(`EXPECTED.json has no ${id}`);
    return expected;
  };
  test('Leith Walk 2022, opened in the browser: every cell of the result sheet', { tag: '@desk' }, async ({ page }) => {
    await page.goto('./#/election');
    await chooseFile(page, join(folder, 'edinburgh_2022_ward12.blt'));
    await expect(page.getByRole('heading', { level: 1, name: 'Put the candidates in order' })).toBeVisible();
    await page.goto('./#/count');
    await expect(page.getByText('10,996 ballots are counted', { exact: false })).toBeVisible();
    expect(await electedOn(page)).toEqual([
      'Susan Rae stage 1',
      'Amy McNeese-Mechan stage 1',
      expect.stringMatching(/^James Dalgleish stage \d+$/),
      expect.stringMatching(/^Jack Caldwell stage \d+$/),
    ]);
    await expectEveryCell(page, expectedOf('edinburgh_2022_ward12'));
    await page.reload();
    await expect(page.getByText('10,996 ballots are counted', { exact: false })).toBeVisible();
  });

  test('Cambridge 2021: 28 candidates over 24 stages, and by its own rule', { tag: '@phone' }, async ({ page }) => {
    const expected = expectedOf('cambridge_ma_2021');
    await page.goto('./#/election');
    const file = gunzipSync(readFileSync(join(folder, 'cambridge_ma_2021.blt.gz'))).toString();
    await chooseFile(page, 'cambridge.blt', file.split('\n'));
    await expect(page.getByRole('heading', { level: 1, name: 'Put the candidates in order' })).toBeVisible();
    for (const [rule, place] of [
      ['Scottish council elections (2007)', 'Stage 1 of 24'],
      ['Cambridge, Massachusetts', 'Stage 1 of 13'], // those with fewer than 50 go out together
    ] as const) {
      await page.goto('./#/turnout');
      const radio = page.getByRole('radio', { name: rule, exact: true });
      if (!(await radio.isVisible())) await page.getByText(/^Count by another rule/).click();
      await radio.check();
      await page.goto('./#/count');
      await expect(page.getByText(place, { exact: true })).toBeVisible();
      const elected = (await electedOn(page)).map((text) => text.replace(/ stage \d+$/, ''));
      expect(elected.toSorted()).toEqual(expected.winners.toSorted());
      if (place.endsWith('24')) await expectEveryCell(page, expected);
      for (const what of ['What each slate had', 'Why? The sums of this stage']) {
        const summary = page.locator('summary', { hasText: what });
        if (await summary.isVisible()) await summary.click();
      }
      expect(await sidewaysScroll(page)).toBe(false);
      await page.getByRole('button', { name: 'Last stage' }).click();
      expect(await sidewaysScroll(page)).toBe(false);
    }
  });
}
