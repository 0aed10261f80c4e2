import type { Contest } from '../../src/count/contest';
import type { KeepRule } from '../../src/count/rule';
import { ballotAt, skippedPreference } from '../../src/election/ballots';

/*
 * Counting by keep values in the plainest way: every ballot walked in every iteration, big integers throughout. Slow,
 * and of the count's own code it uses none.
 */

interface PlainBallot {
  readonly copies: bigint;
  readonly names: readonly number[];
}

/** Ballots with a usable preference, as the rule reads them. */
function plainBallots({ ballots, withdrawn }: Contest, rule: KeepRule): PlainBallot[] {
  const read: PlainBallot[] = [];
  for (let row = 0; row < ballots.copies.length; row++) {
    const { copies, preferences } = ballotAt(ballots, row);
    const gap = preferences.indexOf(skippedPreference);
    const upTo = rule.skippedPreference === 'stops' && gap >= 0 ? preferences.slice(0, gap) : preferences;
    const names = upTo.filter((name) => name !== skippedPreference && !withdrawn.includes(name));
    if (names.length > 0) read.push({ copies: BigInt(copies), names });
  }
  return read;
}

/** Votes by CandidateId and those nobody gets, units, for these keep values. */
function plainVotes(ballots: readonly PlainBallot[], rule: KeepRule, keep: readonly bigint[]) {
  const scale = 10n ** BigInt(rule.decimals);
  const tallies = keep.map(() => 0n);
  let nonTransferable = 0n;
  for (const { copies, names } of ballots) {
    let left = scale;
    for (const name of names) {
      const share = keep[name] ?? 0n;
      let kept = (left * share) / scale;
      if (rule.sharing === 'warren') kept = share < left ? share : left;
      else if (rule.rounding === 'kept-up' && kept * scale < left * share) kept += 1n;
      tallies[name] = (tallies[name] ?? 0n) + kept * copies;
      left = rule.sharing === 'meek' && rule.rounding === 'both-cut' ? (left * (scale - share)) / scale : left - kept;
    }
    nonTransferable += left * copies;
  }
  return { tallies, nonTransferable };
}

/** What happened, in order, with the votes at the time: the PRF reference Meek rule step by step, for `meekPrf`. */
export function plainPrf(contest: Contest, rule: KeepRule, lots: readonly number[]) {
  const scale = 10n ** BigInt(rule.decimals);
  const omega = 10n ** BigInt(rule.decimals - rule.surplusBelow);
  const up = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
  const ballots = plainBallots(contest, rule);
  const everyone = Array.from({ length: contest.candidateCount }, (_, id) => id);
  let hopeful = everyone.filter((id) => !contest.withdrawn.includes(id));
  const elected: number[] = [];
  const defeated: number[] = [];
  const keep = everyone.map((id) => (hopeful.includes(id) ? scale : 0n));
  const events: { elected: readonly number[]; defeated: number | null; tallies: readonly bigint[]; quota: bigint }[] =
    [];
  // B.1
  while (elected.length < contest.seats && elected.length + hopeful.length > contest.seats) {
    let last: bigint | null = null;
    for (;;) {
      const { tallies } = plainVotes(ballots, rule, keep); // B.2.a
      const votes = (id: number): bigint => tallies[id] ?? 0n;
      const quota = tallies.reduce((a, b) => a + b, 0n) / BigInt(contest.seats + 1) + 1n; // B.2.b
      const winners = hopeful.filter((id) => votes(id) >= quota); // B.2.c
      elected.push(...winners);
      hopeful = hopeful.filter((id) => !winners.includes(id));
      const surplus = elected.reduce((sum, id) => (votes(id) > quota ? sum + votes(id) - quota : sum), 0n); // B.2.d
      if (winners.length > 0) {
        events.push({ elected: winners, defeated: null, tallies, quota });
        break;
      }
      if (surplus < omega || (last !== null && surplus >= last)) {
        // B.3
        const fewest = hopeful.map(votes).reduce((a, b) => (b < a ? b : a));
        const tied = hopeful.filter((id) => votes(id) <= fewest + surplus);
        const out = lots.find((id) => tied.includes(id)) ?? -1;
        keep[out] = 0n;
        hopeful = hopeful.filter((id) => id !== out);
        defeated.push(out);
        events.push({ elected: [], defeated: out, tallies, quota });
        break;
      }
      last = surplus; // B.2.f
      for (const id of elected) {
        const next = up(up((keep[id] ?? 0n) * quota, scale) * scale, votes(id));
        keep[id] = next < scale ? next : scale;
      }
    }
  }
  return { events, winners: elected.length < contest.seats ? [...elected, ...hopeful] : elected };
}
