import { add, fraction, isZero, multiply, one, subtract, zero, type Fraction } from '../basics/fraction';
import { unitsPerVote } from '../basics/decimal';
import { skippedPreference } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { Count } from './count';
import type { Rule } from './rule';
import { selects } from './selects';
import type { Transfer } from './stage';
import { weightedValue } from './weighted-value';

/** Who holds how much of one ballot; the parts sum to exactly 1. */
export interface Holding {
  /** Parts above zero, by candidate. */
  readonly candidates: ReadonlyMap<CandidateId, Fraction>;
  readonly nonTransferable: Fraction;
  readonly lossByFraction: Fraction;
}

/** The holding at the end of every stage of the count, and within it after every transfer. */
export interface TracedStage {
  readonly holding: Holding;
  readonly afterTransfers: readonly Holding[];
}

/** The part of a ballot that can still move: with one candidate, at one value, since one transfer. */
interface Paper {
  readonly holder: CandidateId;
  readonly value: bigint;
  readonly received: number | null;
  /** Index in the preferences of the one it stands at. */
  readonly at: number;
}

interface Journey {
  readonly paper: Paper | null;
  /** All of the ballot, the moving part included. */
  readonly holding: Holding;
}

/**
 * Follows one ballot through a count. Exact: summed over all ballots of the count the parts are the tallies, the
 * non-transferable votes and the loss by fraction, to the last unit. Null when the ballot has no usable preference
 * and so is not a valid one.
 */
export function trace(count: Count, preferences: readonly CandidateId[]): readonly TracedStage[] | null {
  const usable = readPreferences(count, preferences);
  const [first] = usable;
  if (first === undefined) return null;
  const vote = unitsPerVote(count.rule.decimals);
  let journey: Journey = {
    paper: { holder: first, value: vote, received: null, at: 0 },
    holding: { candidates: new Map([[first, one]]), nonTransferable: zero, lossByFraction: zero },
  };
  let index = 0;
  return count.stages.map((stage) => {
    const afterTransfers = stage.transfers.map((transfer) => {
      journey = follow(journey, transfer, index, usable, count.rule);
      index += 1;
      return journey.holding;
    });
    return { holding: journey.holding, afterTransfers };
  });
}

/** The preferences as the rule reads them: without the withdrawn, and up to or past a number left out. */
function readPreferences(count: Count, preferences: readonly CandidateId[]): CandidateId[] {
  const gap = preferences.indexOf(skippedPreference);
  const read = count.rule.skippedPreference === 'stops' && gap >= 0 ? preferences.slice(0, gap) : preferences;
  return read.filter((candidate) => candidate !== skippedPreference && !count.withdrawn.includes(candidate));
}

function follow(
  journey: Journey,
  transfer: Transfer,
  index: number,
  preferences: readonly CandidateId[],
  rule: Rule,
): Journey {
  const { paper, holding } = journey;
  const vote = unitsPerVote(rule.decimals);
  if (paper === null || !transfer.from.includes(paper.holder)) return journey;
  const { fate } = transfer;
  const selected = selects(transfer.selection, paper);
  if (fate.kind === 'exclusive-at-present-value' && !selected) {
    const beyond = fate.shortfall - fate.unable;
    return beyond > 0n ? stopPart(journey, fraction(paper.value * beyond, fate.others * vote)) : journey;
  }
  if (!selected) return journey;

  const next = preferences.findIndex((candidate, at) => at > paper.at && transfer.receivers.includes(candidate));
  const present = fraction(paper.value, vote);
  switch (fate.kind) {
    case 'present-value':
      return next < 0
        ? stopPart(journey, present)
        : moveOn(journey, preferences, next, index, paper.value, present, vote);
    case 'weighted-inclusive': {
      const due = fraction(fate.surplus * paper.value, fate.total * vote);
      const value = weightedValue(rule, paper.value, fate.surplus, fate.total);
      if (next >= 0) return moveOn(journey, preferences, next, index, value, due, vote);
      const stopped = fraction(value, vote);
      const left = give(holding, paper.holder, due);
      return {
        paper: null, // nothing of it can move again
        holding: {
          candidates: left,
          nonTransferable: add(holding.nonTransferable, stopped),
          lossByFraction: add(holding.lossByFraction, subtract(due, stopped)),
        },
      };
    }
    case 'exclusive': {
      if (next < 0) return journey; // stays with the candidate
      const due = fraction(fate.surplus, fate.papers * vote);
      return moveOn(journey, preferences, next, index, fate.value, due, vote);
    }
    case 'exclusive-at-present-value': {
      if (next >= 0) return moveOn(journey, preferences, next, index, paper.value, present, vote);
      if (fate.unable === 0n) return journey;
      const laidOnThese = fate.shortfall < fate.unable ? fate.shortfall : fate.unable;
      return stopPart(journey, multiply(present, fraction(laidOnThese, fate.unable)));
    }
    default:
      return fate satisfies never;
  }
}

/** The holder parts with `due` of the ballot; `value` of it (units) reaches the next preference, the rest is cut. */
function moveOn(
  { paper, holding }: Journey,
  preferences: readonly CandidateId[],
  next: number,
  index: number,
  value: bigint,
  due: Fraction,
  vote: bigint,
): Journey {
  const to = preferences[next];
  if (paper === null || to === undefined) throw new Error(`preference ${next} of ${preferences.length} does not exist`);
  const arrives = fraction(value, vote);
  const candidates = give(holding, paper.holder, due);
  if (!isZero(arrives)) candidates.set(to, add(candidates.get(to) ?? zero, arrives));
  return {
    paper: { holder: to, value, received: index, at: next },
    holding: { ...holding, candidates, lossByFraction: add(holding.lossByFraction, subtract(due, arrives)) },
  };
}

/** The holder parts with a part of the ballot that becomes non-transferable; the paper does not move again. */
function stopPart({ paper, holding }: Journey, part: Fraction): Journey {
  if (paper === null) throw new Error('a ballot that no longer moves cannot stop again');
  return {
    paper: null,
    holding: {
      ...holding,
      candidates: give(holding, paper.holder, part),
      nonTransferable: add(holding.nonTransferable, part),
    },
  };
}

/** The candidates' parts after one of them has parted with some. */
function give({ candidates }: Holding, from: CandidateId, part: Fraction): Map<CandidateId, Fraction> {
  const after = new Map(candidates);
  const left = subtract(after.get(from) ?? zero, part);
  if (isZero(left)) after.delete(from);
  else after.set(from, left);
  return after;
}
