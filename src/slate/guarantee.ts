import { toNumber } from '../basics/fraction';
import type { Count } from '../count/count';
import type { Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import { promiseOf, type SeatPromise } from './promise';
import { solidSupport } from './solid';

/** A set of a slate's candidates whose solid supporters are owed seats. */
interface SolidSet {
  readonly candidates: readonly CandidateId[];
  /** Papers that rank all of them, in any order, before anybody else. */
  readonly papers: number;
  /** How many of them are sure of seats; which ones is not said. */
  readonly seats: number;
}

/** What a slate's solid support makes sure of, before looking who was elected. */
export interface Guarantee {
  readonly promise: SeatPromise;
  /** Papers that rank the whole slate before anybody else. */
  readonly papers: number;
  /** The same in quotas of the rule, or for a promise by shares and none in V / (seats + 1); for display. */
  readonly quotas: number;
  /** One quota in votes; for display. */
  readonly quota: number;
  /** Votes cut by rounding in this count and taken off before seats are reckoned; for display. */
  readonly cut: number;
  /** Seats promised to the supporters of the whole slate alone. */
  readonly ofAll: number;
  /** The fewest seats that keep the promise to every set; 0 where there is no promise. */
  readonly seats: number;
  /** The sets that no smaller one stands for, the largest first: those with a promise of their own. */
  readonly sets: readonly SolidSet[];
}

/** `slate`: its candidates who stand, 12 at most. The count is of these ballots, none of which are spoilt. */
export function guaranteeOf(ballots: Ballots, slate: readonly CandidateId[], count: Count): Guarantee {
  const promise = promiseOf(count.rule);
  const support = solidSupport({ members: slate, ballots });
  const owed = seatsOwed(count, promise);
  const promised = support.map((papers, set) => Math.min(owed(papers), size(set)));
  const sets = withPromise(promised);
  const papers = support.at(-1) ?? 0;
  const quota = quotaShown(count, promise);
  return {
    promise,
    papers,
    quotas: papers / quota,
    quota,
    cut: promise.kind === 'quotas' ? toNumber({ numerator: mostCut(count), denominator: count.vote }) : 0,
    ofAll: promised.at(-1) ?? 0,
    seats: fewestSeats(sets, promised),
    sets: sets
      .sort((a, b) => size(b) - size(a) || a - b)
      .map((set) => ({
        candidates: slate.filter((_, place) => (set >> place) & 1),
        papers: support[set] ?? 0,
        seats: promised[set] ?? 0,
      })),
  };
}

function quotaShown({ quota, vote, validBallots, seats }: Count, promise: SeatPromise): number {
  const share = validBallots / (seats + 1);
  return promise.kind === 'quotas' && quota !== null ? toNumber({ numerator: quota, denominator: vote }) : share;
}

/** How many seats so many solid papers are owed, however large the set. */
function seatsOwed(count: Count, promise: SeatPromise): (papers: number) => number {
  const { seats, vote, validBallots, quota } = count;
  const all = BigInt(validBallots) * vote;
  const most = (owedFor: (k: bigint) => boolean): number => {
    let owed = 0;
    while (owed < seats && owedFor(BigInt(owed + 1))) owed++;
    return owed;
  };
  switch (promise.kind) {
    case 'none':
      return () => 0;
    case 'shares':
      return (papers) => most((k) => BigInt(papers) * vote * BigInt(seats + 1) > k * all);
    case 'quotas': {
      if (quota === null) throw new Error(`${count.rule.id} hands on papers, and its count has no quota`);
      // So many that those left could not fill the other places and one more, however they rank.
      const left = (k: bigint): bigint => all - BigInt(seats + 1) * quota + k * quota;
      const cut = cannotMatter(count, quota, all) ? 0n : mostCut(count);
      return (papers) =>
        most((k) => {
          const solid = BigInt(papers) * vote;
          return solid >= k * quota && solid > left(k) && (k === 1n || solid - cut >= k * quota);
        });
    }
    default:
      return promise satisfies never;
  }
}

/**
 * Whether what was cut is too little to put anybody out: all who are left and elected would have to have a quota less what
 * was cut, and there are not so many votes. (A first seat is owed before anything of a slate's can be cut.)
 */
function cannotMatter({ rule, stages, seats }: Count, quota: bigint, all: bigint): boolean {
  if (rule.method !== 'transfers') return false;
  const { quotaOverTime, progressive, excludedPapers } = rule;
  const oneQuota = quotaOverTime === 'static' && progressive === 'none' && excludedPapers !== 'restart';
  return oneQuota && BigInt(seats + 1) * (quota - mostCut({ stages })) > all;
}

/** The most votes that rounding had cut by the end of any stage, units. */
const mostCut = ({ stages }: Pick<Count, 'stages'>): bigint =>
  stages.reduce((most, { lossByFraction }) => (lossByFraction > most ? lossByFraction : most), 0n);

/** Sets promised more than any set within them is. */
function withPromise(promised: readonly number[]): number[] {
  const best = [...promised]; // of a set and all within it; those within have lower numbers
  return [...promised.keys()].filter((set) => {
    const within = namesIn(set).reduce((most, bit) => Math.max(most, best[set & ~bit] ?? 0), 0);
    best[set] = Math.max(best[set] ?? 0, within);
    return (promised[set] ?? 0) > within;
  });
}

/**
 * The least that is elected of the slate if every set has what it is promised: two sets with a name in common may have
 * to do with that one. All choices of candidates are gone through, 4,096 at most.
 */
function fewestSeats(sets: readonly number[], promised: readonly number[]): number {
  let fewest = size(promised.length - 1);
  for (let chosen = 0; chosen < promised.length; chosen++) {
    if (size(chosen) >= fewest) continue;
    if (sets.every((set) => size(set & chosen) >= (promised[set] ?? 0))) fewest = size(chosen);
  }
  return fewest;
}

function namesIn(set: number): number[] {
  const bits: number[] = [];
  for (let rest = set; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}

function size(set: number): number {
  let names = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) names++;
  return names;
}
