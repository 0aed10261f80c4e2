export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Part {
  readonly name: string;
  readonly seconds: number;
  readonly counts: Counts;
}

export function sum(counts: readonly Counts[]): Counts;
export function countCheck(ok: boolean): Counts;
export function countVitest(report: never): Counts;
export function countPlaywright(report: never): Counts;
export function countRun(file: string, count: (report: never) => Counts, exitCode: number): Counts;
export function closingLine(counts: Counts): string;
export function table(parts: readonly Part[]): string[];
