import { fail, ok, type Result } from '../basics/result';
import { CannotCount } from '../count/cannot-count';
import { checkContest, type Contest } from '../count/contest';
import { count, type Count } from '../count/count';
import type { Rule } from '../count/rule';
import { blockVote } from '../count/rules/block-vote';
import { sntv } from '../count/rules/sntv';
import type { CandidateId, SlateId } from '../election/candidate';
import type { StvRule } from './demonstration';

/**
 * The ways the same ballots are counted. Nobody marked Xs: that voters would give them to the first names of their
 * rankings, as many as there are seats or one, and would rank the same names if they could not rank, is assumed.
 */
export const systems = ['stv', 'block-vote', 'one-x'] as const;
export type System = (typeof systems)[number];

function ruleOf(system: System, stv: StvRule): Rule {
  switch (system) {
    case 'stv':
      return stv;
    case 'block-vote':
      return blockVote;
    case 'one-x':
      return sntv;
    default:
      return system satisfies never;
  }
}

/** What one system makes of the ballots. */
export interface SystemResult {
  readonly system: System;
  readonly count: Count;
  /** In the order of their election. */
  readonly elected: readonly CandidateId[];
  /** By SlateId, and last for candidates on no slate. */
  readonly seats: readonly number[];
}

/** By CandidateId. */
export type SlateOf = readonly (SlateId | null)[];

/** Fails, in words, where the rule cannot count these ballots. */
export function underSystem(
  contest: Contest,
  system: System,
  stv: StvRule,
  slates: { readonly slateOf: SlateOf; readonly count: number },
  seed: string,
): Result<SystemResult, { readonly message: string }> {
  const rule = ruleOf(system, stv);
  const checked = checkContest(contest, rule);
  if (!checked.ok) return checked;
  try {
    const counted = count(contest, rule, { kind: 'seeded', seed });
    const elected = counted.elected.map(({ candidate }) => candidate);
    return ok({ system, count: counted, elected, seats: seatsOf(elected, slates.slateOf, slates.count) });
  } catch (error) {
    if (error instanceof CannotCount) return fail({ message: error.message });
    throw error;
  }
}

/** How many of the elected each slate has; the last is for no slate. */
function seatsOf(elected: readonly CandidateId[], slateOf: SlateOf, slateCount: number): number[] {
  const seats = new Array<number>(slateCount + 1).fill(0);
  for (const candidate of elected) {
    const slate = slateOf[candidate] ?? slateCount;
    seats[slate] = (seats[slate] ?? 0) + 1;
  }
  return seats;
}
