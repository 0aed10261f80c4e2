import type { CandidateId } from '../election/candidate';
import type { Contest } from './contest';
import { electReached, electRemaining } from './elect';
import { transferExcluded } from './exclude';
import type { Lots } from './lots';
import { nextStep, type NextStep } from './next-step';
import { quotaOf, reviseQuota } from './quota';
import type { Rule } from './rule';
import { sortByNextPreference } from './sort-papers';
import type { Elected, Stage, StageKind, Tie, Transfer } from './stage';
import { transferSurplus } from './surplus';
import { candidatesWho, layTable, placesLeft, take, type Table } from './table';

/** The whole proceeding and its result. Votes in units of 10^-rule.decimals. */
export interface Count {
  readonly rule: Rule;
  readonly lots: Lots;
  readonly seats: number;
  readonly candidateCount: number;
  readonly withdrawn: readonly CandidateId[];
  /** Papers with a usable first preference; only these count. */
  readonly validBallots: number;
  /** The quota set at the first stage, units. */
  readonly quota: bigint;
  readonly stages: readonly Stage[];
  /** In order of election. */
  readonly elected: readonly { readonly candidate: CandidateId; readonly stage: number }[];
  /** In order of exclusion. */
  readonly excluded: readonly { readonly candidate: CandidateId; readonly stage: number }[];
}

/** Counts to the end at once. */
export function count(contest: Contest, rule: Rule, lots: Lots): Count {
  const steps = counting(contest, rule, lots);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Counts stage by stage, so that the caller can show progress, pause or stop in between. */
export function* counting(contest: Contest, rule: Rule, lots: Lots): Generator<Stage, Count> {
  const table = layTable(contest, rule, lots);
  const opening = firstPreferences(table);
  const quota = table.quota;
  let { stage, then } = closeStage(table, opening);
  const stages = [stage];
  yield stage;
  while (then !== null) {
    table.stage += 1;
    const made: OpenStage = then.kind === 'surplus' ? surplusStage(table, then) : exclusionStage(table, then);
    ({ stage, then } = closeStage(table, made));
    stages.push(stage);
    yield stage;
  }
  const { seats, candidateCount, withdrawn } = contest;
  return {
    rule,
    lots,
    seats,
    candidateCount,
    withdrawn,
    validBallots: table.validBallots,
    quota,
    stages,
    elected: stages.flatMap(({ number, elected }) => elected.map(({ candidate }) => ({ candidate, stage: number }))),
    excluded: stages.flatMap(({ number, excluded }) => excluded.map((candidate) => ({ candidate, stage: number }))),
  };
}

/** A stage whose papers have moved but which has not been looked over for the end of the count. */
interface OpenStage extends Pick<Stage, 'deferral'> {
  readonly kind: StageKind;
  readonly of: readonly CandidateId[];
  readonly transfers: readonly Transfer[];
  readonly elected: Elected[];
  readonly excluded: CandidateId[];
  readonly ties: Tie[];
}

/** SSI 2007/42 rules 45 to 47; ERS97 5.1. */
function firstPreferences(table: Table): OpenStage {
  const rows = Uint32Array.from({ length: table.contest.ballots.copies.length }, (_, row) => row);
  const sorted = sortByNextPreference(table, rows);
  sorted.rowsFor.forEach((own, candidate) => {
    const papers = sorted.papersFor[candidate] as number;
    table.tallies[candidate] = BigInt(papers) * table.vote;
    if (own !== null) table.holdings[candidate] = [{ rows: own, papers, value: table.vote, received: null }];
    table.validBallots += papers;
  });
  table.points.push({ stage: 1, transfer: null, tallies: [...table.tallies] });
  table.quota = quotaOf(table);
  const { elected, ties } = electReached(table, null);
  return {
    kind: 'first-preferences',
    of: [],
    transfers: [],
    elected: [...elected],
    excluded: [],
    ties: [...ties],
    deferral: null,
  };
}

function surplusStage(table: Table, step: NextStep): OpenStage {
  const transfers = step.of.map((candidate) => transferSurplus(table, candidate));
  const { elected, ties } = electReached(table, 0);
  return { ...step, transfers, elected: [...elected], excluded: [], ties: [...step.ties, ...ties] };
}

/** SSI 2007/42 rule 50; ERS97 5.4: after each batch the quota is looked at again and those who reach it elected. */
function exclusionStage(table: Table, step: NextStep): OpenStage {
  for (const candidate of step.of) take(table, candidate, 'excluded');
  const transfers: Transfer[] = [];
  const elected: Elected[] = [];
  const ties = [...step.ties];
  for (const transfer of transferExcluded(table, step.of)) {
    transfers.push(transfer);
    reviseQuota(table);
    const election = electReached(table, transfers.length - 1);
    elected.push(...election.elected);
    ties.push(...election.ties);
    if (placesLeft(table) === 0) break; // ERS97 5.5.2: no further transfers
  }
  return { ...step, transfers, elected, excluded: [...step.of], ties };
}

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
  if (placesLeft(table) > 0) {
    const continuing = candidatesWho(table, 'continuing').length;
    if (continuing > placesLeft(table)) then = nextStep(table);
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
  };
  return { stage, then };
}
