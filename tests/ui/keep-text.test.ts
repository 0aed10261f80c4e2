import { expect, it } from 'vitest';
import { formatRankingText } from '../../src/ui/keep/ranking-text';
import { election } from './election';

it('is a numbered list under the election and what it is', () => {
  expect(formatRankingText(election, [6, 2])).toBe(
    'Parish council\nMy order, not an official ballot paper\n\n1. Al Zed\n2. Łukasz Ó Briain\n',
  );
});
