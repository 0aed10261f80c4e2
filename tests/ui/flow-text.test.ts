import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { practice } from '../../src/election/built-in-practice';
import FlowText from '../../src/ui/pictures/FlowText.svelte';
import { practiceCount } from '../support/practice-count';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

const painted = async () => {
  vi.advanceTimersToNextFrame();
  await vi.advanceTimersByTimeAsync(1);
  await tick();
};

it('the table is filled once it is unfolded, and then nothing more is done', async () => {
  const count = practiceCount();
  render(FlowText, { count, election: practice });
  await tick();
  expect(vi.getTimerCount()).toBe(0);
  const details = screen.getByText('What each slate had at the end of each stage').closest('details');
  const rows = () => details?.querySelectorAll('tbody tr').length;
  if (details === null) throw new Error('the table is folded');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await tick();
  expect(rows()).toBe(0);
  await painted();
  expect(rows()).toBe(count.stages.length);
  expect(vi.getTimerCount()).toBe(0);
});
