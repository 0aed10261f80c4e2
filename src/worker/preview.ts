import { ok, type Result } from '../basics/result';
import type { Rule } from '../count/rule';
import type { CandidateId } from '../election/candidate';
import { factsOf, previewing, type PreviewPlan, type SampleFacts } from '../turnout/preview';
import { countSteps } from './count-steps';
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
  const counted = yield* countSteps(contest, rule, { kind: 'seeded', seed: plan.seed });
  return ok({ facts, elected: counted.ok ? ok(counted.value.elected.map(({ candidate }) => candidate)) : counted });
}
