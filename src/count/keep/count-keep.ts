import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { Proceeding } from '../count';
import type { Lots } from '../lots';
import type { KeepRule } from '../rule';
import { candidatesWho, newRestraints, placesLeft, type Election } from '../standing';
import type { Elected, KeepFate, Stage, StageBecause, StageKind, Tie, Transfer } from '../stage';
import { electReached, electRemaining } from './elect';
import { doomedToExclude, lowest, sureLosers, type NextExclusion } from './next-exclusion';
import { countVotes, exclude, improveKeepValues, layTable, surplusOf, surpluses, type KeepTable } from './table';

/** What comes next: the sharing of all surpluses, or an exclusion. */
type NextStep = { readonly kind: 'surplus' } | (NextExclusion & { readonly kind: 'exclusion' });

/**
 * Counts by keep values. The first stage has the first preferences. Each further one either shares the surpluses, in
 * iterations up to an election or until they have been shared, or excludes candidates and counts the votes once.
 */
export function* countingKeepValues(contest: Contest, rule: KeepRule, lots: Lots): Generator<Stage, Proceeding> {
  const table = layTable(contest, rule, lots);
  const stages: Stage[] = [];
  let { stage, then } = closeStage(table, firstPreferences(table));
  const { quota } = table;
  stages.push(stage);
  yield stage;
  while (then !== null) {
    table.stage += 1;
    ({ stage, then } = closeStage(table, then.kind === 'surplus' ? shareSurpluses(table) : excludeLowest(table, then)));
    stages.push(stage);
    yield stage;
  }
  const { vote, tree } = table;
  return { vote, places: rule.decimals, validBallots: tree.validBallots, votesPerBallot: 1, quota, stages };
}

/** A stage whose votes have been counted but which has not been looked over for the end of the count. */
interface OpenStage {
  readonly kind: StageKind;
  readonly because: StageBecause;
  readonly of: readonly CandidateId[];
  readonly transfers: readonly Transfer[];
  readonly elected: readonly Elected[];
  readonly excluded: readonly CandidateId[];
  readonly ties: readonly Tie[];
}

function firstPreferences(table: KeepTable): OpenStage {
  countVotes(table);
  const because = { kind: 'start' } as const;
  return { kind: 'first-preferences', because, of: [], transfers: [], excluded: [], ...electReached(table, null) };
}

/**
 * PRF reference rule B.2; NZ 2001 sch. 1A cl. 7 to 17. Keep values are improved and votes counted anew until somebody
 * is elected or the surpluses have been shared.
 */
function shareSurpluses(table: KeepTable): OpenStage {
  const { rule } = table;
  const before = beginTransfer(table);
  const holders = candidatesWho(table, 'elected').filter((candidate) => surplusOf(table, candidate) > 0n);
  const waiting = holders.map((candidate) => ({ candidate, surplus: surplusOf(table, candidate) }));
  const because = { kind: 'sharing', waiting, surpluses: surpluses(table), below: tolerance(table) } as const;
  let election: Election = { elected: [], ties: [] };
  let iterations = 0;
  let ended: KeepFate['ended'] | null = null;
  const seen = new Set([table.keep.join()]);
  while (ended === null) {
    const last = surpluses(table);
    improveKeepValues(table);
    const values = table.keep.join();
    const again = seen.has(values); // with few decimals, rounding can lead round in a circle
    seen.add(values);
    countVotes(table);
    iterations += 1;
    if (rule.recognised === 'each-iteration') election = electReached(table, 0);
    if (election.elected.length > 0) ended = 'elected';
    else if (surpluses(table) < tolerance(table)) ended = 'shared';
    else if (sureLosers(table) !== null) ended = 'sure-loser';
    else if (again || (rule.stalled === 'surplus-not-smaller' && surpluses(table) >= last)) ended = 'stalled';
  }
  if (rule.recognised === 'after-sharing') election = electReached(table, 0);
  const transfer = endTransfer(table, before, holders, { iterations, ended });
  return { kind: 'surplus', because, of: holders, transfers: [transfer], excluded: [], ...election };
}

function excludeLowest(table: KeepTable, { of, because, ties }: NextExclusion): OpenStage {
  const before = beginTransfer(table);
  exclude(table, of);
  if (table.rule.keepAtExclusion === 'improved') improveKeepValues(table);
  countVotes(table);
  const { elected, ties: more } = electReached(table, 0);
  const transfer = endTransfer(table, before, of, { iterations: 1, ended: elected.length > 0 ? 'elected' : 'once' });
  return { kind: 'exclusion', because, of, transfers: [transfer], elected, excluded: of, ties: [...ties, ...more] };
}

/**
 * Ends a stage: fills the last places where as many candidates are left, and otherwise says what comes next. Whoever is
 * left when all places are filled is formally excluded.
 */
function closeStage(table: KeepTable, open: OpenStage): { stage: Stage; then: NextStep | null } {
  const elected = [...open.elected];
  const excluded = [...open.excluded];
  const ties = [...open.ties];
  const last = open.transfers.length === 0 ? null : 0;
  let then: NextStep | null = null;
  if (placesLeft(table) > 0) {
    const continuing = candidatesWho(table, 'continuing').length;
    if (continuing > placesLeft(table)) then = nextStep(table, open);
    if (then?.kind === 'exclusion' && table.rule.lastExclusion === 'stop') {
      if (continuing - then.of.length <= placesLeft(table)) {
        for (const candidate of then.of) table.standing[candidate] = 'excluded';
        excluded.push(...then.of);
        ties.push(...then.ties);
        then = null;
      }
    }
    if (then === null) elected.push(...electRemaining(table, last));
  }
  if (then === null) {
    for (const candidate of candidatesWho(table, 'continuing')) {
      table.standing[candidate] = 'excluded';
      excluded.push(candidate);
    }
  }
  const restraints = then === null ? [] : newRestraints(table);
  const { stage: number, tallies, nonTransferable, lossByFraction, quota } = table;
  const { kind, because, of, transfers } = open;
  const counted = { number, kind, because, of, transfers, tallies, nonTransferable, lossByFraction, quota };
  return { stage: { ...counted, elected, excluded, ties, restraints, deferral: null, startsAgain: false }, then };
}

/** After a sharing that elected nobody there is nothing left to share; else there is while the surpluses are enough. */
function nextStep(table: KeepTable, { kind, elected }: OpenStage): NextStep {
  const sure = doomedToExclude(table) ?? sureLosers(table);
  if (sure !== null) return { kind: 'exclusion', ...sure };
  const done = kind === 'surplus' && elected.length === 0;
  if (surpluses(table) >= tolerance(table) && !done) return { kind: 'surplus' };
  return { kind: 'exclusion', ...lowest(table) };
}

/** The surpluses below which they have been shared, units. */
const tolerance = ({ rule }: KeepTable): bigint => 10n ** BigInt(rule.decimals - rule.surplusBelow);

interface Before extends Pick<KeepTable, 'tallies' | 'nonTransferable' | 'lossByFraction'> {
  readonly receivers: readonly CandidateId[];
}

function beginTransfer(table: KeepTable): Before {
  const { tallies, nonTransferable, lossByFraction } = table;
  const receivers = [...candidatesWho(table, 'elected'), ...candidatesWho(table, 'continuing')].sort((a, b) => a - b);
  return { tallies, nonTransferable, lossByFraction, receivers };
}

function endTransfer(
  table: KeepTable,
  before: Before,
  from: readonly CandidateId[],
  { iterations, ended }: Pick<KeepFate, 'iterations' | 'ended'>,
): Transfer {
  const { tallies, nonTransferable, lossByFraction } = table;
  table.transfers += 1;
  const keep = Array.from(table.keep, BigInt);
  return {
    from,
    selection: { kind: 'all' },
    fate: { kind: 'keep-values', keep, iterations, ended, surpluses: surpluses(table) },
    receivers: before.receivers.filter((candidate) => table.standing[candidate] !== 'excluded'),
    papers: [],
    gains: tallies.map((tally, candidate) => {
      const gain = tally - (before.tallies[candidate] ?? 0n);
      return gain > 0n ? gain : 0n;
    }),
    nonTransferable: nonTransferable - before.nonTransferable,
    lossByFraction: lossByFraction - before.lossByFraction,
    tallies,
  };
}
