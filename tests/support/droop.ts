import { readFileSync } from 'node:fs';
import { formatVotes } from '../../src/basics/decimal';
import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import type { Lots } from '../../src/count/lots';
import { paperOrder } from './public-contest';

/** What a table of a count shows after the first preferences and after every transfer, as text. */
export interface PrintedStage {
  readonly tallies: readonly string[];
  readonly stopped: string;
}

type Per = 'transfer' | 'stage';

/** The tallies of a droop dump (J. Lundell) after every transfer, or round, that moved anything, as printed. */
export function droopStages(file: string, per: Per = 'transfer'): PrintedStage[] {
  const stages: PrintedStage[] = [];
  let last = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [round = '', action, , stopped = '', ...candidates] = line.split('\t');
    const first = action === 'begin' || (action === 'count' && stages.length === 0);
    if (!first && action !== 'transfer') continue;
    if (per === 'stage' && round === last) stages.pop();
    last = round;
    stages.push({ tallies: candidates.filter((_, i) => i % 3 === 2), stopped });
  }
  return whereAnythingMoved(stages);
}

/** The order droop breaks ties by: that of the ballot file's line `[tie 3 2 1]`, else that of the paper. */
export function droopOrder(blt: string, contest: Contest): Lots {
  const line = /^\[tie ([\d ]+)\]/m.exec(readFileSync(blt, 'utf8'));
  if (line?.[1] === undefined) return paperOrder(contest);
  return {
    kind: 'listed',
    order: line[1]
      .trim()
      .split(/\s+/)
      .map((number) => Number(number) - 1),
  };
}

/** Our own count printed alike: the standing candidates only, `places` decimals. */
export function printedStages(
  { stages, vote }: Count,
  contest: Contest,
  places: number,
  per: Per = 'transfer',
): PrintedStage[] {
  const print = (units: bigint): string => formatVotes(units, { vote, places });
  const shown = (tallies: readonly bigint[], stopped: bigint): PrintedStage => ({
    tallies: tallies.filter((_, id) => !contest.withdrawn.includes(id)).map(print),
    stopped: print(stopped),
  });
  if (per === 'stage') return whereAnythingMoved(stages.map((stage) => shown(stage.tallies, stage.nonTransferable)));
  let stopped = 0n;
  const transfers = stages.flatMap(({ transfers }) =>
    transfers.map(({ tallies, nonTransferable }) => shown(tallies, (stopped += nonTransferable))),
  );
  return whereAnythingMoved([shown(stages[0]?.tallies ?? [], 0n), ...transfers]);
}

/** droop has a stage for a surplus of nothing and for an excluded candidate without a vote; neither moves any. */
function whereAnythingMoved(stages: readonly PrintedStage[]): PrintedStage[] {
  return stages.filter(({ tallies }, i) => tallies.join() !== stages[i - 1]?.tallies.join());
}
