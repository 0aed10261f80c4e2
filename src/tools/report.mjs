// Reads what the test runners wrote down, and adds it up.
import { readFileSync } from 'node:fs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

export const sum = (counts) =>
  counts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    nothing,
  );

/** A part without tests of its own, such as the build, is one check. */
export const countCheck = (ok) => ({ ...nothing, [ok ? 'passed' : 'failed']: 1 });

/** A vitest report. A file that broke before its first test has no failed test to show for it, so it counts as one. */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A Playwright report. A test that passed only at a second try is not a pass; errors outside tests count one each. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * The counts of one runner. A runner that failed must show at least one failure, and one that left no readable report
 * or ran nothing at all has failed, whatever its exit code says.
 */
export function countRun(file, count, exitCode) {
  const counts = readCounts(file, count);
  if (counts === undefined) return { ...nothing, failed: 1 };
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

function readCounts(file, count) {
  try {
    const counts = count(JSON.parse(readFileSync(file, 'utf8')));
    return Object.values(counts).every(Number.isInteger) ? counts : undefined;
  } catch {
    return undefined;
  }
}

export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** One row per part: name, seconds, result. */
export const table = (parts) =>
  parts.map(({ name, seconds, counts }) => {
    const time = `${seconds.toFixed(1)} s`;
    return `${counts.failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${time.padStart(8)}   ${closingLine(counts)}`;
  });
