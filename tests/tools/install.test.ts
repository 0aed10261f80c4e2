import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../src/tools/install.mjs';

type Packages = Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>;

const locked: Packages = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-another-system': { version: '2.0.0', optional: true },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, packages: Packages): void {
  writeFileSync(join(folder, file), JSON.stringify({ packages }));
}
const lock = (packages: Packages): void => {
  write('package-lock.json', packages);
};
const installed = (packages: Packages): void => {
  write('node_modules/.package-lock.json', packages);
};

describe('whether the packages are installed', () => {
  it('is false before the first install and after one that broke off', () => {
    lock(locked);
    expect(isInstalled(folder)).toBe(false);
  });

  it('is true when all locked versions are there; optional ones may be absent', () => {
    lock(locked);
    installed({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(true);
  });

  it('is false when a version differs', () => {
    lock(locked);
    installed({ 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(folder)).toBe(false);
  });

  it('is false when an optional package that is there has another version', () => {
    lock(locked);
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-system': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(false);
  });

  it('is false when a locked package is missing', () => {
    lock({ ...locked, 'node_modules/b': { version: '1.0.0' } });
    installed({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(false);
  });

  it('asks only for some install when there is no lockfile', () => {
    expect(isInstalled(folder)).toBe(false);
    installed({});
    expect(isInstalled(folder)).toBe(true);
  });
});
