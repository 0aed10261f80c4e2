import { unitsPerVote } from '../../basics/decimal';
import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import { inOrderToRead } from '../papers/in-order-to-read';
import { layPapers } from '../papers/laid-papers';
import type { Proceeding } from '../count';
import type { Lots } from '../lots';
import type { TransferRule } from '../rule';
import type { Elected, Stage, StageBecause, StageKind, Tie, Transfer } from '../stage';
import { electLast, electReached, electRemaining } from './elect';
import { dealPapers, startAgain } from './deal-papers';
import { transferExcluded } from './exclude';
import { nextStep, surplusStep, type NextStep } from './next-step';
import { fromTheTop, newNotes } from './notes';
import { quotaOf, reviseQuota } from './quota';
import { passOn } from './sample-first-count';
import { transferEveryNth, transferInProportion } from './sample-surplus';
import { looksAtOrder, singlePapers } from './single-papers';
import { splitEqual } from './split-equal';
import { transferSurplus } from './surplus';
import { candidatesWho, layTable, newRestraints, placesLeft, take, type Table } from './table';

/** Decimals an exact count is written with; its numbers are kept whole. */
const placesOfExact = 5;

/** Counts by handing papers on, stage by stage. */
export function* countingTransfers(cast: Contest, rule: TransferRule, lots: Lots): Generator<Stage, Proceeding> {
  const exact = rule.decimals === 'exact';
  const places = rule.decimals === 'exact' ? placesOfExact : rule.decimals;
  const single = looksAtOrder(rule);
  const split = splitEqual(cast, rule);
  // The order of the rows is that of the papers, or that of their parts.
  const asGiven = split !== null || (single && lots.kind === 'listed');
  const contest = split?.contest ?? (asGiven ? cast : inOrderToRead(cast));
  const papers = single ? singlePapers(contest) : layPapers(contest, rule, split?.parts ?? null);
  const notes = exact ? newNotes() : null;
  let vote = exact ? 1n : unitsPerVote(places);
  let quota = 0n;
  let validBallots = 0;
  let stages: Stage[] = [];
  // An exact count learns its unit on a first round that nobody sees.
  for (let round = exact ? 1 : 2; round <= 2; round++) {
    stages = [];
    const table = layTable(contest, rule, lots, papers, vote, notes && fromTheTop(notes));
    const opening = firstPreferences(table);
    ({ quota, validBallots } = table);
    let { stage, then } = closeStage(table, opening);
    stages.push(stage);
    if (round === 2) yield stage;
    while (then !== null) {
      table.stage += 1;
      const made: OpenStage = then.kind === 'surplus' ? surplusStage(table, then) : exclusionStage(table, then);
      ({ stage, then } = closeStage(table, made));
      stages.push(stage);
      if (round === 2) yield stage;
    }
    ({ vote } = table);
  }
  return { vote, places, validBallots, votesPerBallot: 1, quota, stages };
}

/** A stage whose papers have moved but which has not been looked over for the end of the count. */
interface OpenStage extends Pick<Stage, 'deferral'> {
  readonly kind: StageKind;
  readonly because: StageBecause;
  readonly of: readonly CandidateId[];
  readonly transfers: readonly Transfer[];
  readonly elected: Elected[];
  readonly excluded: CandidateId[];
  readonly ties: Tie[];
}

/** SSI 2007/42 rules 45 to 47; ERS97 5.1. */
function firstPreferences(table: Table): OpenStage {
  const dealt = dealPapers(table, null);
  table.validBallots = dealt.papers;
  table.cutAtFirst = dealt.cut;
  table.lossByFraction = dealt.cut;
  table.points.push({ stage: 1, transfer: null, tallies: [...table.tallies] });
  table.quota = quotaOf(table);
  const passed = table.rule.firstCount === 'until-quota' ? passOn(table) : { transfers: [], elected: [] };
  const { elected, ties } = electReached(table, null);
  return {
    kind: 'first-preferences',
    because: { kind: 'start' },
    of: [],
    transfers: passed.transfers,
    elected: [...passed.elected, ...elected],
    excluded: [],
    ties: [...ties],
    deferral: null,
  };
}

function surplusStage(table: Table, step: NextStep): OpenStage {
  return transferring(table, step, function* (ties) {
    for (const candidate of step.of) yield* surplusTransfers(table, candidate, ties);
  });
}

function surplusTransfers(table: Table, candidate: CandidateId, ties: Tie[]): Iterable<Transfer> {
  const { surplusValue } = table.rule;
  switch (surplusValue) {
    case 'weighted':
    case 'unweighted':
      return [transferSurplus(table, candidate)];
    case 'whole-in-proportion':
      return [transferInProportion(table, candidate, ties)];
    case 'whole-every-nth':
      return transferEveryNth(table, candidate);
    default:
      return surplusValue satisfies never;
  }
}

/** SSI 2007/42 rule 50; ERS97 5.4: after each batch the quota is looked at again and those who reach it elected. */
function exclusionStage(table: Table, step: NextStep): OpenStage {
  const { excludedPapers } = table.rule;
  for (const candidate of step.of) take(table, candidate, 'excluded');
  if (excludedPapers === 'restart') return restart(table, step);
  const open = transferring(table, step, () => transferExcluded(table, step.of, excludedPapers));
  return { ...open, excluded: [...step.of] };
}

/** The excluded are out and everything else is as at the start of a count without them. */
function restart(table: Table, step: NextStep): OpenStage {
  const again = startAgain(table, step.of);
  const passed = table.rule.firstCount === 'until-quota' ? passOn(table) : { transfers: [], elected: [] };
  const transfers = [again, ...passed.transfers];
  const filled = passed.elected.map((one) => ({ ...one, afterTransfer: (one.afterTransfer ?? -1) + 1 }));
  const { elected, ties } = electReached(table, transfers.length - 1);
  return {
    ...step,
    transfers,
    elected: [...filled, ...elected],
    excluded: [...step.of],
    ties: [...step.ties, ...ties],
  };
}

function transferring(table: Table, step: NextStep, moves: (ties: Tie[]) => Iterable<Transfer>): OpenStage {
  const transfers: Transfer[] = [];
  const elected: Elected[] = [];
  const ties = [...step.ties];
  const elect = (): void => {
    const election = electReached(table, transfers.length - 1);
    elected.push(...election.elected);
    ties.push(...election.ties);
  };
  for (const transfer of moves(ties)) {
    transfers.push(transfer);
    reviseQuota(table);
    if (table.rule.electing === 'stage-end') continue;
    elect();
    // ERS97 5.5.2: no further transfers; but one that someone's quota cut in two is completed (c. 54A s. 9 (l)).
    if (placesLeft(table) === 0 && !goesOn(transfer)) break;
  }
  if (table.rule.electing === 'stage-end') elect();
  const { kind, because, of, deferral } = step;
  return { kind, because, of, transfers, elected, excluded: [], ties, deferral };
}

const goesOn = ({ fate }: Transfer): boolean =>
  (fate.kind === 'part' || fate.kind === 'sampled') && fate.filled !== null;

/**
 * Ends a stage: fills the last places where the rule says so, and otherwise says what comes next. Whoever is left when
 * all places are filled is formally excluded (ERS97 5.5.2).
 */
function closeStage(table: Table, open: OpenStage): { stage: Stage; then: NextStep | null } {
  const elected = [...open.elected];
  const excluded = [...open.excluded];
  const ties = [...open.ties];
  const last = open.transfers.length === 0 ? null : open.transfers.length - 1;
  let deferral = open.deferral;
  let then: NextStep | null = null;
  if (candidatesWho(table, 'continuing').length > placesLeft(table)) {
    const filled = electLast(table, last);
    elected.push(...filled.elected);
    ties.push(...filled.ties);
  }
  if (placesLeft(table) > 0) {
    const continuing = candidatesWho(table, 'continuing').length;
    if (continuing > placesLeft(table)) then = nextStep(table);
    else if (table.rule.remaining === 'after-surpluses' && continuing > 0) then = surplusStep(table);
    if (then?.kind === 'exclusion' && table.rule.lastExclusion === 'stop') {
      if (continuing - then.of.length <= placesLeft(table)) {
        for (const candidate of then.of) take(table, candidate, 'excluded');
        excluded.push(...then.of);
        ties.push(...then.ties);
        deferral = then.deferral;
        then = null;
      }
    }
    if (then === null) elected.push(...electRemaining(table, last));
  }
  if (then === null) {
    for (const candidate of candidatesWho(table, 'continuing')) {
      take(table, candidate, 'excluded');
      excluded.push(candidate);
    }
  }
  const { tallies, nonTransferable, lossByFraction, quota } = table;
  const stage: Stage = {
    number: table.stage,
    kind: open.kind,
    because: open.because,
    of: open.of,
    transfers: open.transfers,
    tallies: [...tallies],
    nonTransferable,
    lossByFraction,
    quota,
    elected,
    excluded,
    ties,
    deferral,
    restraints: then === null ? [] : newRestraints(table),
    startsAgain: open.transfers.some(({ fate }) => fate.kind === 'restart'),
  };
  return { stage, then };
}
