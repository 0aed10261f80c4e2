import { expect, test, type Page } from '@playwright/test';
import {
  chooseFile,
  expectNothingBlocked,
  expectNoViolations,
  nec,
  openElection,
  poolRow,
  sidewaysScroll,
  watchPolicy,
} from '../support/browser-page';

declare global {
  interface Window {
    /** What was asked to be printed: rows and columns of each block. */
    printed: { readonly names: number; readonly columns: number }[];
  }
}

// Only on the phone: one small screen is what these are about.
test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

const journeyOn = (page: Page) => page.getByRole('region', { name: 'Your vote, move by move' });
const playerOn = (page: Page) => page.getByRole('region', { name: 'The count, one stage at a time' });

test('headline and journey of a usual ballot fit on one 360 x 640 screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openElection(page, nec);
  // Close to 2020, by ERS97, from the seed that is set: five rows and a headline of three lines.
  const ranked = [
    'Luke Akehurst',
    'Carol Taylor Spedding',
    'Michael Payne',
    'Yasmine Dar',
    'Ann Henderson',
    'Alex Beverley',
  ];
  for (const name of ranked) await poolRow(page, name).tap();
  await page.goto('./#/count');
  const rows = journeyOn(page).locator('.strip summary');
  await expect(rows).toHaveCount(5);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const footer = await page.getByRole('contentinfo').boundingBox();
  for (const part of [page.locator('#journey-headline'), rows.first(), rows.last()]) {
    const box = await part.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
  }
  for (const row of await rows.all()) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  // There is no room for the flow as a picture: the words alone.
  await expect(page.getByText('What moved between slates, stage by stage')).toBeAttached();
  await expect(page.getByRole('region', { name: /^Flow over the stages/ })).toHaveCount(0);
});

/** 28 candidates with long names, four seats, and a count of more than twenty stages. */
const many = [
  '28 4',
  ...Array.from({ length: 28 }, (_, i) => {
    const preferences = new Set([i + 1, ((i + 5) % 28) + 1, (i % 6) + 1]);
    return `${i < 6 ? 400 - 40 * i : 12 + i} ${[...preferences].join(' ')} 0`;
  }),
  '0',
  ...Array.from(
    { length: 28 },
    // The first is elected, with a name that has to be broken somewhere.
    (_, i) =>
      `"${['Maria-Magdalena', 'Jo', 'Bartholomew'][i % 3] ?? ''} ${i === 0 ? 'Wolfeschlegelsteinhausenbergerdorff' : 'Featherstonehaugh'} ${i + 1}"`,
  ),
  '"A ward of 28"',
];

test('28 candidates over more than 20 stages at 360 px: by keyboard, by chapter, by address, played, printed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#/election');
  await chooseFile(page, 'many.blt', many);
  await poolRow(page, 'Featherstonehaugh 9').first().click();
  await page.goto('./#/count');
  const player = playerOn(page);
  const place = player.locator('.place');
  await expect(place).toHaveText(/^Stage 1 of 2\d$/);
  expect(await sidewaysScroll(page)).toBe(false);

  // By keyboard: along the stages, with small exclusions folded together.
  await player.getByRole('button', { name: 'Later stage' }).focus();
  const places: string[] = [];
  for (let i = 0; i < 30 && !/(of|to) (\d+) of \2$|^Stage (\d+) of \3$/.test(places.at(-1) ?? ''); i++) {
    await page.keyboard.press('ArrowRight');
    places.push((await place.textContent()) ?? '');
  }
  const stages = Number(/of (\d+)$/.exec(places[0] ?? '')?.[1]);
  const chapter = places.find((text) => text.startsWith('Stages'));
  expect(chapter).toMatch(/^Stages \d+ to \d+ of 2\d$/);
  expect(places.length).toBeLessThan(20);
  await page.keyboard.press('Home');
  await expect(place).toHaveText(/^Stage 1 of/);
  await page.keyboard.press('m');
  const moved = await place.textContent();
  expect(moved).not.toBe('Stage 1 of');
  await page.keyboard.press('e');
  await expect(player.getByText('Elected now').first()).toBeAttached();

  // The address names the stage, and an opened one leads to it; beyond the end, to the last.
  await player.getByRole('spinbutton', { name: 'Go to stage' }).fill('3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/count\/stage\/3$/);
  await page.goto('./#/count/stage/99');
  await expect(place).toHaveText(/^Stage (\d+) of \1$/);
  await expect(player.getByRole('group', { name: 'Stages' })).toBeFocused();

  // A chapter is opened into its stages.
  await page.keyboard.press('Home');
  for (let i = 0; i < 20 && !((await place.textContent()) ?? '').startsWith('Stages'); i++)
    await page.keyboard.press('ArrowRight');
  const rows = await player.locator('.bars > ol > li').count();
  await player.getByRole('button', { name: /^Show stages \d+ to \d+ one by one$/ }).click();
  await expect(place).toHaveText(/^Stage \d+ of/);
  expect(await player.locator('.bars > ol > li').count()).toBe(rows);

  // Played without anything gliding, and stopped by any other control.
  const before = await place.textContent();
  await player.getByRole('button', { name: 'Play' }).click();
  await expect(place).not.toHaveText(before ?? '');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await player.getByRole('button', { name: 'Later stage' }).click();
  await expect(player.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolations(page);

  // Along the heads of the sheet: each is whole in its frame.
  await page.getByRole('button', { name: 'Print', exact: true }).focus();
  await page.keyboard.press('Tab');
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab');
    const head = await page.evaluate(() => {
      const [on, frame] = [document.activeElement?.getBoundingClientRect(), document.querySelector('.sheet')];
      return { inside: (on?.right ?? NaN) <= (frame?.getBoundingClientRect().right ?? NaN) };
    });
    expect(head).toEqual({ inside: true });
  }
  // One that is pressed keeps the focus, though the sheet has been scrolled away from it.
  const heads = page.getByRole('region', { name: 'Result sheet', exact: true }).locator('thead button');
  const last = heads.last();
  await expect(heads).toHaveCount(stages);
  await last.focus();
  await last.evaluate((head) => head.closest('.sheet')?.scrollTo(0, 300));
  await page.waitForFunction(() => document.querySelector('.sheet')?.scrollLeft === 0);
  await page.keyboard.press('Enter');
  await expect(last).toContainText('↓');
  await expect(heads).toHaveCount(stages);
  await expect(last).toBeFocused();

  // On paper every column, in blocks that repeat the names still in, each on a page of its own or more.
  await page.evaluate(() => {
    window.print = () => {
      const blocks = [...document.querySelectorAll('.print-alone .paper table')];
      window.printed = blocks.map((block) => ({
        names: block.querySelectorAll('tbody th').length,
        columns: block.querySelectorAll('thead th:not(.name)').length,
      }));
    };
  });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const blocks = await page.evaluate(() => window.printed);
  expect(blocks.length).toBeGreaterThan(1);
  // With what stopped, what was cut off and the quota; who is out before a block begins is left out of it.
  const rowsOn = blocks.map(({ names }) => names);
  expect(rowsOn[0]).toBe(31);
  expect(rowsOn).toEqual(rowsOn.toSorted((a, b) => b - a));
  expect(rowsOn.at(-1)).toBeLessThan(31);
  expect(blocks.reduce((sum, { columns }) => sum + columns, 0)).toBe(stages);
  const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  const alone = pagesOf(await page.pdf());
  expect(alone).toBeGreaterThanOrEqual(blocks.length);
  await expect(page.locator('.paper')).toHaveCount(0);
  expect(pagesOf(await page.pdf())).toBeGreaterThan(alone); // printed by the browser: the page, and the sheet after it
});
