import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { fingerprints } from '../../src/headless/engines/fingerprints';

/** The engine alone, without the app, as one script for a browser. */
async function script(): Promise<string> {
  const entry = join(import.meta.dirname, '../../src/headless/engines/fingerprints.ts');
  const lib = { entry, formats: ['iife' as const], name: 'engine' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}

test(
  'Chromium makes the same ballots from a seed as Node, and counts them alike',
  { tag: '@desk' },
  async ({ page }) => {
    const inChromium: unknown = await page.evaluate(`${await script()}; engine.fingerprints()`);
    const inNode = fingerprints();
    expect(Object.keys(inNode).length).toBeGreaterThan(100);
    expect(inChromium).toEqual(inNode);
  },
);
