import type { Count } from '../count/count';
import type { TransferRule } from '../count/rule';
import type { SampledFate, Stage, Transfer } from '../count/stage';
import { extraStops, listed, nameOf, ordinal, plural, votesOf, votesText, type Names } from './words';

/*
 * Sentences for rules under which papers move whole and their order says which ones.
 */

/** Where the order of the papers came from: "after mixing with the seed 7". */
const mixed = ({ lots }: Count): string =>
  lots.kind === 'seeded' ? `after mixing with the seed ${lots.seed}` : 'in the order of the file';

/** Whether ballots are worth a whole vote throughout. */
export const staysWhole = ({ surplusValue }: TransferRule): boolean =>
  surplusValue === 'whole-in-proportion' || surplusValue === 'whole-every-nth';

const many = (papers: number): string => papers.toLocaleString('en-GB');
const papersOf = ({ papers }: Transfer): number => papers.reduce((sum, entry) => sum + entry.papers, 0);
const fillers = ({ transfers }: Stage): number[] =>
  transfers.flatMap(({ fate }) =>
    (fate.kind === 'sampled' || fate.kind === 'part') && fate.filled !== null ? [fate.filled] : [],
  );

/** A surplus in whole papers: how many move, which ones, and what becomes of the rest. */
export function sampledWords(count: Count, stage: Stage, before: Stage | null, names: Names): string[] {
  return stage.of.flatMap((candidate) => {
    const transfers = stage.transfers.filter(({ from }) => from.includes(candidate));
    const fate = transfers[0]?.fate;
    if (fate?.kind !== 'sampled') return [];
    // Earlier transfers of the stage may have brought them some of it.
    const earlier = stage.transfers.slice(
      0,
      stage.transfers.findIndex(({ from }) => from.includes(candidate)),
    );
    const had = earlier.reduce((sum, { gains }) => sum + (gains[candidate] ?? 0n), before?.tallies[candidate] ?? 0n);
    const start = `${nameOf(names, candidate)} has ${votesOf(had, count)}, ${votesText(fate.surplus, count)} more than the quota.`;
    return [`${start} ${whichMove(count, fate, transfers)}${filledWords(stage, names)}`];
  });
}

function whichMove(count: Count, fate: SampledFate, transfers: readonly Transfer[]): string {
  const moved = transfers.reduce((sum, transfer) => sum + papersOf(transfer), 0);
  const selection = transfers[0]?.selection;
  const all = plural(fate.looked, 'ballot', 'ballots');
  const ballots = selection?.kind === 'received' && selection.received !== null ? `last ${all} received` : all;
  switch (fate.how.kind) {
    case 'every-nth': {
      const which = fate.how.n === 1 ? 'one after the other' : `every ${ordinal(fate.how.n)} of them`;
      const passed = 'passing over those that name nobody still in';
      return `${many(moved)} of the ${ballots} ${moves(moved)} on whole: ${which}, ${mixed(count)}, ${passed}. The others stay.`;
    }
    case 'in-proportion': {
      const able = fate.how.subParcels.reduce((sum, { papers }) => sum + papers, 0);
      const naming = able === 0 ? 'none names' : `${many(able)} ${able === 1 ? 'names' : 'name'}`;
      if (fate.shortfall > 0n) {
        const these = able === 0 ? '' : '; they all move on whole';
        return `Of the ${ballots}, ${naming} someone still in${these}, and ${extraStops(fate.shortfall, count)} here.`;
      }
      if (able === moved) return `Of the ${ballots}, ${naming} someone still in; they all move on whole.`;
      return `Of the ${ballots}, ${naming} someone still in. ${many(moved)} of these ${moves(moved)} on whole, from the pile for each next choice its share: those on top ${mixed(count)}. The others stay.`;
    }
    default:
      return fate.how satisfies never;
  }
}

const moves = (papers: number): string => (papers === 1 ? 'moves' : 'move');

/** How many ballots of each pile move, or which of all: the arithmetic, a line each. */
export function sampleSums({ how, surplus, looked }: SampledFate, count: Count, names: Names): string[] {
  const extra = votesText(surplus, count);
  switch (how.kind) {
    case 'every-nth':
      return [
        `${plural(looked, 'ballot', 'ballots')} ÷ ${extra} = ${many(looked / Number(surplus / count.vote))}: every ${ordinal(how.n)}.`,
      ];
    case 'in-proportion': {
      const able = how.subParcels.reduce((sum, { papers }) => sum + papers, 0);
      return how.subParcels.map(({ to, papers, moved }) => {
        const pile = `${to === null ? 'Nobody' : nameOf(names, to)}: ${plural(papers, 'ballot', 'ballots')}`;
        if (moved === papers) return `${pile}, all of them.`;
        const share = (papers * Number(surplus)) / Number(count.vote) / able;
        return `${pile} × ${extra} ÷ ${many(able)} = ${many(share)}, so ${many(moved)}.`;
      });
    }
    default:
      return how satisfies never;
  }
}

/** Who reached the quota while ballots were being handed out, and so got no more of them. */
export function filledWords(stage: Stage, names: Names): string {
  const filled = fillers(stage);
  if (filled.length === 0) return '';
  const who = listed(filled.map((candidate) => nameOf(names, candidate)));
  return ` ${who} ${filled.length === 1 ? 'reaches' : 'reach'} the quota on the way and ${filled.length === 1 ? 'gets' : 'get'} no more.`;
}

/** A first count that fills quotas: how many ballots came too late for their first choice. */
export function passedOnWords(count: Count, { transfers }: Stage): string[] {
  if (transfers.length === 0) return [];
  const passed = transfers.reduce((sum, transfer) => sum + papersOf(transfer), 0);
  return [
    `The ballots are sorted one by one, ${mixed(count)}, and whoever has the quota gets no more: ${plural(passed, 'ballot goes', 'ballots go')} to a next choice instead.`,
  ];
}
