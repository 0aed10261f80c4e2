import { fail, ok, type Result } from '../basics/result';
import { CannotCount } from '../count/cannot-count';
import { checkContest } from '../count/contest';
import { counting } from '../count/count';
import type { Rule } from '../count/rule';
import type { CandidateId } from '../election/candidate';
import { factsOf, previewing, type PreviewPlan, type SampleFacts } from '../turnout/preview';
import type { Progress } from './jobs';

/** Look at a turnout while it is being set: a sample of it, counted once by this rule. */
export interface PreviewJob {
  readonly kind: 'preview';
  readonly plan: PreviewPlan;
  readonly rule: Rule;
}

export interface Preview {
  readonly facts: SampleFacts;
  /** In the order of their election, or why this rule cannot count the sample. */
  readonly elected: Result<readonly CandidateId[], { readonly message: string }>;
}

export function* lookAhead({ plan, rule }: PreviewJob): Generator<Progress, Result<Preview, never>, void> {
  const sample = previewing(plan);
  let step = sample.next();
  for (; step.done !== true; step = sample.next()) yield { doing: 'making voters', done: step.value };
  const contest = step.value;
  const facts = factsOf(contest.ballots, plan.candidateCount);
  const checked = checkContest(contest, rule);
  if (!checked.ok) return ok({ facts, elected: checked });
  const stages = counting(contest, rule, { kind: 'seeded', seed: plan.seed });
  try {
    for (;;) {
      const stage = stages.next();
      if (stage.done) return ok({ facts, elected: ok(stage.value.elected.map(({ candidate }) => candidate)) });
      yield { doing: 'counting', done: 0 };
    }
  } catch (error) {
    if (error instanceof CannotCount) return ok({ facts, elected: fail({ message: error.message }) });
    throw error;
  }
}
