import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { parseBlt } from '../../src/ballots/blt';
import { count } from '../../src/count/count';
import { rules } from '../../src/count/rules/rules';
import { trace } from '../../src/count/trace';
import { amountText } from '../../src/story/coin';
import { journeyOf } from '../../src/story/journey';
import { headline, stripWords } from '../../src/story/journey-words';
import { orderedBy, resultTable } from '../../src/story/result-table';
import { csvLine, sheetTexts, tsvLine } from '../../src/story/result-text';
import { chooseFile, expectNothingBlocked, poolRow, watchPolicy } from '../support/browser-page';

test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

const journeyOn = (page: Page) => page.getByRole('region', { name: 'Your vote, move by move' });

const ward = ['5 2', '14 1 2 0', '8 1 5 4 3 0', '6 2 0', '5 3 2 0', '3 4 3 2 0', '1 5 3 0', '0'];
const wardNames = ['Adam', 'Basil', 'Charlotte', 'Donald', 'Eve'];
const wardLines = [...ward, ...wardNames.map((name) => `"${name}"`), '"Ward 7"'];
const mine = [0, 4, 3, 2];

test(
  'the journey in the strip, its bars, the accessibility tree and the sheet are those counted without the page',
  { tag: '@desk' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('./#/election');
    await chooseFile(page, 'ward-7.blt', wardLines);
    for (const candidate of mine) await poolRow(page, wardNames[candidate] ?? '').click();
    const opened = parseBlt(wardLines.join('\n'), { file: 'ward-7.blt' });
    if (!opened.ok) throw new Error(opened.error.message);
    for (const id of ['ers97', 'meek-prf', 'wright', 'senate-au', 'qpq', 'block-vote']) {
      const rule = rules.find((one) => one.id === id);
      if (rule === undefined) throw new Error(`there is no rule ${id}`);
      const { ballots } = opened.value;
      const contest = { seats: 2, candidateCount: 5, withdrawn: [], ballots, constraints: [] };
      const result = count(contest, rule, { kind: 'seeded', seed: '2020' });
      const traced = trace(result, mine);
      if (traced === null) throw new Error('the ballot is not valid');
      const journey = journeyOf(result, traced, mine);

      await page.goto('./#/turnout');
      const radio = page.getByRole('radio', { name: rule.name, exact: true });
      if (!(await radio.isVisible())) await page.getByText(/^Count by another rule/).click();
      await radio.check();
      await page.goto('./#/count');
      await expect(page.locator('#journey-headline')).toHaveText(headline(journey, wardNames));
      const strip = journeyOn(page);
      const rows = journey.steps.map((step) => `Stage ${step.stage}${stripWords(step, wardNames)}`);
      expect((await strip.locator('.strip summary').allInnerTexts()).map(plain)).toEqual(rows.map(plain));
      const bars = journey.steps.map(({ after }) =>
        [...after.candidates.values()].map((part) => amountText(part, journey.coin)),
      );
      const drawn = await strip
        .getByRole('img')
        .evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
      expect(
        drawn.map((text) =>
          text
            .split(', ')
            .filter((part) => part.includes(' with '))
            .map((part) => part.split(' with ')[0]),
        ),
      ).toEqual(bars);
      const tree = plain(await strip.ariaSnapshot());
      for (const row of rows) expect(tree).toContain(plain(row));

      const table = resultTable(result, wardNames);
      const view = { candidates: orderedBy({ by: 'paper' }, result), turned: false };
      const [, ...expected] = [...sheetTexts(table, view)];
      const sheet = page.getByRole('region', { name: 'Result sheet', exact: true });
      await sheet.scrollIntoViewIfNeeded();
      const cells = await sheet
        .getByRole('row')
        .evaluateAll((all) =>
          all.slice(1).map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
        );
      expect(cells.map((row) => row.map((cell) => cell.replaceAll(',', '')))).toEqual(
        expected.map(([, , ...votes], line) =>
          votes.map((text, stage) => (line < 5 && table.gone(lineAt(table, line), stage + 1) ? '' : text)),
        ),
      );
      if (id !== 'ers97') continue;
      // Taken along: the clipboard and the file have the same cells, also the other way round.
      await page.getByRole('button', { name: 'Copy table' }).click();
      await expect(page.getByText('Copied: paste it into a spreadsheet.')).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        [...sheetTexts(table, view)].map(tsvLine).join(''),
      );
      await page.getByRole('radio', { name: 'Stage' }).check({ force: true });
      await page.getByRole('combobox', { name: 'Candidates in order of' }).selectOption('result');
      await expect(sheet.getByRole('columnheader').nth(1)).toContainText('Adam');
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save CSV' }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe('ward-7-result.csv');
      const turned = { candidates: orderedBy({ by: 'result' }, result), turned: true };
      expect(readFileSync(await saved.path(), 'utf8')).toBe(
        `\uFEFF${[...sheetTexts(table, turned)].map(csvLine).join('')}`,
      );
    }
  },
);

const plain = (text: string): string => text.replace(/Why\?|\s+/g, '');
const lineAt = (table: ReturnType<typeof resultTable>, candidate: number) => {
  const line = table.candidates[candidate];
  if (line === undefined) throw new Error(`there is no candidate ${candidate}`);
  return line;
};
