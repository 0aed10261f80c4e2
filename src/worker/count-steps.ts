import { fail, ok, type Result } from '../basics/result';
import { CannotCount } from '../count/cannot-count';
import { checkContest, type Contest } from '../count/contest';
import { counting, type Count } from '../count/count';
import type { Lots } from '../count/lots';
import type { Rule } from '../count/rule';
import type { Progress } from './jobs';

/** Counts stage by stage, or says why it cannot be done. */
export function* countSteps(
  contest: Contest,
  rule: Rule,
  lots: Lots,
): Generator<Progress, Result<Count, { readonly message: string }>, void> {
  const checked = checkContest(contest, rule);
  if (!checked.ok) return fail(checked.error);
  const steps = counting(contest, rule, lots);
  let elected = 0;
  let excluded = 0;
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return ok(step.value);
      elected = (step.value.startsAgain ? 0 : elected) + step.value.elected.length;
      excluded += step.value.excluded.length;
      yield { doing: 'counting', done: (elected + excluded) / contest.candidateCount };
    }
  } catch (error) {
    if (error instanceof CannotCount) return fail({ message: error.message });
    throw error;
  }
}
