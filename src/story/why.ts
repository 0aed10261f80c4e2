import { formatVotes } from '../basics/decimal';
import type { Count } from '../count/count';
import type { Stage, StageBecause, Tie, Transfer } from '../count/stage';
import { keepSums } from './keep-words';
import { lowestQuotientSums, runSums } from './quotient-words';
import { sampleSums } from './sample-words';
import { valueSums } from './value-sums';
import { decimalsText, listed, nameOf, namesOf, plural, votesOf, votesText, type Names } from './words';

/**
 * The arithmetic behind a stage, a line each: what was compared, how values came about, where every vote went, how a
 * tie was settled. `stage` counts from 0.
 */
export function whyWords(count: Count, stage: number, names: Names): readonly string[] {
  const here = count.stages[stage];
  if (here === undefined) throw new Error(`the count has ${count.stages.length} stages, not ${stage + 1}`);
  const before = count.stages[stage - 1] ?? null;
  return [
    ...comparedWords(here.because, count, names),
    ...here.ties.map((tie) => tieSums(tie, here, count, names)),
    ...here.transfers.flatMap((transfer, i) => [
      ...(here.transfers.length > 1 ? [`Step ${i + 1} of ${here.transfers.length}:`] : []),
      ...fateSums(transfer, here, count, names),
      bookSums(bookOf(transfer, here), count, names),
    ]),
    ...quotaSums(here, before, count),
  ];
}

/** How values came about, or which ballots moved. */
export function fateSums(transfer: Transfer, stage: Stage, count: Count, names: Names): string[] {
  const { fate } = transfer;
  if (fate.kind === 'sampled') return sampleSums(fate, count, names);
  if (fate.kind === 'quotients') return runSums(fate, stage, count, names);
  return fate.kind === 'keep-values' ? keepSums(fate, count, names) : valueSums(transfer, count);
}

/** What moved in a transfer; or all votes, where all papers are given out anew. */
function bookOf(transfer: Transfer, { nonTransferable, lossByFraction }: Stage): Book {
  const { fate, tallies } = transfer;
  const anew = fate.kind === 'quotients' || fate.kind === 'restart';
  return anew ? { gains: tallies, nonTransferable, lossByFraction } : transfer;
}

/** Whose surplus or exclusion was due, and against whom it was weighed. */
export function comparedWords(because: StageBecause, count: Count, names: Names): string[] {
  const votes = (units: bigint): string => votesText(units, count);
  switch (because.kind) {
    case 'start':
      return [];
    case 'surplus': {
      if (because.waiting.length < 2) return [];
      const waiting = because.waiting.map(({ candidate, surplus }) => `${nameOf(names, candidate)} ${votes(surplus)}`);
      const order = {
        'by-size': 'The largest goes first.',
        'by-size-then-election': 'The largest goes first, of equal ones that of whoever was elected first.',
        'by-order-of-election': 'That of whoever was elected first goes first.',
        'all-at-once': 'All go in this stage, the largest first.',
      }[because.order];
      return [`Extra votes waiting: ${listed(waiting)}. ${order}`];
    }
    case 'lowest':
      if (because.next === null) return [];
      if (because.next.vote === because.vote) return [`Lowest: ${votes(because.vote)}, which more than one has.`];
      return [
        `Lowest: ${votes(because.vote)}. Next above: ${nameOf(names, because.next.candidate)} with ${votes(because.next.vote)}.`,
      ];
    case 'together': {
      const extra = because.surpluses === 0n ? '' : ` + ${votes(because.surpluses)} extra still to be moved`;
      const { candidate, vote } = because.next;
      return [
        `Together: ${votes(because.votes)}${extra}. Next above: ${nameOf(names, candidate)} with ${votes(vote)}.`,
      ];
    }
    case 'shortfall': {
      const { leader, shortfall, together, next } = because;
      const all = namesOf(names, together.candidates);
      return [
        `${all}: ${votes(together.votes)} between them. Next above: ${nameOf(names, next.candidate)} with ${votes(next.vote)}.`,
        `Those who go out: ${votes(because.votes)} between them. ${nameOf(names, leader.candidate)} has most, ${votes(leader.vote)}, and is ${votes(shortfall)} short of the quota.`,
      ];
    }
    case 'sure-loser': {
      const { candidate, vote } = because.next;
      return [
        `Lowest: ${votes(because.vote)} + ${votes(because.surpluses)} extra still to be shared. Next above: ${nameOf(names, candidate)} with ${votes(vote)}.`,
      ];
    }
    case 'sharing': {
      const waiting = because.waiting.map(({ candidate, surplus }) => `${nameOf(names, candidate)} ${votes(surplus)}`);
      return [
        `Extra votes: ${waiting.join(' + ')}${waiting.length > 1 ? ` = ${votes(because.surpluses)}` : ''}. They are shared until less than ${votes(because.below)} is left, or somebody is elected.`,
      ];
    }
    case 'quotient-over-quota':
      return [];
    case 'lowest-quotient':
      return lowestQuotientSums(because, count, names);
    case 'fewer-than':
      return [`At the first exclusion everyone with fewer than ${votesOf(because.votes, count)} goes out.`];
    case 'doomed':
      return [];
    default:
      return because satisfies never;
  }
}

/** What each tied candidate had where they differed, or that they never did. */
export function tieSums({ purpose, tied, resolvedBy }: Tie, here: Stage, count: Count, names: Names): string {
  if (resolvedBy.kind === 'larger-sub-parcel')
    return `What is left of their shares after the whole ballots is equal; ${plural(resolvedBy.papers, 'ballot', 'ballots')} is the larger pile.`;
  if (resolvedBy.kind === 'lot') {
    const { among } = resolvedBy;
    if (purpose === 'fraction' && among.length === tied.length)
      return 'What is left of their shares after the whole ballots is equal, so a lot was drawn.';
    const who = among.length < tied.length ? namesOf(names, among) : 'They';
    return `${who} never differed at an earlier stage that counts, so a lot was drawn.`;
  }
  if (resolvedBy.kind === 'prescribed') {
    const { among } = resolvedBy;
    const who = among.length < tied.length ? namesOf(names, among) : 'They';
    return `${who} never differed at an earlier stage that counts, so the numbers that the rule prescribes decided.`;
  }
  const { stage, transfer } = resolvedBy;
  const tallies = transfer === null ? count.stages[0]?.tallies : talliesAfter(count, transfer);
  const had = tied.map((candidate) => `${nameOf(names, candidate)} ${votesText(tallies?.[candidate] ?? 0n, count)}`);
  return `At stage ${stage}${stage === here.number ? ' (earlier in it)' : ''}: ${listed(had)}.`;
}

/** Everyone's votes after the transfer with this index in the count. */
const talliesAfter = ({ stages }: Count, transfer: number): readonly bigint[] | undefined =>
  stages.flatMap(({ transfers }) => transfers)[transfer]?.tallies;

type Book = Pick<Transfer, 'gains' | 'nonTransferable' | 'lossByFraction'>;

/** Where all the votes of a transfer went; the parts add up to the whole. */
function bookSums({ gains, nonTransferable, lossByFraction }: Book, count: Count, names: Names): string {
  const votes = (units: bigint): string => votesText(units, count);
  const parts = gains
    .map((gain, candidate) => ({ gain, candidate }))
    .filter(({ gain }) => gain !== 0n)
    .sort((a, b) => (b.gain > a.gain ? 1 : b.gain < a.gain ? -1 : a.candidate - b.candidate))
    .map(({ gain, candidate }) => `${nameOf(names, candidate)} ${votes(gain)}`);
  if (nonTransferable !== 0n) parts.push(`stopped ${votes(nonTransferable)}`);
  // Piles that were cut apart can win back what they had lost.
  if (lossByFraction !== 0n) {
    parts.push(`${lossByFraction > 0n ? 'lost in rounding' : 'won back from rounding'} ${votes(lossByFraction)}`);
  }
  const moved = gains.reduce((sum, gain) => sum + gain, nonTransferable + lossByFraction);
  if (parts.length === 0) return 'No vote moves.';
  const where = 'Where the votes go: ';
  if (parts.length === 1) return `${where}${parts.join('')}.`;
  // Exact fractions may not add up once they are written as decimals.
  const written = (units: bigint): bigint => BigInt(formatVotes(units, count).replace('.', ''));
  const added = [...gains, nonTransferable, lossByFraction].reduce((sum, part) => sum + written(part), 0n);
  const rounded = added === written(moved) ? '' : ` (each to ${decimalsText(count.places)})`;
  return `${where}${parts.join(' + ')} = ${votes(moved)}${rounded}.`;
}

/** ERS97 5.4.8: why the quota is not what it was. */
function quotaSums({ quota, nonTransferable, lossByFraction }: Stage, before: Stage | null, count: Count): string[] {
  if (quota === null || before === null || before.quota === null || quota === before.quota) return [];
  const votes = (units: bigint): string => votesText(units, count);
  const change = `The quota ${quota < before.quota ? 'falls' : 'rises'} from ${votes(before.quota)} to ${votes(quota)}`;
  const why =
    nonTransferable === before.nonTransferable
      ? `rounding has cut off ${votesOf(lossByFraction, count)}, and ${votes(before.lossByFraction)} before`
      : `${votes(nonTransferable)} of the ${count.validBallots.toLocaleString('en-GB')} votes ${votes(nonTransferable) === '1' ? 'has' : 'have'} stopped`;
  return [`${change}, as ${why}.`];
}
