import { count, type Count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { practiceBallots } from '../../src/election/built-in-practice';

/** The ballots of the practice election counted, by the Scottish rule unless another is given. */
export const practiceCount = (rule: Rule = scottish2007): Count =>
  count({ seats: 2, candidateCount: 5, withdrawn: [], ballots: practiceBallots }, rule, { kind: 'seeded', seed: '1' });
