import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  atRest,
  centre,
  dragByMouse,
  expectNothingBlocked,
  expectNoViolationsInBoth,
  handle,
  namesIn,
  nec,
  openElection,
  poolRow,
  sidewaysScroll,
  swipe,
  watchPolicy,
} from '../support/browser-page';

/*
 * The Rank step for those who enlarge it, want no motion, or have colours of their own. The window is what is left of one
 * of 1280 by 1024 or 800 px at a zoom; it is set here, so this runs in one project only.
 */
test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const said = (page: Page): Locator => page.locator('[role=status]').last();
const line = (page: Page): Locator => page.getByRole('region', { name: 'How far your vote would travel' });

async function rankThree(page: Page): Promise<void> {
  await openElection(page, nec);
  for (const name of ['Ann Black', 'Yasmine Dar', 'Mish Rahman']) await poolRow(page, name).press('Enter');
  await expect(line(page)).toContainText('your vote would');
}

/** Whether something else lies on top of the middle of what has focus, or it is outside the window. */
const focusHidden = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return 'nothing has focus';
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const seen = at !== null && (focused.contains(at) || at.contains(focused));
    return seen ? null : `${focused.getAttribute('aria-label') ?? focused.textContent} at ${top} to ${bottom}`;
  });

/** Texts and controls that are wider than the window or than the box that cuts them off. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, button, a, input, select, label)')]
      .filter((one) => one.checkVisibility() && one.closest('.visually-hidden, .slates, [role=status]') === null)
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 1 && (left < -1 || right > document.documentElement.clientWidth + 1);
      })
      .map((one) => one.getAttribute('aria-label') ?? one.textContent.trim()),
  );

async function expectNothingCut(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBe(false);
  expect(await cutOff(page)).toEqual([]);
}

for (const [zoom, viewport] of [
  ['200 %', { width: 640, height: 512 }],
  ['400 %', { width: 320, height: 256 }],
] as const) {
  test(`at ${zoom} every way by keyboard works in view, and nothing is cut off`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await rankThree(page);
    await expectNothingCut(page);
    expect(await focusHidden(page)).toBeNull();

    await button(page, /^Yasmine Dar.*more ways to move/).press('Enter');
    await button(page, 'Move Yasmine Dar to the top').press('Enter');
    await expect(said(page)).toHaveText('Yasmine Dar, now 1 of 3');
    expect(await focusHidden(page)).toBeNull();
    await page.getByRole('spinbutton').fill('3');
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('Yasmine Dar, now 3 of 3');
    expect(await focusHidden(page)).toBeNull();

    await handle(page, 'Mish Rahman').press('Space');
    await page.keyboard.press('ArrowUp');
    await expect(said(page)).toHaveText('Mish Rahman, 1 of 3');
    expect(await focusHidden(page)).toBeNull();
    await page.keyboard.press('Space');
    await expect(said(page)).toHaveText('Mish Rahman, now 1 of 3');

    // Through the page by Tab, and back: nothing that sticks hides what has focus.
    await page.getByRole('heading', { level: 1 }).focus();
    for (let stop = 0; stop < 80; stop++) {
      await page.keyboard.press(stop < 40 ? 'Tab' : 'Shift+Tab');
      expect(await focusHidden(page)).toBeNull();
    }

    // Text spaced out as WCAG 1.4.12 lets readers do.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    await expectNothingCut(page);
    await button(page, 'One at a time').press('Enter');
    await expectNothingCut(page);
    await button(page, /^Rank next, number 4/).press('Enter');
    expect(await focusHidden(page)).toBeNull();
    await expectNothingCut(page);
  });
}

test('at 200 % a name is dragged by mouse and by finger, within the ranking and into it', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await rankThree(page);
  await handle(page, 'Mish Rahman').evaluate((grip) => grip.scrollIntoView({ block: 'center' }));
  await dragByMouse(page, handle(page, 'Mish Rahman'), handle(page, 'Yasmine Dar'));
  await expect(said(page)).toHaveText('Mish Rahman, now 2 of 3');
  await atRest(page);
  await swipe(page, await centre(handle(page, 'Yasmine Dar')), await centre(handle(page, 'Mish Rahman')), 250);
  await expect(said(page)).toHaveText('Yasmine Dar, now 2 of 3');
  await atRest(page);

  // From far below the ranking: the page is scrolled along at the edge of the window.
  const top = { x: 300, y: 12 };
  await handle(page, 'Luke Akehurst').hover();
  await page.mouse.down();
  await page.mouse.move(top.x, top.y, { steps: 8 });
  await expect.poll(() => namesIn(page, 'My ranking')).toContain('Luke Akehurst');
  await page.mouse.up();
  await atRest(page);
  await handle(page, 'Johanna Baxter').scrollIntoViewIfNeeded();
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', await centre(handle(page, 'Johanna Baxter')));
  await page.waitForTimeout(250); // the press itself is what is being tried
  for (const y of [200, 100, top.y]) await touch('touchMove', { x: top.x, y });
  await expect.poll(() => namesIn(page, 'My ranking')).toContain('Johanna Baxter');
  await touch('touchEnd');
  await atRest(page);
  await expect.poll(() => namesIn(page, 'My ranking')).toHaveLength(5);
});

test('reduced motion: nothing runs while a name is ranked, moved and dragged', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await rankThree(page);
  const running = (): Promise<string[]> =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0) > 0)
        .map((one) => one.constructor.name),
    );
  expect(await running()).toEqual([]);
  await button(page, 'Move Mish Rahman up').press('Enter');
  expect(await running()).toEqual([]);
  await handle(page, 'Ann Black').press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(said(page)).toHaveText('Ann Black, 2 of 3');
  expect(await running()).toEqual([]);
  await page.keyboard.press('Space');
  expect(await running()).toEqual([]);
  await expect(said(page)).toHaveText('Ann Black, now 2 of 3');
});

test('forced colours: focus, the filter pressed, the row dragged and slate letters can be told by lines', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await rankThree(page);
  const lines = (of: Locator) =>
    of.evaluate((one) => {
      const { borderTopWidth, borderTopStyle, outlineStyle, outlineWidth } = getComputedStyle(one);
      const border = borderTopStyle === 'none' ? 0 : parseFloat(borderTopWidth);
      return { border, outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) };
    });
  expect((await lines(page.locator(':focus'))).outline).toBeGreaterThanOrEqual(2);
  const chip = page.getByRole('group', { name: 'Show only' }).getByRole('button').first();
  const before = await lines(chip);
  await chip.press('Enter');
  expect((await lines(chip)).border).toBeGreaterThan(before.border);
  expect(
    (await lines(page.locator('[data-list=ranking] [data-slate] > [aria-hidden]').first())).outline,
  ).toBeGreaterThan(0);
  await handle(page, 'Ann Black').press('Space');
  await page.keyboard.press('ArrowDown');
  expect((await lines(page.locator('.lifted').first())).outline).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('Escape');
});

test('axe finds nothing by light or dark: a search without a match, one at a time, a dialog, storage that is full', async ({
  page,
}) => {
  await openElection(page, nec);
  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByText('No name here matches')).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await button(page, 'Show all 31').click();
  await poolRow(page, 'Ann Black').click();
  await expect(line(page)).toContainText('your vote would');
  await page.getByRole('searchbox').fill('nobody of that name');
  await expectNoViolationsInBoth(page);
  await button(page, 'Start from an order').click();
  await expectNoViolationsInBoth(page);
  await page.keyboard.press('Escape');
  await button(page, 'One at a time').click();
  await expectNoViolationsInBoth(page);
});
