import { vi } from 'vitest';
import { createSafeStorage, type StorageBackend, type StorageProblem } from '../../src/state/storage';

/** A Storage in memory; `full` and `off` make it fail as browsers do. */
class FakeStorage implements StorageBackend {
  readonly items = new Map<string, string>();
  readonly writes = vi.fn<(key: string, text: string) => void>();
  full = false;
  off = false;

  get length(): number {
    this.check();
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    this.check();
    return this.items.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    this.check();
    if (this.full) throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
    this.writes(key, text);
    this.items.set(key, text);
  }
  removeItem(key: string): void {
    this.check();
    this.items.delete(key);
  }
  private check(): void {
    if (this.off) throw new DOMException('storage is switched off', 'SecurityError');
  }
}

/** A safe storage over a fake one, with what it reports and a clock that stands at noon. */
export function fakeStorage() {
  const backend = new FakeStorage();
  const problems: StorageProblem[] = [];
  const storage = createSafeStorage({
    backend: () => backend,
    now: () => Date.UTC(2026, 0, 2, 12),
    onProblem: (problem) => problems.push(problem),
  });
  return { backend, problems, storage };
}
