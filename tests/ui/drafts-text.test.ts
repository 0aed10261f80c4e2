import { expect, it } from 'vitest';
import { draftsText } from '../../src/ui/drafts/drafts-text';
import { election } from './election';

it('has every draft as a list with its numbers, those put last among them, and who is never ranked', () => {
  const drafts = [
    { name: 'Draft 1', ranking: [1, 0], last: [3], parked: [2, 5] },
    { name: 'Safe', ranking: [], last: [], parked: [] },
  ];
  expect(draftsText(election, drafts)).toBe(
    'Parish council\nMy drafts, not an official ballot paper\n\n' +
      'Draft 1\n1. Bo Li\n2. Ann Black\n3. Cy Dow\nNever rank: Łukasz Ó Briain, Di Ek\n\n' +
      'Safe\nNobody ranked\n',
  );
});
