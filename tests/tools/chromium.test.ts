import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/tools/chromium.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chromium-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function browser(path: string, script = 'echo "Chromium 150.0.1"', mode = 0o755): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, mode);
  return file;
}
const path = (...names: readonly string[]): string => names.map((name) => join(folder, name)).join(delimiter);

describe('finding a Chromium', () => {
  it('takes the one that is named before those on PATH', () => {
    browser('bin/chromium');
    const named = browser('own/my-browser');
    expect(findChromium({ CHROMIUM: named, PATH: path('bin') })).toBe(named);
  });

  it('goes through PATH in order', () => {
    browser('b/chromium');
    const first = browser('a/google-chrome');
    expect(findChromium({ PATH: path('empty', 'a', 'b') })).toBe(first);
  });

  it('passes over folders, files that may not be run, and stand-ins that do not start', () => {
    mkdirSync(join(folder, 'a/chromium'), { recursive: true });
    browser('b/chromium', 'echo "Chromium 150.0.1"', 0o644);
    browser('c/chromium-browser', 'echo "please install the package"; exit 1');
    const real = browser('d/chromium');
    expect(findChromium({ PATH: path('a', 'b', 'c', 'd') })).toBe(real);
  });

  it('finds none of its own making where there is none', () => {
    const found = findChromium({ CHROMIUM: join(folder, 'absent'), PATH: path('empty') });
    expect(found ?? '').not.toContain(folder);
  });
});
