import { compare, isZero, one, zero, type Fraction } from '../basics/fraction';
import type { Rule } from '../count/rule';
import type { TracedStage } from '../count/trace';
import { looksAtOrder } from '../count/transfers/single-papers';
import { skippedPreference } from '../election/ballots';
import type { CandidateId } from '../election/candidate';

/** How far one ballot gets in a count, and whether it is read to its end. */
export type Reach =
  /** One vote, which moves or is shared out. */
  | {
      readonly kind: 'vote';
      /** The last in the ballot's order of those who have any of it at any time, and their number, from 1. */
      readonly furthest: { readonly candidate: CandidateId; readonly number: number };
      /** Whether they ever have all of it at once. */
      readonly arrives: 'whole' | 'part';
      /** Names after theirs, and how many at the very end are not read: what they say changes nothing. */
      readonly below: number;
      readonly unread: number;
      /** How much of it is non-transferable in the end. */
      readonly stopped: 'nothing' | 'part' | 'whole';
      /** Whether whole ballots move, so that chance has a say in how far this one gets. */
      readonly byLot: boolean;
    }
  /** So many Xs for the first names, and so many not given for want of names. */
  | { readonly kind: 'marks'; readonly given: number; readonly notGiven: number; readonly unread: number };

/** The ballot as it was traced. */
interface TracedBallot {
  readonly preferences: readonly CandidateId[];
  /** Places in the preferences, from 0, ranked equal with the one before; left out where none is. */
  readonly joined?: readonly number[];
  /** Who of all candidates withdrew. */
  readonly withdrawn: readonly CandidateId[];
}

/** From the trace of one ballot; names ranked equal have one number. */
export function reachOf(rule: Rule, traced: readonly TracedStage[], ballot: TracedBallot): Reach {
  const { preferences, joined = [], withdrawn } = ballot;
  const end = traced.at(-1);
  if (end === undefined) throw new Error('a ballot is followed through one stage at least');
  const read = preferences.findLastIndex((candidate) => end.read.includes(candidate)) + 1;
  const standing = (candidate: CandidateId): boolean =>
    candidate !== skippedPreference && !withdrawn.includes(candidate);
  const unread = preferences.slice(read).filter(standing).length;
  const { candidates, nonTransferable } = end.holding;
  if (rule.method === 'marks') {
    const notGiven = Number(nonTransferable.numerator / nonTransferable.denominator);
    return { kind: 'marks', given: candidates.size, notGiven, unread };
  }
  const most = mostHeld(traced);
  const place = preferences.findLastIndex((candidate) => most.has(candidate));
  const furthest = preferences[place];
  if (furthest === undefined) throw new Error('a valid ballot counts for somebody at the first stage');
  return {
    kind: 'vote',
    furthest: { candidate: furthest, number: place + 1 - joined.filter((one) => one <= place).length },
    arrives: compare(most.get(furthest) ?? zero, one) < 0 ? 'part' : 'whole',
    below: preferences.slice(place + 1).filter(standing).length,
    unread,
    stopped: isZero(nonTransferable) ? 'nothing' : candidates.size > 0 ? 'part' : 'whole',
    byLot: rule.method === 'transfers' && looksAtOrder(rule),
  };
}

/** The most that each candidate has of the ballot at any time; those who never have any are not in it. */
function mostHeld(traced: readonly TracedStage[]): ReadonlyMap<CandidateId, Fraction> {
  const most = new Map<CandidateId, Fraction>();
  for (const { holding, afterTransfers } of traced) {
    for (const { candidates } of new Set([holding, ...afterTransfers])) {
      for (const [candidate, part] of candidates) {
        const before = most.get(candidate);
        if (before === undefined || compare(before, part) < 0) most.set(candidate, part);
      }
    }
  }
  return most;
}
