import type { Count } from '../count/count';
import type { MarksRule } from '../count/rule';
import type { Stage } from '../count/stage';
import { plural, votesText } from './words';

/** "3 Xs", "1 X". */
export const marksText = (marks: number): string => plural(marks, 'X', 'Xs');

/** How Xs were given, and that no quota is needed. */
export function marksWords(count: Count, rule: MarksRule, { nonTransferable }: Stage): string[] {
  const { validBallots, votesPerBallot, seats } = count;
  const ballots = plural(validBallots, 'ballot is', 'ballots are');
  const most = seats === 1 ? 'whoever has most is' : `the ${seats} who have most are`;
  const end = `There is no quota: ${most} elected, and no vote moves.`;
  switch (rule.marks) {
    case 'one':
      return [`${ballots} counted, each for the first name on it. The other names do not count.`, end];
    case 'one-for-each-seat': {
      const names = votesPerBallot === 1 ? 'the first name' : `the first ${votesPerBallot} names`;
      const left =
        nonTransferable === 0n
          ? []
          : [
              `Ballots with fewer names leave ${votesText(nonTransferable, count)} ${nonTransferable === 1n ? 'X' : 'Xs'} out.`,
            ];
      return [
        `${ballots} counted, with an X for ${votesPerBallot === 1 ? '' : 'each of '}${names} on it, whatever their order.`,
        ...left,
        end,
      ];
    }
    default:
      return rule.marks satisfies never;
  }
}
