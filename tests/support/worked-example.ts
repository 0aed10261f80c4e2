import { formatVotes } from '../../src/basics/decimal';
import type { Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { contestOf } from './contests';
import { expectTracesToSum } from './traces';

/** An example's ballots, "3: A B" for three papers, separated by commas; candidates in the order named. */
export class Example {
  readonly names: readonly string[];
  readonly contest: Contest;

  constructor(names: string, seats: number, ballots: string) {
    this.names = names.split(' ');
    const ids = (line: string): string => line.replace(/[A-Za-z]\w*/g, (name) => String(this.idOf(name)));
    this.contest = contestOf(seats, this.names.length, ballots.split(',').map(ids));
  }

  idOf(name: string): number {
    const id = this.names.indexOf(name);
    if (id < 0) throw new Error(`${name} does not stand`);
    return id;
  }

  /** Counts with lots drawn for `first` first, and then in the order named. */
  count(rule: Rule, first: readonly string[] = []): Count {
    const drawn = first.map((name) => this.idOf(name));
    const others = this.names.map((_, id) => id).filter((id) => !drawn.includes(id));
    const result = count(this.contest, rule, { kind: 'listed', order: [...drawn, ...others] });
    expectTracesToSum(result, this.contest);
    return result;
  }

  winners({ elected }: Count): string {
    return elected.map(({ candidate }) => this.names[candidate]).join(' ');
  }
}

export const votes = ({ vote }: Count, units: bigint | null | undefined, places = 0): string =>
  formatVotes(units ?? -1n, { vote, places });

/** Everyone's votes at the end of a stage, or after a transfer of it. */
export function row(result: Count, stage: number, places = 0, transfer?: number): string {
  const at = result.stages[stage - 1];
  const tallies = transfer === undefined ? at?.tallies : at?.transfers[transfer]?.tallies;
  return (tallies ?? []).map((units) => votes(result, units, places)).join(' ');
}

/** What candidates were given in a transfer. */
export const gains = (result: Count, stage: number, transfer = 0, places = 0): string =>
  (result.stages[stage - 1]?.transfers[transfer]?.gains ?? []).map((units) => votes(result, units, places)).join(' ');

/** Whose surplus moved or who was excluded, stage by stage. */
export const courseOf = ({ names }: Example, { stages }: Count): string[] =>
  stages.slice(1).map(({ kind, of }) => `${kind} ${of.map((id) => names[id]).join(' ')}`);
