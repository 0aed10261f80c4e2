import { add, isZero, subtract, zero, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { Stage, Transfer } from '../stage';
import type { TransferRule } from '../rule';
import type { Holding, TracedStage } from '../trace';
import { leftBehind, movedBy, passedOn, regards, type Change, type Paper } from './paper-move';
import { isAmong } from './sample-marks';

interface Journey {
  readonly paper: Paper | null;
  /** Index in the preferences of the one it stands at. */
  readonly at: number;
  /** All of the ballot, the moving part included. */
  readonly holding: Holding;
  /** How many of the preferences have been looked at. */
  readonly read: number;
}

/** The ballot that is followed. */
export interface Followed {
  /** Its preferences that can count. */
  readonly usable: readonly CandidateId[];
  /** All that the rule reads, and which of the papers alike it is, from 0: these tell it apart where papers move whole. */
  readonly read: readonly CandidateId[];
  readonly which: number;
  /** How much of a ballot it is, in votes, and what that is worth once cut: one vote each, or less of one that was split. */
  readonly part: Fraction;
  readonly value: Fraction;
}

/** Follows a ballot from transfer to transfer. */
export function traceTransfers(count: Count, rule: TransferRule, ballot: Followed): readonly TracedStage[] {
  if (ballot.usable.length === 0) throw new Error('a ballot without a usable preference has no journey');
  let journey = begin(ballot, ballot.usable, null);
  let index = 0;
  return count.stages.map((stage) => {
    const afterTransfers = stage.transfers.map((transfer) => {
      journey = follow(count, rule, journey, transfer, index, ballot);
      index += 1;
      return journey.holding;
    });
    journey = leaveExcluded(count, rule, journey, stage, index, ballot);
    return { holding: journey.holding, afterTransfers, read: ballot.usable.slice(0, journey.read) };
  });
}

/** All of it with its first preference among these candidates, or stopped where there is none. */
function begin({ usable, part, value }: Followed, among: readonly CandidateId[], received: number | null): Journey {
  const at = usable.findIndex((candidate) => among.includes(candidate));
  const holder = usable[at];
  const lossByFraction = subtract(part, value);
  const nothing = { candidates: new Map<CandidateId, Fraction>(), lossByFraction, revalued: zero };
  if (holder === undefined) {
    return { paper: null, at, holding: { ...nothing, nonTransferable: value }, read: usable.length };
  }
  return {
    paper: { holder, value, credit: value, received },
    at,
    holding: { ...nothing, candidates: changed(new Map(), holder, value), nonTransferable: zero },
    read: at + 1,
  };
}

function follow(
  count: Count,
  rule: TransferRule,
  journey: Journey,
  transfer: Transfer,
  index: number,
  ballot: Followed,
): Journey {
  const { paper, at } = journey;
  const { usable } = ballot;
  const { fate } = transfer;
  if (fate.kind === 'restart') {
    const again = begin(ballot, transfer.receivers, index);
    return { ...again, read: Math.max(journey.read, again.read) };
  }
  if (paper === null) return journey;
  switch (regards(transfer, paper)) {
    case 'no':
      return journey;
    case 'others':
      return fate.kind === 'surplus' ? changedBy(journey, leftBehind(count, paper, fate, 'others'), at) : journey;
    case 'looked': {
      const drawn = !('drawn' in fate) || isAmong(fate.drawn, ballot.read, ballot.which);
      // Sub-parcels are made of all papers looked at, drawn or not.
      const sorted = fate.kind === 'sampled' && fate.how.kind === 'in-proportion';
      if (!drawn && !sorted) return journey;
      const next = usable.findIndex((candidate, place) => place > at && transfer.receivers.includes(candidate));
      const read = Math.max(journey.read, next < 0 ? usable.length : next + 1);
      if (!drawn) return { ...journey, read };
      const change = movedBy(count, rule, transfer, index, paper, usable[next] ?? null);
      return changedBy({ ...journey, read }, change, next);
    }
  }
}

/**
 * A ballot that was not among those counted may be like none of them, and so in none of the batches in which the papers of
 * the excluded move on: it goes where all of those have gone. Where the count ends before they have, they stay.
 */
function leaveExcluded(
  count: Count,
  rule: TransferRule,
  journey: Journey,
  stage: Stage,
  index: number,
  { usable }: Followed,
): Journey {
  const { paper, at } = journey;
  if (paper === null || stage.kind !== 'exclusion' || !stage.of.includes(paper.holder)) return journey;
  if (stage.tallies[paper.holder] !== 0n || stage.number === count.stages.length) return journey;
  const settled = new Set([
    ...count.elected.filter((one) => one.stage < stage.number).map(({ candidate }) => candidate),
    ...count.excluded.filter((one) => one.stage <= stage.number).map(({ candidate }) => candidate),
  ]);
  const next = usable.findIndex((candidate, place) => place > at && !settled.has(candidate));
  const read = Math.max(journey.read, next < 0 ? usable.length : next + 1);
  return changedBy({ ...journey, read }, passedOn(count, rule, index, paper, usable[next] ?? null), next);
}

function changedBy(journey: Journey, change: Change | null, at: number): Journey {
  const { paper, holding, read } = journey;
  if (change === null || paper === null) return journey;
  const { to, brought } = change;
  const left = changed(holding.candidates, paper.holder, subtract(zero, change.parted));
  return {
    paper: change.paper,
    at,
    read,
    holding: {
      candidates: to === null ? left : changed(left, to, brought),
      nonTransferable: to === null ? add(holding.nonTransferable, brought) : holding.nonTransferable,
      lossByFraction: add(holding.lossByFraction, change.lossByFraction),
      revalued: add(holding.revalued, change.revalued),
    },
  };
}

/** The candidates' parts after one of them has gained or lost some. */
function changed(parts: Holding['candidates'], candidate: CandidateId, by: Fraction): Map<CandidateId, Fraction> {
  const after = new Map(parts);
  const left = add(after.get(candidate) ?? zero, by);
  if (isZero(left)) after.delete(candidate);
  else after.set(candidate, left);
  return after;
}
