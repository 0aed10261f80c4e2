import { apportion } from '../../basics/apportion';
import { add, fraction, multiply, toNumber, type Fraction } from '../../basics/fraction';
import type { Count } from '../../count/count';
import type { Holding } from '../../count/trace';
import type { CandidateId } from '../../election/candidate';

/** Parts of one ballot are counted in so many to a whole: a hundred to a penny. */
export const partsOfBallot = 10_000;

/** Where one ballot is when the count is over, in whole parts of which a ballot has `partsOfBallot`. */
export interface MyVote {
  /** By CandidateId, whether elected or not. */
  readonly held: readonly number[];
  readonly stopped: number;
  readonly cut: number;
  /** How many of the elected hold some of it, however little. */
  readonly helped: number;
}

/** What is kept of one count. */
export interface ArmRun {
  /** In order of election. */
  readonly elected: Count['elected'];
  /** Who of those not elected stood last; null where everybody is elected. */
  readonly runnerUp: CandidateId | null;
  /** Null where there is no ballot in hand, or it names nobody who stands. */
  readonly mine: MyVote | null;
}

/**
 * The runner-up: of those not elected, the last to be excluded, or still standing at the end. Among several the one with
 * most votes when it was over, or at the last stage before at which they differed; level to the end, the first on the
 * ballot paper.
 */
export function runnerUpOf({ candidateCount, withdrawn, elected, excluded, stages }: Count): CandidateId | null {
  const outAt = new Map(excluded.map(({ candidate, stage }) => [candidate, stage]));
  const won = new Set(elected.map(({ candidate }) => candidate));
  const lost = Array.from({ length: candidateCount }, (_, id) => id).filter(
    (id) => !won.has(id) && !withdrawn.includes(id),
  );
  const lasted = (id: CandidateId): number => outAt.get(id) ?? stages.length + 1;
  const longest = Math.max(...lost.map(lasted));
  let last = lost.filter((id) => lasted(id) === longest);
  for (let stage = Math.min(longest, stages.length); stage >= 1 && last.length > 1; stage--) {
    const tallies = stages[stage - 1]?.tallies ?? [];
    const most = last.reduce((votes, id) => ((tallies[id] ?? 0n) > votes ? (tallies[id] ?? 0n) : votes), 0n);
    last = last.filter((id) => (tallies[id] ?? 0n) === most);
  }
  return last[0] ?? null;
}

/** A ballot's last holding in whole parts, which add up to a ballot and what it has gained from others. */
export function myVoteOf(count: Count, { candidates, nonTransferable, lossByFraction }: Holding): MyVote {
  const part = fraction(BigInt(partsOfBallot), BigInt(count.votesPerBallot));
  const amounts = [...candidates.values(), nonTransferable, lossByFraction];
  const total = multiply(amounts.reduce(add), part);
  const parts = apportion(Math.round(toNumber(total)), amounts.map(notNegative));
  const held = new Array<number>(count.candidateCount).fill(0);
  [...candidates.keys()].forEach((candidate, i) => (held[candidate] = parts[i] ?? 0));
  const [stopped = 0, cut = 0] = parts.slice(-2);
  const helped = count.elected.filter(({ candidate }) => candidates.has(candidate)).length;
  return { held, stopped, cut, helped };
}

/** Cutting can give a ballot back a hair more than was cut from it. */
const notNegative = (amount: Fraction): number => Math.max(0, toNumber(amount));
