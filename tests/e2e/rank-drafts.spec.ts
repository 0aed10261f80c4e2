import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  atRest,
  centre,
  dragByMouse,
  expectNothingBlocked,
  expectNoViolations,
  handle,
  isPhone,
  namesIn,
  nec,
  openElection,
  poolRow,
  sidewaysScroll,
  smallTargets,
  swipe,
  watchPolicy,
} from '../support/browser-page';

test.beforeEach(async ({ page }) => {
  await watchPolicy(page);
  await openElection(page, nec);
});

test.afterEach(({ page }) => expectNothingBlocked(page));

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const said = (page: Page): Locator => page.locator('[role=status]').last();
const press = (page: Page, target: Locator): Promise<void> => (isPhone(page) ? target.tap() : target.click());

/** Names put last, in the order of their numbers. */
async function putLast(page: Page): Promise<string[]> {
  const handles = page.getByRole('list', { name: 'Put last', exact: true }).getByRole('button', { name: /^Drag / });
  return handles.evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? '').replace('Drag ', '')));
}

async function last(page: Page, name: string): Promise<void> {
  await press(page, button(page, `More for ${name}`));
  await press(page, button(page, `Put ${name} last`));
}

test('put last and never rank, and a reload keeps both', { tag: '@phone' }, async ({ page }) => {
  await last(page, 'Luke Akehurst');
  await expect(said(page)).toHaveText('Luke Akehurst, put last, now 1 of 1');
  await expect(button(page, 'More for Johanna Baxter')).toBeFocused();
  await last(page, 'John Wiseman');
  await press(page, poolRow(page, 'Ann Black'));
  await press(page, button(page, 'More for Terry Paul'));
  await press(page, button(page, 'Never rank Terry Paul'));
  await expectNoViolations(page);
  await page.reload();
  await expect.poll(() => putLast(page)).toEqual(['John Wiseman', 'Luke Akehurst']);
  await expect(button(page, '3: take out Luke Akehurst')).toBeVisible();
  await expect.poll(() => namesIn(page, 'Not ranked yet')).not.toContain('Terry Paul');
  await page.getByText('Never rank (1 name)').click();
  await button(page, 'Bring back Terry Paul').click();
  await expect.poll(() => namesIn(page, 'Not ranked yet')).toContain('Terry Paul');

  // The ballot that is kept is the ranking and, below it, those put last.
  await page.goto('./#/keep');
  if (isPhone(page)) await page.getByText('In your order').first().tap();
  const lines = page.getByRole('region', { name: 'In your order' }).getByRole('listitem');
  await expect(lines).toHaveText([/1: Ann Black/, /2: John Wiseman/, /3: Luke Akehurst/]);
});

test('keyboard drag into those put last and out of them', { tag: '@desk' }, async ({ page }) => {
  await last(page, 'Luke Akehurst');
  for (const name of ['Ann Black', 'Yasmine Dar']) await press(page, poolRow(page, name));
  await handle(page, 'Yasmine Dar').focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText('Yasmine Dar picked up, 2 of 3');
  await page.keyboard.press('ArrowDown');
  await expect(said(page)).toHaveText(/^Yasmine Dar, [23] of 3$/);
  await page.keyboard.press('Space');
  await expect.poll(() => putLast(page)).toContain('Yasmine Dar');
  await expect(handle(page, 'Yasmine Dar')).toBeFocused();
  await atRest(page);
  await button(page, 'Undo: Yasmine Dar put last').click();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black', 'Yasmine Dar']);
});

test(
  'drag by mouse into those put last and out of them; Escape leaves all as it was',
  { tag: '@desk' },
  async ({ page }) => {
    await last(page, 'Luke Akehurst');
    await last(page, 'John Wiseman');
    for (const name of ['Ann Black', 'Yasmine Dar']) await press(page, poolRow(page, name));
    await button(page, '1: take out Ann Black').evaluate((row) => row.scrollIntoView({ block: 'start' }));
    await dragByMouse(page, handle(page, 'Ann Black'), handle(page, 'Luke Akehurst'));
    await expect.poll(() => putLast(page)).toHaveLength(3);
    await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Yasmine Dar']);
    await atRest(page);
    await dragByMouse(page, handle(page, 'John Wiseman'), handle(page, 'Yasmine Dar'));
    await expect.poll(() => namesIn(page, 'My ranking')).toContain('John Wiseman');
    await atRest(page);

    const before = [await namesIn(page, 'My ranking'), await putLast(page)];
    const from = await centre(handle(page, 'Yasmine Dar'));
    const to = await centre(handle(page, 'Luke Akehurst'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 12 });
    await expect.poll(() => putLast(page)).toContain('Yasmine Dar');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(async () => [await namesIn(page, 'My ranking'), await putLast(page)]).toEqual(before);
  },
);

test('drag by finger out of those put last', { tag: '@phone' }, async ({ page }) => {
  await last(page, 'Luke Akehurst');
  for (const name of ['Ann Black', 'Yasmine Dar']) await press(page, poolRow(page, name));
  await button(page, '1: take out Ann Black').evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await swipe(page, await centre(handle(page, 'Luke Akehurst')), await centre(handle(page, 'Ann Black')), 250);
  await expect.poll(() => namesIn(page, 'My ranking')).toContain('Luke Akehurst');
  await expect.poll(() => putLast(page)).toEqual([]);
});

test('drafts: copy, change, compare, rename, delete and back', { tag: '@phone' }, async ({ page }) => {
  for (const name of ['Ann Black', 'Yasmine Dar']) await press(page, poolRow(page, name));
  await press(page, button(page, 'Drafts'));
  await expectNoViolations(page);
  await press(page, button(page, 'Duplicate Draft 1'));
  await press(page, button(page, 'Move Yasmine Dar up'));
  await press(page, button(page, 'Drafts'));
  await press(page, button(page, 'Compare'));
  await expect(page.getByRole('table', { name: 'From Draft 1 to Draft 1 copy' })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Drafts')).toBeFocused();

  await page.keyboard.press('Enter');
  await button(page, 'Rename Draft 1 copy').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second thoughts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Your drafts' })).toBeVisible();
  await expect(button(page, 'Rename Draft 1 copy')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second thoughts');
  await page.keyboard.press('Enter');
  await button(page, 'Delete Second thoughts').click();
  await expect(button(page, 'Undo delete Second thoughts')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const draft = page.getByRole('combobox', { name: 'Draft', exact: true });
  await draft.selectOption({ label: 'Draft 1 (2 names)' });
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black', 'Yasmine Dar']);

  await page.reload();
  await expect(draft).toHaveValue('0');
  await draft.selectOption({ label: 'Second thoughts (2 names)' });
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Yasmine Dar', 'Ann Black']);
});

test('two tabs: drafts made in one are there in the other', { tag: '@desk' }, async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('./#/rank');
  await press(page, button(page, 'Drafts'));
  await press(page, button(page, 'New empty draft'));
  await press(page, poolRow(page, 'Ann Black'));
  await expect(other.getByRole('combobox', { name: 'Draft', exact: true })).toHaveValue('1');
  await expect.poll(() => namesIn(other, 'My ranking')).toEqual(['Ann Black']);
});

test('one at a time: by keyboard alone, and the lists have it all', { tag: '@desk' }, async ({ page }) => {
  await button(page, 'One at a time').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who next?' })).toBeFocused();
  await expect(said(page)).toHaveText('Next: Luke Akehurst, Labour to Win. 31 left');
  await expectNoViolations(page);
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(button(page, /^Rank next, number 1/)).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Luke Akehurst, now 1 of 1. Next: Johanna Baxter, Labour to Win. 30 left');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^Johanna Baxter skipped for now. Next: Ekua Bayunu/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^Ekua Bayunu, put last, now 2 of 2. Next: Alex Beverley. 29 left$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^Alex Beverley is never to be ranked/);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 3, name: 'Alex Beverley' })).toBeVisible();
  await expectNoViolations(page);

  await button(page, 'Back to the lists').first().click();
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Luke Akehurst']);
  expect(await putLast(page)).toEqual(['Ekua Bayunu']);
});

test(
  'one at a time fits a page enlarged to 400 %: nothing to the side, every button 44 px',
  { tag: '@desk' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await button(page, 'One at a time').click();
    await expect(page.getByRole('heading', { name: 'Who next?' })).toBeInViewport();
    await button(page, /^Rank next/).click();
    expect(await sidewaysScroll(page)).toBe(false);
    expect(await smallTargets(page.getByRole('main'))).toEqual([]);
  },
);

test('orders: two in turn, compared with mine, added below', { tag: '@phone' }, async ({ page }) => {
  await press(page, poolRow(page, 'Ann Black'));
  await press(page, button(page, 'Start from an order'));
  await expect(page.getByRole('list', { name: 'The same 6 names in 2 orders' })).toBeVisible();
  await expectNoViolations(page);
  await press(page, button(page, 'Take two orders in turn'));
  await page.getByRole('combobox', { name: 'First from' }).selectOption('Tribune, A to Z');
  await page.getByRole('combobox', { name: 'Then from' }).selectOption('Open Labour, A to Z');
  await press(page, button(page, 'Use this order'));
  await press(page, button(page, 'Show what it differs from mine by'));
  await expect(page.getByRole('rowheader')).toHaveText([/Griffin/, /Black/, /McInnes/, /Jackman/, /Sherriff/]);
  await page.keyboard.press('Escape');
  await press(page, button(page, 'Start from an order'));
  await press(page, button(page, /^Open Labour, A to Z/));
  await press(page, button(page, 'Keep them, and add 1 below'));
  await expect.poll(() => namesIn(page, 'My ranking')).toEqual(['Ann Black', 'Jermain Jackman']);

  // The same names in two orders: one added below what is there, the other started from.
  const turned = page.getByRole('list', { name: 'The same 6 names in 2 orders' }).getByRole('button');
  await press(page, button(page, 'Start from an order'));
  await press(page, turned.nth(1));
  await press(page, button(page, /^Keep them, and add \d below/));
  await expect.poll(async () => (await namesIn(page, 'My ranking')).length).toBeGreaterThan(3);
  const inserted = await namesIn(page, 'My ranking');
  expect(inserted.slice(0, 2)).toEqual(['Ann Black', 'Jermain Jackman']);
  await press(page, button(page, 'Start from an order'));
  await press(page, turned.nth(0));
  await press(page, button(page, /^Replace them with/));
  await expect.poll(() => namesIn(page, 'My ranking')).toHaveLength(6);
  const started = await namesIn(page, 'My ranking');
  const added = inserted.slice(2).filter((name) => started.includes(name));
  expect(added).toHaveLength(inserted.length - 2);
  expect(started.filter((name) => added.includes(name))).not.toEqual(added);
});
