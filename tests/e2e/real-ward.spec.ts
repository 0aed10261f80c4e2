import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFile, sidewaysScroll, watchPolicy } from '../support/browser-page';
import { missingDataNote, sharedData } from '../support/shared-data';

interface Expected {
  readonly candidates: readonly string[];
  readonly stages: readonly { readonly votes: readonly string[] }[];
}

const data = sharedData();
if (data === null) console.info(missingDataNote);
else {
  test(
    'Leith Walk 2022, opened in the browser: every cell of the result sheet',
    { tag: '@phone' },
    async ({ page }) => {
      await watchPolicy(page);
      const folder = join(data, 'elections');
      await page.goto('./#/election');
      await chooseFile(page, join(folder, 'edinburgh_2022_ward12.blt'));
      await expect(page.getByRole('heading', { level: 1, name: 'Put the candidates in order' })).toBeVisible();
      await page.goto('./#/count');
      await expect(page.getByText('10,996 ballots are counted', { exact: false })).toBeVisible();
      const elected = await page
        .getByRole('region', { name: 'Elected in this count' })
        .getByRole('listitem')
        .allTextContents();
      expect(elected.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
        'Susan Rae stage 1',
        'Amy McNeese-Mechan stage 1',
        expect.stringMatching(/^James Dalgleish stage \d+$/),
        expect.stringMatching(/^Jack Caldwell stage \d+$/),
      ]);

      const { elections } = JSON.parse(readFileSync(join(folder, 'EXPECTED.json'), 'utf8')) as {
        elections: Record<string, Expected>;
      };
      const expected = elections['edinburgh_2022_ward12'];
      if (expected === undefined) throw new Error('EXPECTED.json has no edinburgh_2022_ward12');
      const sheet = page.getByRole('region', { name: 'Result sheet', exact: true });
      for (const [id, name] of expected.candidates.entries()) {
        const row = sheet.getByRole('row', { name });
        const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.trim().replaceAll(',', ''));
        // Blank once a candidate is out and has nothing left.
        expect(cells.map((cell) => cell || '0.00000')).toEqual(expected.stages.map(({ votes }) => votes[id]));
      }
      expect(await sidewaysScroll(page)).toBe(false);
      await page.reload();
      await expect(page.getByText('10,996 ballots are counted', { exact: false })).toBeVisible();
      expect(await page.evaluate(() => window.blocked)).toEqual([]);
    },
  );
}
