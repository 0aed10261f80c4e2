import type { Count } from '../count/count';
import type { Stage, Transfer } from '../count/stage';
import { pileWords } from './pile-words';
import { extraStops, nameOf, plural, votesOf, votesText, worthText, type Names } from './words';

/** Whether all papers were dealt out in a stage and none has moved since. */
const isStart = ({ number, startsAgain }: Stage): boolean => number === 1 || startsAgain;

/** How a surplus moved: what each paper that shares in it is worth from then on. */
export function surplusWords(count: Count, transfer: Transfer, before: Stage | null, names: Names): string {
  const { from, fate, papers: moved } = transfer;
  const [candidate] = from;
  const { rule } = count;
  if (candidate === undefined || fate.kind !== 'surplus' || rule.method !== 'transfers') {
    throw new Error('a surplus is somebody’s, and moved on their papers');
  }
  // What they had just before; earlier transfers of the stage may have brought them some of it.
  const had = (transfer.tallies[candidate] ?? 0n) + fate.surplus;
  const vote = votesText(had, count);
  const papers = moved.reduce((sum, entry) => sum + entry.papers, 0);
  const able = moved.reduce((sum, entry) => sum + entry.transferable, 0);
  const surplus = votesText(fate.surplus, count);
  const start = `${nameOf(names, candidate)} has ${votesOf(had, count)}, ${surplus} more than the quota.`;
  const ballots = plural(papers, 'ballot', 'ballots');
  if (rule.surplusPapers === 'all' && rule.surplusValue === 'weighted') {
    return `${start} Each of the ${ballots} passes on that share of what it is worth: ${surplus} of every ${vote}.`;
  }
  if (rule.cutting === 'each-sub-parcel' && rule.surplusValue === 'unweighted' && fate.shortfall === 0n) {
    return `${start} ${pileWords(count, transfer, fate)}`;
  }
  const allOfThem = transfer.selection.kind === 'all' || (fate.others === 0n && before !== null && isStart(before));
  const lookedAt = allOfThem ? `Of the ${ballots}` : `Of the last ${papers === 1 ? 'ballot' : ballots} received`;
  const naming = able === 0 ? 'none names' : `${able.toLocaleString('en-GB')} ${able === 1 ? 'names' : 'name'}`;
  if (fate.shortfall > 0n) {
    const moveOn = able === 0 ? '' : '; they move on at what each is worth';
    return `${start} ${lookedAt}, ${naming} someone still in${moveOn}, and ${extraStops(fate.shortfall, count)} here.`;
  }
  const worth = moved[0] === undefined ? '' : worthText(moved[0].valueAfter, count);
  if (rule.surplusValue === 'unweighted') {
    return `${start} ${lookedAt}, ${naming} someone still in; each moves on at ${worth}.`;
  }
  const of = votesText(fate.sharing.of.numerator, { vote: fate.sharing.of.denominator, places: count.places });
  return `${start} ${lookedAt}, ${naming} someone still in; each passes on that share of what it is worth: ${surplus} of every ${of}.`;
}
