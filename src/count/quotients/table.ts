import { greatestCommonDivisor } from '../../basics/common-divisor';
import { fraction, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { Lots } from '../lots';
import type { QuotientRule } from '../rule';
import type { PapersAndSeats } from '../stage';
import { unrestrained, type Restraints } from '../constraints';
import { candidatesWho, type Standing } from '../standing';
import { copyOf, layPiles, movePapersOf, type Piles } from './piles';

/** The table of a count by quotients: the one record that changes while it goes on. */
export interface QuotientTable {
  readonly contest: Contest;
  readonly rule: QuotientRule;
  readonly lots: Lots;
  /** Papers with a usable first preference. */
  readonly validBallots: number;
  /** The papers as they stand when nobody is elected yet: without the excluded. */
  readonly fresh: Piles;
  /** As they stand in this run: without the excluded and those elected in it. */
  piles: Piles;
  /** Elected are those of this run. */
  readonly standing: Standing[];
  /** What has been said of the constraints so far. */
  restraints: Restraints;
  /**
   * Seats that the papers at each candidate, and last those at nobody, have filled in this run, in whole parts:
   * `seat` of them are one.
   */
  filled: bigint[];
  seat: bigint;
}

export function layTable(contest: Contest, rule: QuotientRule, lots: Lots): QuotientTable {
  const fresh = layPiles(contest, rule);
  const validBallots = fresh.papers.reduce((a, b) => a + b, 0);
  const standing = new Array<Standing>(contest.candidateCount).fill('continuing');
  for (const candidate of contest.withdrawn) standing[candidate] = 'withdrawn';
  return { contest, rule, lots, validBallots, fresh, standing, restraints: unrestrained, ...newRun(fresh) };
}

const newRun = (fresh: Piles): Pick<QuotientTable, 'piles' | 'filled' | 'seat'> => ({
  piles: copyOf(fresh),
  filled: Array.from(fresh.papers, () => 0n),
  seat: 1n,
});

/** What stands at a candidate, or at nobody. */
export const standingAt = ({ piles, filled, seat }: QuotientTable, holder: number): PapersAndSeats => ({
  papers: piles.papers[holder] ?? 0,
  seats: fraction(filled[holder] ?? 0n, seat),
});

/** Woodall 2.3: papers / (1 + the seats they have filled). */
export const quotientOf = ({ piles, filled, seat }: QuotientTable, candidate: CandidateId): Fraction =>
  fraction(BigInt(piles.papers[candidate] ?? 0) * seat, seat + (filled[candidate] ?? 0n));

/** Woodall 2.4: papers at a candidate / (1 + seats - the seats that all other papers have filled). */
export function quotaOf({ contest, piles, validBallots, filled, seat }: QuotientTable): Fraction {
  const nobody = contest.candidateCount;
  const active = validBallots - (piles.papers[nobody] ?? 0);
  return fraction(BigInt(active) * seat, BigInt(1 + contest.seats) * seat - (filled[nobody] ?? 0n));
}

/** Below zero, zero or above zero as the quotient of a is less than, equal to or more than that of b. */
export function compareQuotients({ piles, filled, seat }: QuotientTable, a: CandidateId, b: CandidateId): number {
  const [papersA, papersB] = [piles.papers[a] ?? 0, piles.papers[b] ?? 0];
  const [filledA, filledB] = [filled[a] ?? 0n, filled[b] ?? 0n];
  if (filledA === filledB) return papersA - papersB;
  const difference = BigInt(papersA) * (seat + filledB) - BigInt(papersB) * (seat + filledA);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Woodall 2.5a: the papers of the elected have then filled 1 / quotient each, whatever they had filled before; together
 * that is one seat more. `seat` is made finer so that this is whole.
 */
export function elect(table: QuotientTable, candidate: CandidateId): void {
  const { piles, filled, seat, standing } = table;
  const papers = BigInt(piles.papers[candidate] ?? 0);
  const all = seat + (filled[candidate] ?? 0n);
  const finer = papers / greatestCommonDivisor(papers, all);
  const each = (all * finer) / papers;
  standing[candidate] = 'elected';
  const moved = movePapersOf(piles, candidate);
  table.seat = seat * finer;
  table.filled = filled.map((parts, holder) => {
    const came = moved[holder] ?? 0;
    const kept = holder === candidate ? 0n : parts * finer;
    return came === 0 ? kept : kept + BigInt(came) * each;
  });
}

/** Takes candidates out and begins again without them: nobody is elected and no paper has filled anything. */
export function startAgainWithout(table: QuotientTable, candidates: readonly CandidateId[]): void {
  for (const candidate of candidatesWho(table, 'elected')) table.standing[candidate] = 'continuing';
  for (const candidate of candidates) {
    table.standing[candidate] = 'excluded';
    movePapersOf(table.fresh, candidate);
  }
  Object.assign(table, newRun(table.fresh));
}
