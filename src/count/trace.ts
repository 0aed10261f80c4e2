import { one, type Fraction } from '../basics/fraction';
import { skippedPreference } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { Count } from './count';
import { preferencesRead } from './read-ballots';
import { traceMarks } from './marks/trace-marks';
import { traceKeepValues } from './keep/trace-keep';
import { traceQuotients } from './quotients/trace-quotients';
import { ordersOnPaper } from './transfers/split-equal';
import { traceSplit } from './transfers/trace-split';
import { traceTransfers } from './transfers/trace-transfers';

/** Who holds how much of one ballot; the parts sum to exactly its votes (`count.votesPerBallot`) + `revalued`. */
export interface Holding {
  /** Parts above zero, by candidate. */
  readonly candidates: ReadonlyMap<CandidateId, Fraction>;
  /** Or not given: Xs the ballot could have given to more names. */
  readonly nonTransferable: Fraction;
  readonly lossByFraction: Fraction;
  /**
   * What the ballot has gained from others, or lost to them, where a rule values papers alike that were not worth the
   * same (unweighted surpluses); 0 under every other rule, and 0 over all ballots of a count.
   */
  readonly revalued: Fraction;
}

/** The holding at the end of every stage of the count, and within it after every transfer. */
export interface TracedStage {
  readonly holding: Holding;
  readonly afterTransfers: readonly Holding[];
  /**
   * Whom the ballot names and the count has looked at by then, to find who can take any of it: those it went to, and
   * those who could not have it. In the order of the ballot, without the withdrawn; whoever is missing was not read yet.
   */
  readonly read: readonly CandidateId[];
}

/**
 * Follows one ballot through a count. Exact: summed over all ballots of the count the parts are the tallies, the
 * non-transferable votes and the loss by fraction, to the last unit. Null when the ballot has no usable preference
 * and so is not a valid one. `joined` are the places in the preferences, from 0, whose candidate is ranked equal with
 * the one just before.
 *
 * Where papers move whole, equal ballots go different ways: `which`, from 0, is the one followed of those the rule reads
 * alike, in the order they came. One that was not among those counted is never drawn for a surplus: it stays where only
 * some papers move on.
 */
export function trace(
  count: Count,
  preferences: readonly CandidateId[],
  joined: readonly number[] = [],
  which = 0,
): readonly TracedStage[] | null {
  const read = preferencesRead({ preferences, joined }, count.rule);
  const usable = usablePreferences(count, read);
  if (usable.length === 0) return null;
  const { rule } = count;
  switch (rule.method) {
    case 'transfers':
      if (rule.equalPreference === 'shared' && joined.length > 0) {
        const orders = ordersOnPaper({ preferences, joined }, rule, count.withdrawn);
        return traceSplit(
          count,
          rule,
          orders.map((order) => usablePreferences(count, order)),
        );
      }
      return traceTransfers(count, rule, { usable, read, which, part: one, value: one });
    case 'marks':
      return traceMarks(count, usable);
    case 'keep-values':
      // Read otherwise, equals are gone, and the places after them are others than on the paper.
      return traceKeepValues(count, rule, ranksOf(read, rule.equalPreference === 'shared' ? joined : [], usable));
    case 'quotients':
      return traceQuotients(count, usable);
    default:
      return rule satisfies never;
  }
}

/** Those of them that can count: without the withdrawn, and up to or past a number left out. */
function usablePreferences(count: Count, preferences: readonly CandidateId[]): CandidateId[] {
  const gap = preferences.indexOf(skippedPreference);
  const read = count.rule.skippedPreference === 'stops' && gap >= 0 ? preferences.slice(0, gap) : preferences;
  return read.filter((candidate) => candidate !== skippedPreference && !count.withdrawn.includes(candidate));
}

/** The usable candidates by rank: one each, or several who are equal. */
function ranksOf(
  read: readonly CandidateId[],
  joined: readonly number[],
  usable: readonly CandidateId[],
): readonly (readonly CandidateId[])[] {
  const ranks: CandidateId[][] = [];
  read.forEach((candidate, place) => {
    const last = ranks.at(-1);
    if (last !== undefined && joined.includes(place)) last.push(candidate);
    else ranks.push([candidate]);
  });
  return ranks.map((rank) => rank.filter((candidate) => usable.includes(candidate)));
}
