import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Download, type Page } from '@playwright/test';

async function openCount(page: Page): Promise<void> {
  await page.goto('/#/election');
  await page.getByRole('button', { name: /^Practice/ }).click();
  await page.waitForURL(/#\/rank/);
  for (const name of ['Dev Damson', 'Cleo Cedar']) {
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
  }
  await page.goto('/#/count');
  await expect(page.getByRole('heading', { name: 'Slates' })).toBeVisible();
}

async function save(page: Page, of: string, as: 'PNG' | 'SVG'): Promise<Download> {
  const menu = page.getByText(`Save picture of ${of}`);
  const button = page.getByRole('button', { name: `${as} of ${of}` });
  if (!(await button.isVisible())) {
    await menu.focus();
    await page.keyboard.press('Enter');
  }
  const saved = page.waitForEvent('download');
  await button.focus();
  await page.keyboard.press('Enter');
  return saved;
}

/** The size and the numbers of light and of dark points of a PNG, drawn by the browser itself. */
const looksOf = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const counts = { width: image.width, height: image.height, light: 0, dark: 0, gold: 0, clear: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(at, at + 4);
      if (alpha < 255) counts.clear += 1;
      else if (red > 240 && green > 240 && blue > 240) counts.light += 1;
      else if (red < 60 && green < 60 && blue < 60) counts.dark += 1;
      else if (red === 255 && green === 201 && blue === 51) counts.gold += 1;
    }
    return counts;
  }, png.toString('base64'));

test(
  'pictures of the vote, a stage and the seats are saved as PNG and SVG, by keyboard',
  { tag: '@desk' },
  async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await openCount(page);
    for (const of of ['your vote', 'this stage', 'who is elected']) {
      const svg = readFileSync(await (await save(page, of, 'SVG')).path(), 'utf8');
      const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
      for (const part of ['Practice: the village hall committee', 'Scottish', 'Seed: ', 'ade-up voters']) {
        expect(svg).toContain(part);
      }
      const download = await save(page, of, 'PNG');
      expect(download.suggestedFilename()).toMatch(/practice-the-village-hall-committee\.png$/);
      const looks = await looksOf(page, readFileSync(await download.path()));
      expect(looks).toMatchObject({ width: 1600, height: 2 * height, clear: 0 });
      expect(looks.light).toBeGreaterThan(0.4 * looks.width * looks.height);
      expect(looks.dark).toBeGreaterThan(2000);
      expect(looks.gold > 500).toBe(of !== 'who is elected');
    }
    expect(refused).toEqual([]);
  },
);

test(
  'the flow over the stages moves and grows by keys, buttons and wheel, and says the same in words',
  { tag: '@desk' },
  async ({ page }) => {
    await openCount(page);
    const flow = page.getByRole('region', { name: 'From slate to slate over the stages' });
    const frame = flow.getByRole('region', { name: /^Flow over the stages/ });
    await flow.getByText('What moved between slates, stage by stage').click();
    await expect(flow.getByRole('listitem').filter({ hasText: 'leave candidates of' }).first()).toBeVisible();
    await flow.getByText('What each slate had at the end of each stage').click();
    await expect(flow.getByRole('table').getByRole('columnheader').last()).toHaveText('Stopped or cut off');
    await expect(flow.getByRole('img', { name: /^Flow of all votes over 5 stages/ })).toBeVisible();
    const widthOf = () => frame.locator('svg').evaluate((svg) => svg.clientWidth);
    const atFirst = await widthOf();
    /** What is written around the flow keeps its size. */
    const times = (larger: number) => larger * (atFirst - 240) + 240;
    await frame.focus();
    await page.keyboard.press('+');
    await expect.poll(widthOf).toBe(times(1.5));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => frame.evaluate((one) => one.scrollLeft)).toBeGreaterThan(atFirst / 5);
    await flow.getByRole('button', { name: 'Larger' }).click();
    await expect.poll(widthOf).toBe(times(2));
    await frame.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await expect.poll(widthOf).toBe(times(3));
    await page.mouse.wheel(0, 100);
    await expect.poll(widthOf).toBe(times(2));
    await page.keyboard.up('Control');
    await flow.getByRole('button', { name: 'All of it' }).press('Enter');
    await expect.poll(widthOf).toBe(atFirst);
    await expect(flow.getByRole('button', { name: 'All of it' })).toBeFocused(); // though there is no more to do
    expect((await new AxeBuilder({ page }).include('section[aria-labelledby="flow"]').analyze()).violations).toEqual(
      [],
    );
  },
);

const sheetOn = (page: Page) => page.getByRole('region', { name: 'Result sheet', exact: true });

test(
  'what is far down the page is on paper though it never was in view, and the ring around what has the focus is whole',
  { tag: '@desk' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await openCount(page);
    const parts = [page.getByRole('region', { name: /^Flow over the stages/ }), sheetOn(page)];
    for (const part of parts) await expect(part).toBeAttached();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const ownVote = page.locator('.flow svg .mine').first();
    const isDrawn = () => ownVote.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isDrawn()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await isDrawn()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    for (const part of parts) {
      await part.scrollIntoViewIfNeeded();
      const box = await part.boundingBox();
      if (box === null) throw new Error('it is not on the page');
      // A strip on either side, half way down, where nothing but the ring can be.
      const strips = [box.x - 6, box.x + box.width].map((x) => ({
        x,
        y: box.y + box.height / 2,
        width: 6,
        height: 20,
      }));
      const looks = () => Promise.all(strips.map((clip) => page.screenshot({ clip })));
      const before = await looks();
      await page.keyboard.press('Shift'); // so that the focus is shown
      await part.focus();
      const after = await looks();
      for (const [i, look] of after.entries()) expect(look.equals(before[i] ?? look)).toBe(false);
      await part.blur();
    }
  },
);

test('the gallery of examples is not in the app as it is served', { tag: '@desk' }, async ({ page }) => {
  await page.goto('/#/gallery');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose an election');
  const files = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await fetch(registration.active?.scriptURL ?? '')).text();
  });
  expect(files).toMatch(/CountPage-/);
  expect(files).not.toMatch(/gallery/i);
});
