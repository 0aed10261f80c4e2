import { expect, test, type Page } from '@playwright/test';
import { ers97 } from '../../src/count/rules/ers97';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { planOf } from '../../src/state/ensemble';
import { createRuns } from '../../src/turnout/ensemble/run';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { expectNoViolationsInBoth, nec, openElection, poolRow, sidewaysScroll } from '../support/browser-page';

const ballot = ['Ann Black', 'Yasmine Dar', 'Liz McInnes', 'Mish Rahman'];

async function openRuns(page: Page): Promise<void> {
  await openElection(page, nec);
  for (const name of ballot) await poolRow(page, name).click();
  await page.goto('./#/count/runs');
  await expect(page.getByRole('heading', { name: 'Over many turnouts' })).toBeVisible();
}

/** Who a run elects, in order, as it is made without the page. */
function electedIn(run: number): string[] {
  const [turnout] = sampleTurnouts(nec2020);
  if (turnout === undefined) throw new Error('the NEC has no turnout');
  const nameOf = (id: number): string => nec2020.candidates[id]?.name ?? '';
  const ranking = ballot.map((name) => nec2020.candidates.findIndex((one) => one.name === name));
  const plan = planOf({ election: nec2020, turnout, rule: ers97, seed: '2020', ranking, papers: 10_000, whatIfs: {} });
  return createRuns(plan)(run).arms[0]?.elected.map(({ candidate }) => nameOf(candidate)) ?? [];
}

test('fifty runs, a what-if, and a dot opened by keyboard is the run that is made without the page', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openRuns(page);
  await page.getByText('What if?').click();
  await page.getByLabel('Your ballot stops after 1 name').check();
  await page.getByLabel('5,000 voters with your ballot').check();
  await page.getByLabel('Runs, 1 to 100,000').fill('50');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('50 runs made')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('region', { name: 'What it changes' }).getByRole('heading', { level: 3 })).toHaveText([
    'Your ballot stops after 1 name',
    '5,000 voters with your ballot',
  ]);
  expect(await sidewaysScroll(page)).toBe(false);
  await expectNoViolationsInBoth(page);

  const dots = page.getByRole('slider', { name: 'Runs by seats of Grassroots Voice' });
  await dots.focus();
  await dots.press('End');
  await dots.press('ArrowLeft');
  const said = (await dots.getAttribute('aria-valuetext')) ?? '';
  const [, run = '', seats = ''] = /^Run (\d+): (.+)$/.exec(said) ?? [];
  await dots.press('Enter');

  await expect(page.getByRole('heading', { name: 'Where your vote goes' })).toBeVisible();
  const elected = page.getByRole('region', { name: 'Elected in this count' }).getByRole('listitem');
  await expect(elected).toHaveCount(9, { timeout: 30_000 });
  const shown = await elected.allInnerTexts();
  const expected = electedIn(Number(run));
  expect(expected).toHaveLength(9);
  expected.forEach((name, place) => expect(shown[place]).toContain(name));
  for (const [, slate = '', won] of seats.matchAll(/([A-Z][\w ]+?) (\d)(?:,|$)/g)) {
    expect(shown.filter((text) => text.includes(slate))).toHaveLength(Number(won));
  }
  await page.getByRole('link', { name: 'Back to many runs' }).click();
  await expect(page.getByText('50 runs made')).toBeVisible();
});

test('runs can be stopped and gone on with, by keyboard', { tag: '@desk' }, async ({ page }) => {
  await openRuns(page);
  await page.getByLabel('Runs, 1 to 100,000').fill('100000');
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'How often each is elected' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  const made = page.getByText(/of 100,000 runs · stopped/);
  await expect(made).toBeVisible();
  const before = Number.parseInt((await made.innerText()).replace(',', ''), 10);
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(async () => {
    const now = await page.getByText(/of 100,000 runs/).innerText();
    expect(Number.parseInt(now.replace(',', ''), 10)).toBeGreaterThan(before);
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).click();

  // Along everything by Tab: nothing that has the focus is under the bar at the bottom.
  const stops = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const [on, bar] = [document.activeElement, document.querySelector('footer')];
      if (on === null || on === document.body || bar === null || bar.contains(on)) return null;
      const under = on.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
      return { name: on.getAttribute('aria-label') ?? on.textContent, under };
    });
    if (at === null) break;
    stops.add(at.name);
    expect(at).toEqual({ name: at.name, under: false });
  }
  expect(stops.size).toBeGreaterThan(8);
});
