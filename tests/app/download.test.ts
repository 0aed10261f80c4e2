import { afterEach, expect, it, vi } from 'vitest';
import { download } from '../../src/app/download';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('leaves what a link leads to in place until slow browsers have fetched it, and then gives it back', () => {
  vi.useFakeTimers();
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const made = vi.spyOn(URL, 'createObjectURL');
  const givenBack = vi.spyOn(URL, 'revokeObjectURL');
  download('my-drafts.txt', 'Ann Black');
  expect(clicked).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(givenBack).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(givenBack.mock.calls).toEqual([[made.mock.results[0]?.value]]);
});
