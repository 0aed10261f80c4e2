import { expect, it } from 'vitest';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { practice } from '../../src/election/built-in-practice';
import { slateFlows } from '../../src/story/slate-flows';
import { slateFlowSentence } from '../../src/story/slate-words';
import { practiceCount } from '../support/practice-count';

it('says what each stage moved between slates', () => {
  const result = practiceCount();
  const said = slateFlows(result, practice).map((flow) => slateFlowSentence(flow, practice, result));
  expect(said).toMatchInlineSnapshot(`
    [
      "9 votes leave candidates of Mend the Roof: 6 stay there, under 1 goes to New Kitchen, 1 goes to no slate and 1 stops or is cut off.",
      "16 votes leave candidates of Mend the Roof: 2 go to New Kitchen, 12 go to no slate and 2 stop or are cut off.",
      "20 votes leave candidates of New Kitchen: 6 stay there, 6 go to no slate and 8 stop or are cut off.",
      "33 votes leave candidates of New Kitchen: 21 go to no slate and 12 stop or are cut off.",
    ]
  `);
});

it('takes from some as much as it gives to others', () => {
  for (const result of [practiceCount(), practiceCount(meekPrf)]) {
    for (const { from, to } of slateFlows(result, practice)) {
      const sum = (changes: typeof from): bigint => changes.reduce((all, { votes }) => all + votes, 0n);
      expect(sum(from)).toBe(sum(to));
    }
  }
});
