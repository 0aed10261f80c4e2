import { formatVotes } from '../basics/decimal';
import type { Count } from '../count/count';

/**
 * The shape `npm run count -- --json` prints; a contract, written down in docs/count-json.md. Numbers of votes are
 * decimal strings with the rule's own decimals; candidates are indexes into `candidates`, from 0; non-transferable
 * votes and loss by fraction are totals so far; a quota is null under a rule that has none.
 */
export interface CountJson {
  readonly rule: string;
  readonly title: string;
  readonly seats: number;
  readonly quota: string | null;
  readonly validBallots: number;
  readonly votesPerBallot: number;
  readonly candidates: readonly string[];
  readonly elected: readonly { readonly candidate: number; readonly stage: number }[];
  readonly stages: readonly {
    readonly number: number;
    readonly kind: string;
    readonly of: readonly number[];
    readonly tallies: readonly string[];
    readonly nonTransferable: string;
    readonly lossByFraction: string;
    readonly elected: readonly number[];
    readonly excluded: readonly number[];
    readonly quota: string | null;
    readonly startsAgain: boolean;
  }[];
}

export function countToJson(count: Count, title: string, names: readonly string[]): CountJson {
  const votes = (units: bigint): string => formatVotes(units, count);
  const quotaText = (units: bigint | null): string | null => (units === null ? null : votes(units));
  return {
    rule: count.rule.id,
    title,
    seats: count.seats,
    quota: quotaText(count.quota),
    validBallots: count.validBallots,
    votesPerBallot: count.votesPerBallot,
    candidates: names,
    elected: count.elected,
    stages: count.stages.map((stage) => ({
      number: stage.number,
      kind: stage.kind,
      of: stage.of,
      tallies: stage.tallies.map(votes),
      nonTransferable: votes(stage.nonTransferable),
      lossByFraction: votes(stage.lossByFraction),
      elected: stage.elected.map(({ candidate }) => candidate),
      excluded: stage.excluded,
      quota: quotaText(stage.quota),
      startsAgain: stage.startsAgain,
    })),
  };
}
