import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closingLine,
  countCheck,
  countPlaywright,
  countRun,
  countVitest,
  sum,
  table,
} from '../../src/tools/report.mjs';

const vitest = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ],
};
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] as unknown[] };
const allPassed = { ...playwright, stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'report-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function reportFile(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('counting a vitest report', () => {
  it('adds files that broke before their first test to the failures, and todo to the skipped', () => {
    const file = reportFile('vitest.json', JSON.stringify(vitest));
    expect(countRun(file, countVitest, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
});

describe('counting a Playwright report', () => {
  it('takes a test that passed at its second try as failed', () => {
    const file = reportFile('playwright.json', JSON.stringify(playwright));
    expect(countRun(file, countPlaywright, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts errors outside tests, such as a server that does not start', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    const file = reportFile('server.json', JSON.stringify({ stats, errors: [{ message: 'in use' }] }));
    expect(countRun(file, countPlaywright, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('a runner that left no proof of its tests', () => {
  const one = { passed: 0, failed: 1, skipped: 0 };

  it('counts as one failed without a report', () => {
    expect(countRun(join(folder, 'absent.json'), countVitest, 0)).toEqual(one);
  });

  it.each(['', '{"numPassedTests": 3', '{}', 'null', '{"testResults": []}'])(
    'counts as one failed with the broken report %j',
    (content) => {
      expect(countRun(reportFile('broken.json', content), countVitest, 0)).toEqual(one);
    },
  );

  it('counts as one failed when every test passed but the runner itself failed', () => {
    const file = reportFile('passed.json', JSON.stringify(allPassed));
    expect(countRun(file, countPlaywright, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(countRun(file, countPlaywright, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  it('counts as one failed when it ran nothing', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 };
    const file = reportFile('nothing.json', JSON.stringify({ stats, errors: [] }));
    expect(countRun(file, countPlaywright, 0)).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });
});

describe('the closing line', () => {
  it('sums the parts', () => {
    const total = sum([countCheck(true), countCheck(false), { passed: 10, failed: 0, skipped: 0 }]);
    expect(closingLine(total)).toBe('11 passed, 1 failed');
  });

  it('names skipped tests only when there are any', () => {
    expect(closingLine({ passed: 7, failed: 0, skipped: 2 })).toBe('7 passed, 0 failed, 2 skipped');
  });

  it('has a row with the seconds of each part above it', () => {
    const rows = table([
      { name: 'lint', seconds: 12.34, counts: countCheck(true) },
      { name: 'build', seconds: 1, counts: countCheck(false) },
    ]);
    expect(rows).toEqual(['✓ lint         12.3 s   1 passed, 0 failed', '✗ build         1.0 s   0 passed, 1 failed']);
  });
});
