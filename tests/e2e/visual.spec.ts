import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

/*
 * What the examples of the gallery look like, against pictures kept beside this file. So that they are the same on every
 * machine, text is set in a font that comes with the tests and then made invisible: its room is compared, not its letters,
 * which the tests of the texts read. To take them anew after a change that is meant: `npm run e2e -- --project=pictures
 * --update-snapshots`.
 */

const root = join(import.meta.dirname, '../..');
const gallery = join(root, 'test-results/gallery');
const font = (weight: number): string =>
  readFileSync(join(root, `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)).toString(
    'base64',
  );
const face = (weight: number): string =>
  `@font-face { font-family: Tested; font-weight: ${weight}; src: url(data:font/woff2;base64,${font(weight)}); }`;
const style = `${face(400)} ${face(700)}
  :root { --font: Tested !important; }
  svg { font-family: Tested !important; }
  *:not(svg *), *::marker { color: transparent !important; caret-color: transparent !important; }
  text, tspan { fill: transparent !important; }`;

/** As much as edges may differ from one version of the browser to the next; a tint an eighth darker is more. */
const alike = { maxDiffPixels: 200, threshold: 0.05 };

test.use({ bypassCSP: true, deviceScaleFactor: 1, contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' }); // so that the gallery is built once

test.beforeAll(() => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--mode', 'gallery', '--logLevel', 'error'], { cwd: root });
});

async function openGallery(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const file = join(gallery, new URL(route.request().url()).pathname);
    await (existsSync(file) ? route.fulfill({ path: file }) : route.abort());
  });
  await page.goto('http://localhost:1/index.html#/gallery');
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible();
  await page.addStyleTag({ content: style });
  await page.evaluate(() => document.fonts.ready);
}

for (const width of [360, 768, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`a vote, its stages, slates and the flow at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await openGallery(page);
      for (const example of ['practice', 'nec']) {
        await expect(page.locator(`#live-${example}`)).toHaveScreenshot(
          `${example}-${width}-${colorScheme}.png`,
          alike,
        );
      }
    });
  }
}

test('the pictures to be saved are XML to the letter, and look as they did', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await openGallery(page);
  // As part of the page, so that they too are in the font of the tests.
  const widths = await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLImageElement>('figure img')].map(async (image) => {
        await image.decode(); // or an error, where the browser cannot read it
        const text = decodeURIComponent(image.src.slice(image.src.indexOf(',') + 1));
        image.replaceWith(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement);
        return image.naturalWidth;
      }),
    ),
  );
  expect(widths).toEqual(Array.from({ length: 15 }, () => 800));
  for (const name of ['practice-journey', 'nec-stage', 'nec-seats', 'long-names-stage']) {
    await expect(page.locator(`#picture-${name} > svg`)).toHaveScreenshot(`${name}.png`, alike);
  }
});
