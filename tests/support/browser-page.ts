import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/*
 * What every browser test does to the page: open an election, find names on the ballot, drag with a finger, listen for
 * trouble.
 */

declare global {
  interface Window {
    /** Directives of the content security policy that something ran into. */
    blocked: string[];
  }
}

export const nec = 'Labour NEC, CLP section, 2020';

/** Collects violations of the content security policy from the first script on. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.blocked = [];
    document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.violatedDirective));
  });
}

export async function expectNothingBlocked(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.blocked)).toEqual([]);
}

/** From the first step to Rank. */
export async function openElection(page: Page, title: string): Promise<void> {
  await page.goto('./#/election');
  await page.getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Put the candidates in order' })).toBeVisible();
}

export const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 640;

type ListName = 'My ranking' | 'Not ranked yet';
export const list = (page: Page, name: ListName): Locator => page.getByRole('list', { name });
export const handle = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Drag ${name}`, exact: true });

/** The row to tap to give a name the next number. */
export const poolRow = (page: Page, name: string): Locator =>
  list(page, 'Not ranked yet')
    .getByRole('button', { name: /make it number/ })
    .filter({ hasText: name });

/** Names in a list, in order, as the accessibility tree has them. */
export async function namesIn(page: Page, name: ListName): Promise<string[]> {
  const handles = list(page, name).getByRole('button', { name: /^Drag / });
  const labels = await handles.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return labels.map((label) => label.replace(/^Drag /, ''));
}

export async function centre(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('the element is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Drags from the middle of one to that of another by mouse, and lets go unless told to hold. Both are brought into the window
 * first, clear of the bars that stay in view.
 */
export async function dragByMouse(page: Page, from: Locator, to: Locator, { hold = false } = {}): Promise<void> {
  const bars = 90;
  await to.scrollIntoViewIfNeeded();
  await from.scrollIntoViewIfNeeded();
  const ends = [await centre(from), await centre(to)].map(({ y }) => y);
  const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
  const { height } = page.viewportSize() ?? { height: 0 };
  if (top < bars || bottom > height - bars) await page.evaluate((by) => window.scrollBy(0, by), top - bars);
  const [a, b] = [await centre(from), await centre(to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(b.x, b.y, { steps: 12 });
  if (!hold) await page.mouse.up();
}

/** Presses at a point for a while, moves to another and lets go, with a finger. */
export async function swipe(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  holdMs: number,
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
  await touch('touchStart', from);
  await page.waitForTimeout(holdMs); // the press itself is what is being tried
  for (let step = 1; step <= 10; step++) {
    await touch('touchMove', { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 });
    await page.waitForTimeout(20);
  }
  await touch('touchEnd');
  await cdp.detach();
}

/** `within`: only in what this selector finds, where the rest of the page is looked at elsewhere. */
export async function expectNoViolations(page: Page, within?: string): Promise<void> {
  await expectNone(page, { within });
}

/**
 * By light and by dark. The colours are the same at all widths, so on a phone all is looked at by dark, and on a desktop all
 * by light and by dark what colours can spoil, for nothing else changes.
 */
export async function expectNoViolationsInBoth(page: Page): Promise<void> {
  if (!isPhone(page)) await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(page, isPhone(page) ? {} : { rules: ['color-contrast', 'link-in-text-block'] });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The rows of a result sheet are all alike, and there are up to 40 of 30 cells: the first four stand for them. */
const alikeRows = '[aria-label="Result sheet"] tbody tr:nth-child(n + 5)';

/** By all rules of axe, or by some; in the whole page, or a part. */
async function expectNone(
  page: Page,
  { rules, within }: { rules?: string[]; within?: string | undefined },
): Promise<void> {
  // Neither what passes is reported nor frames are looked into, of which there are none: four times as quick.
  const whole = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude(alikeRows);
  const axe = within === undefined ? whole : whole.include(within);
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** Answers the file chooser with a file of these lines, or with one on this machine. */
export async function chooseFile(page: Page, name: string, lines?: readonly string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const chooser = await choosing;
  if (lines === undefined) await chooser.setFiles(name);
  else await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) });
}

/** Looks for names among those not ranked; the field is folded away on a phone. */
export async function searchFor(page: Page, text: string): Promise<void> {
  const field = page.getByRole('searchbox');
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Search, filter and sort' }).click();
  await expect(async () => {
    await field.fill(text);
    await expect(field).toHaveValue(text, { timeout: 500 }); // a drop just made may have taken the focus meanwhile
  }).toPass();
}

/** Waits until a drop has come to rest; until then it may still take the focus for the row that was dropped. */
export const atRest = (page: Page): Promise<void> => expect(page.locator('[data-dnd-placeholder]')).toHaveCount(0);

/** Whether the page can be scrolled sideways, which only the result sheet may be. */
export const sidewaysScroll = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Controls that are smaller than a finger: under 44 px. */
export async function smallTargets(of: Locator): Promise<string[]> {
  return of
    .locator('button, select, textarea, input:not([type=checkbox], [type=radio]), label:has(input[type=checkbox])')
    .evaluateAll((all) =>
      all
        .map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 43.99 || box.height < 43.99))
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    );
}
