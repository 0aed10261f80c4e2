import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workerSource } from '../../src/tools/service-worker.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
  mkdirSync(join(folder, 'assets'));
  write('index.html', '<p>');
  write('assets/index-1.js', 'run()');
  write('assets/index-1.js.map', '{}');
  write('icon.svg', '<svg/>');
  write('sw.js', 'an earlier one');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content: string): void {
  writeFileSync(join(folder, file), content);
}
const version = (code = ''): string | undefined => /VERSION = "(\w+)"/.exec(workerSource(folder, code))?.[1];

describe('the offline worker of a build', () => {
  it('keeps every file; the page under its folder, source maps and itself not at all', () => {
    expect(workerSource(folder, '')).toContain('FILES = ["./","assets/index-1.js","icon.svg"];');
  });

  it('ends with the code that it was given', () => {
    expect(workerSource(folder, 'self.x = 1;\n')).toMatch(/;\nself\.x = 1;\n$/);
  });

  it('has the same version for the same contents', () => {
    const before = version();
    write('sw.js', 'another earlier one');
    expect(version()).toBe(before);
  });

  it.each(['index.html', 'assets/index-1.js', 'icon.svg'])('has another version when %s changes', (file) => {
    const before = version();
    write(file, 'changed');
    expect(version()).not.toBe(before);
  });

  it('has another version when its own code changes', () => {
    expect(version('a')).not.toBe(version('b'));
  });
});
