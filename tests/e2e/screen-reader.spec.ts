import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { nec, openElection, poolRow } from '../support/browser-page';

/*
 * Does what docs/screen-reader-script.md says, by keyboard, and checks each accessibility tree printed there. The two
 * must have the same steps.
 */
const script = readFileSync(join(import.meta.dirname, '../../docs/screen-reader-script.md'), 'utf8');
const sections = script.split(/^## /m).slice(1);
const written = sections.map((section) => ({
  title: section.slice(0, section.indexOf('\n')),
  trees: [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, tree = '']) => tree),
}));

const press = (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().press(key);

const steps: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  Arrive: (page) => openElection(page, nec),
  'Rank two names': async (page) => {
    await poolRow(page, 'Ann Black').press('Enter');
    await expect(poolRow(page, 'Gemma Bolton')).toBeFocused();
    await poolRow(page, 'Yasmine Dar').press('Enter');
    const toCount = page.getByRole('link', { name: 'See it counted' });
    await expect(toCount).toHaveAccessibleDescription(/^With these made-up voters your vote would /);
  },
  'Move a name up': async (page) => {
    await press(page, 'Move Yasmine Dar up');
    await expect(page.getByRole('button', { name: 'Move Yasmine Dar up' })).toBeFocused();
  },
  'Open the further ways to move': async (page) => {
    await press(page, /^Yasmine Dar.*more ways to move/);
    await page.getByRole('spinbutton', { name: 'Move Yasmine Dar to' }).fill('2');
    await page.keyboard.press('Enter');
  },
  'Pick a name up by its handle': async (page) => {
    const handle = page.getByRole('button', { name: 'Drag Yasmine Dar' });
    await expect(handle).toHaveAccessibleDescription(
      /^To pick up the name, press space\. To move it, press the arrow keys\./,
    );
    await handle.press('Space');
  },
  'Leave it where it was': (page) => page.keyboard.press('Escape'),
  'Put a candidate on the shortlist': (page) => press(page, 'Shortlist Alec Price'),
  'Read about a candidate': async (page) => {
    await press(page, 'More for Crispin Flintoff');
    await press(page, 'About Crispin Flintoff');
  },
  'Write a note and delete it': async (page) => {
    await page.getByRole('textbox', { name: 'My note' }).fill('Reports every meeting');
    await press(page, 'Delete note on Crispin Flintoff');
    await expect(page.getByRole('button', { name: 'Undo: delete note' })).toBeFocused();
  },
  Compare: (page) => press(page, 'Compare answers with others'),
  'Close, and undo': async (page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'About Crispin Flintoff' })).toBeFocused();
    await page.keyboard.press('Control+z');
  },
  'Put a candidate last': async (page) => {
    await press(page, 'More for Luke Akehurst');
    await press(page, 'Put Luke Akehurst last');
  },
  'One at a time': async (page) => {
    await press(page, 'One at a time');
    await expect(page.getByRole('heading', { name: 'Who next?' })).toBeFocused();
  },
  Decide: async (page) => {
    await press(page, 'Rank next, number 3 : Johanna Baxter');
    await expect(page.getByRole('button', { name: 'Rank next, number 4 : Ekua Bayunu' })).toBeFocused();
  },
  'Back to the lists, and a second draft': async (page) => {
    await press(page, 'Back to the lists');
    await press(page, 'Drafts');
    await press(page, 'Duplicate Draft 1');
  },
};

test('the script of the Rank step for screen readers', async ({ page }) => {
  expect(written.map(({ title }) => title)).toEqual(Object.keys(steps));
  for (const { title, trees } of written) {
    await test.step(title, async () => {
      await steps[title]?.(page);
      expect(trees.length).toBeGreaterThan(0);
      for (const tree of trees) await expect(page.locator('body')).toMatchAriaSnapshot(tree);
    });
  }
});
