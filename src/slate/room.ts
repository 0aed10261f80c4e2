import { fail, ok, type Result } from '../basics/result';
import { endsByFirst } from '../count/ends';
import type { Holding } from '../count/trace';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { paperOf } from '../turnout/papers';
import { sampling } from '../turnout/sample';
import { stvRule, type Demonstration } from './demonstration';
import { electionOf, firstIds } from './election-of';
import { guaranteeOf, type Guarantee } from './guarantee';
import { systems, underSystem, type SystemResult } from './systems';
import { turnoutOf } from './turnout-of';

/** What the room shows of one demonstration: its voters made up once and counted in every system. */
export interface Room {
  readonly election: Election;
  /** In the order of `systems`. */
  readonly results: readonly SystemResult[];
  /** Under transferable votes: where the ballots with each first preference ended, by CandidateId. */
  readonly ends: readonly Holding[];
  /** Of the chosen slate, under the rule of the single transferable vote. */
  readonly guarantee: Guarantee;
}

/** Candidates of a slate of a demonstration. */
export function idsOfSlate(demonstration: Demonstration, slate: number): CandidateId[] {
  const first = firstIds(demonstration)[slate] ?? 0;
  return Array.from({ length: demonstration.slates[slate]?.stood ?? 0 }, (_, place) => first + place);
}

/** Yields the part done, 0 to 1. Fails where the rule cannot count these ballots. */
export function* roomOf(
  demonstration: Demonstration,
): Generator<number, Result<Room, { readonly message: string }>, void> {
  const { seats, seed, slates, chosen } = demonstration;
  const rule = stvRule(demonstration.rule);
  if (rule === null)
    return fail({ message: `There is no rule "${demonstration.rule}" of the single transferable vote.` });
  const election = electionOf(demonstration);
  const paper = paperOf(election);
  const ballots = yield* sampling(turnoutOf(demonstration), paper, seed);
  const { candidateCount, slateOf, withdrawn } = paper;
  const contest = { seats, candidateCount, withdrawn, ballots };
  const results: SystemResult[] = [];
  for (const system of systems) {
    const result = underSystem(contest, system, rule, { slateOf, count: slates.length }, seed);
    if (!result.ok) return result;
    results.push(result.value);
    yield results.length / systems.length;
  }
  const stv = results.find(({ system }) => system === 'stv');
  if (stv === undefined) throw new Error(`no result by transferable votes among ${results.length}`);
  const { count } = stv;
  const guarantee = guaranteeOf(ballots, idsOfSlate(demonstration, chosen), count);
  return ok({ election, results, ends: endsByFirst(count, ballots), guarantee });
}
