import { expect, test, type Locator, type Page } from '@playwright/test';
import { seededRandom } from '../../src/basics/random';
import { expectNothingBlocked, nec, openElection, sidewaysScroll, watchPolicy } from '../support/browser-page';

// What nobody thought of: any control of any page, one after the other, in an order that comes from a seed.

const addresses = [
  'election',
  'rank',
  'turnout',
  'turnout/adjust',
  'count',
  'count/runs',
  'count/compare',
  'keep',
  'slates',
  'slates/present',
];
const keys = ['ArrowRight', 'ArrowDown', 'Home', 'End', 'Escape', 'Enter', 'Tab', 'Control+z', 'Control+Shift+z'];
const words = ['ann', '', 'É', '<b>', 'a'.repeat(80)];
const numbers = ['0', '1', '5', '-3', '99999', '', '2.5'];
/** They open a window of the browser's own, which nobody is there to close. */
const leavesPage = /print|save|download|full screen|choose|open a/i;

test.beforeEach(({ page }) => watchPolicy(page));
test.afterEach(({ page }) => expectNothingBlocked(page));

test('whatever is pressed in whatever order, no page breaks or widens', async ({ page }, { project }) => {
  const { below } = seededRandom(project.name);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const trail: string[] = [];
  const faults: string[] = [];
  const fault = (what: string): void => void faults.push(`${what}, after ${trail.slice(-15).join(' > ')}`);
  page.on('pageerror', ({ message }) => fault(message));
  page.on('console', (message) => {
    if (message.type() === 'error') fault(message.text());
  });
  await openElection(page, nec);
  for (let step = 0; step < 120; step++) {
    const chance = below(100);
    if (chance < 6) {
      const address = pick(addresses);
      trail.push(`#/${address}`);
      await page.evaluate((to) => (location.hash = to), `#/${address}`);
    } else if (chance < 8) {
      trail.push('reload');
      await page.reload();
    } else if (chance < 16) {
      const key = pick(keys);
      trail.push(key);
      await page.keyboard.press(key);
    } else {
      const controls = await controlsOf(page);
      if (controls.length > 0) trail.push(await use(pick(controls), pick(words), pick(numbers), below));
    }
    if (step % 10 === 9 && (await sidewaysScroll(page))) fault('the page is wider than the window');
  }
  expect(faults).toEqual([]);
});

const controlsOf = async (page: Page): Promise<Locator[]> => {
  const kinds = 'button:enabled, a[href^="#"], input:enabled:not([type=file]), select, summary, textarea';
  const dialog = page.locator('dialog[open]').last();
  const within = (await dialog.count()) > 0 ? dialog : page.locator('body');
  return within.locator(kinds).and(page.locator(':visible')).all();
};

/** Presses, fills or picks; what was done, in words. One that goes meanwhile, or lies below another, is left alone. */
async function use(control: Locator, word: string, number: string, below: (many: number) => number): Promise<string> {
  const timeout = 500;
  try {
    const { tag, type, name, values } = await control.evaluate(
      (element) => ({
        tag: element.tagName,
        type: element.getAttribute('type') ?? 'text',
        name: (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim().slice(0, 40),
        values:
          element instanceof HTMLSelectElement
            ? [...element.options].filter(({ disabled }) => !disabled).map(({ value }) => value)
            : [],
      }),
      null,
      { timeout },
    );
    if (leavesPage.test(name)) return `(${name})`;
    if (tag === 'SELECT') await control.selectOption(values[below(values.length)] ?? '', { timeout });
    else if (tag === 'TEXTAREA' || (tag === 'INPUT' && /^(text|search)$/.test(type)))
      await control.fill(word, { timeout });
    else if (tag === 'INPUT' && type === 'number') await control.fill(number, { timeout });
    else if (tag === 'INPUT' && type === 'range')
      await control.press(['Home', 'End', 'ArrowRight'][below(3)] ?? 'Home', { timeout });
    else await control.click({ timeout });
    return name;
  } catch {
    return '(gone)';
  }
}
