import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { nec, openElection, poolRow } from '../support/browser-page';

/*
 * Does what docs/screen-reader-script.md says, by keyboard, and checks each accessibility tree printed there. The two
 * must have the same steps.
 */
const script = readFileSync(join(import.meta.dirname, '../../docs/screen-reader-script.md'), 'utf8');
interface WrittenStep {
  readonly title: string;
  readonly trees: readonly string[];
}
/** The steps of each walk, by its heading. */
const written = new Map(
  script
    .split(/^# /m)
    .slice(1)
    .map((walk): [string, readonly WrittenStep[]] => [firstLine(walk), walk.split(/^## /m).slice(1).map(stepOf)]),
);

function stepOf(section: string): WrittenStep {
  const trees = [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, tree = '']) => tree);
  return { title: firstLine(section), trees };
}
function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}

type Steps = Readonly<Record<string, (page: Page) => Promise<void>>>;

const press = (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().press(key);

const rankSteps: Steps = {
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
  'Put a candidate on the shortlist': async (page) => {
    await press(page, 'Shortlist Alec Price');
    const find = page.getByRole('button', { name: 'Search, filter and sort' });
    if (await find.isVisible()) await find.press('Enter');
  },
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

const turnoutOf = 'Turnout: how many of them vote (Tribune supporters)';

const editorSteps: Steps = {
  'Copy a sample': async (page) => {
    await openElection(page, nec);
    await page.goto('./#/turnout');
    await press(page, 'Adjust “Close to 2020”');
  },
  'Unfold a bloc': (page) => page.locator('summary', { hasText: 'Tribune supporters' }).press('Enter'),
  'Set how many of them vote': async (page) => {
    const slider = page.getByRole('slider', { name: turnoutOf });
    for (let times = 0; times < 15; times++) await slider.press('ArrowRight');
  },
  'Write what cannot be': async (page) => {
    await page.getByRole('textbox', { name: turnoutOf }).fill('400');
    await page.keyboard.press('Tab');
  },
  'Add a bloc': async (page) => {
    await page.getByRole('combobox', { name: 'New bloc, leaning to' }).focus();
    await page.keyboard.type('Tribune');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  },
  'Name it': async (page) => {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Young members');
    await page.keyboard.press('Tab');
  },
  'Add another like it': (page) => press(page, 'Add another like it (Young members)'),
  'Remove one': (page) => press(page, 'Remove this bloc (Young members)'),
  'Bring it back': async (page) => {
    await press(page, 'Undo: remove “Young members”');
    const folds = page.locator('section[aria-labelledby="blocs"] > details > summary');
    await expect(folds.nth(6)).toBeFocused();
  },
};

async function walk(page: Page, heading: string, steps: Steps): Promise<void> {
  const sections = written.get(heading) ?? [];
  expect(sections.map(({ title }) => title)).toEqual(Object.keys(steps));
  for (const { title, trees } of sections) {
    await test.step(title, async () => {
      await steps[title]?.(page);
      expect(trees.length).toBeGreaterThan(0);
      for (const tree of trees) await expect(page.locator('body')).toMatchAriaSnapshot(tree);
    });
  }
}

test('the script of the Rank step for screen readers', ({ page }) =>
  walk(page, 'The Rank step with a screen reader', rankSteps));

test('the script of the turnout editor for screen readers', { tag: '@desk' }, ({ page }) =>
  walk(page, 'The turnout editor with a screen reader', editorSteps),
);
