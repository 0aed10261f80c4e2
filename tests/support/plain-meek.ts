import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import type { KeepRule } from '../../src/count/rule';
import { ballotAt, skippedPreference } from '../../src/election/ballots';

/*
 * Counting by keep values in the plainest way: every ballot walked in every iteration, big integers throughout. Slow,
 * and of the count's own code it uses none.
 */

/** Who was elected or excluded, and everyone's votes and the quota at the time, units. */
interface Happened {
  readonly elected: readonly number[];
  readonly defeated: number | null;
  readonly tallies: readonly bigint[];
  readonly quota: bigint | null;
}

interface PlainBallot {
  readonly copies: bigint;
  /** One name each, or several that are equal. */
  readonly ranks: readonly (readonly number[])[];
}

/** Ballots with a usable preference, as the rule reads them. */
function plainBallots({ ballots, withdrawn }: Contest, rule: KeepRule): PlainBallot[] {
  const read: PlainBallot[] = [];
  for (let row = 0; row < ballots.copies.length; row++) {
    const { copies, preferences, joined = [] } = ballotAt(ballots, row);
    const ranks: number[][] = [];
    preferences.forEach((name, place) => {
      if (joined.includes(place)) ranks.at(-1)?.push(name);
      else ranks.push([name]);
    });
    const gap = ranks.findIndex(([name]) => name === skippedPreference);
    const upTo = rule.skippedPreference === 'stops' && gap >= 0 ? ranks.slice(0, gap) : ranks;
    const stand = (name: number): boolean => name !== skippedPreference && !withdrawn.includes(name);
    const usable = upTo.map((rank) => rank.filter(stand)).filter((rank) => rank.length > 0);
    if (usable.length > 0) read.push({ copies: BigInt(copies), ranks: usable });
  }
  return read;
}

interface Divided {
  readonly kept: readonly bigint[];
  readonly onward: bigint;
}

function alone(rule: KeepRule, left: bigint, keep: bigint): Divided {
  const scale = 10n ** BigInt(rule.decimals);
  let kept = (left * keep) / scale;
  if (rule.sharing === 'warren') kept = keep < left ? keep : left;
  else if (rule.rounding === 'kept-up' && kept * scale < left * keep) kept += 1n;
  const cut = rule.sharing === 'meek' && rule.rounding === 'both-cut';
  return { kept: [kept], onward: cut ? (left * (scale - keep)) / scale : left - kept };
}

/** Candidates ranked equal: every order they could be put in is gone through, each for as much as any other. */
function inAllOrders(rule: KeepRule, left: bigint, keeps: readonly bigint[]): Divided {
  const scale = 10n ** BigInt(rule.decimals);
  const orders = ordersOf(keeps.map((_, i) => i));
  const many = BigInt(orders.length);
  if (rule.sharing === 'warren') {
    const kept = keeps.map(() => 0n);
    let onward = 0n;
    for (const order of orders) {
      let rest = left;
      for (const i of order) {
        const keep = keeps[i] ?? 0n;
        const takes = keep < rest ? keep : rest;
        kept[i] = (kept[i] ?? 0n) + takes;
        rest -= takes;
      }
      onward += rest;
    }
    return { kept: kept.map((sum) => sum / many), onward: onward / many };
  }
  // In units to the power of how many there are, so that nothing is cut before the shares are.
  const whole = scale ** BigInt(keeps.length);
  const shares = keeps.map(() => 0n);
  let passed = 0n;
  for (const order of orders) {
    let rest = whole;
    for (const i of order) {
      const takes = (rest / scale) * (keeps[i] ?? 0n);
      shares[i] = (shares[i] ?? 0n) + takes;
      rest -= takes;
    }
    passed += rest;
  }
  const cut = (sum: bigint): bigint => (((sum * scale) / (many * whole)) * left) / scale;
  return { kept: shares.map(cut), onward: cut(passed) };
}

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

/** Votes by CandidateId and those nobody gets, units, for these keep values. */
function plainVotes(ballots: readonly PlainBallot[], rule: KeepRule, keep: readonly bigint[]) {
  const scale = 10n ** BigInt(rule.decimals);
  const tallies = keep.map(() => 0n);
  let nonTransferable = 0n;
  for (const { copies, ranks } of ballots) {
    let left = scale;
    for (const rank of ranks) {
      const taking = rank.filter((name) => (keep[name] ?? 0n) > 0n);
      if (taking.length === 0) continue;
      const keeps = taking.map((name) => keep[name] ?? 0n);
      const { kept, onward } = taking.length === 1 ? alone(rule, left, keeps[0] ?? 0n) : inAllOrders(rule, left, keeps);
      taking.forEach((name, i) => {
        tallies[name] = (tallies[name] ?? 0n) + (kept[i] ?? 0n) * copies;
      });
      left = onward;
    }
    nonTransferable += left * copies;
  }
  return { tallies, nonTransferable };
}

/** What happened, in order, with the votes at the time: the PRF reference Meek rule step by step, or Warren's so. */
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
  const events: Happened[] = [];
  // B.1
  while (elected.length < contest.seats && elected.length + hopeful.length > contest.seats) {
    let last: bigint | null = null;
    const seen = new Set<string>([keep.join()]);
    let again = false;
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
      const noSmaller = rule.stalled === 'surplus-not-smaller' && last !== null && surplus >= last;
      if (surplus < omega || noSmaller || again) {
        // B.3
        const fewest = hopeful.map(votes).reduce((a, b) => (b < a ? b : a));
        const level = rule.level === 'within-surplus' ? surplus : 0n;
        const tied = hopeful.filter((id) => votes(id) <= fewest + level);
        const out = lots.find((id) => tied.includes(id)) ?? -1;
        keep[out] = 0n;
        hopeful = hopeful.filter((id) => id !== out);
        defeated.push(out);
        events.push({ elected: [], defeated: out, tallies, quota });
        break;
      }
      last = surplus; // B.2.f
      for (const id of elected) {
        if (votes(id) === 0n) continue;
        const next = up(up((keep[id] ?? 0n) * quota, scale) * scale, votes(id));
        keep[id] = next < scale ? next : scale;
      }
      again = rule.stalled === 'keep-values-again' && seen.has(keep.join());
      seen.add(keep.join());
    }
  }
  return { events, winners: elected.length < contest.seats ? [...elected, ...hopeful] : elected };
}

/** Everyone's votes when somebody is elected at the quota or excluded, and who. */
export function events({ stages, seats }: Count): Happened[] {
  const happened: Happened[] = [];
  let elected = 0;
  stages.forEach((stage, i) => {
    const { tallies, quota } = stage;
    const atQuota = stage.elected.flatMap(({ candidate, because }) => (because.kind === 'quota' ? [candidate] : []));
    elected += atQuota.length;
    if (atQuota.length > 0) {
      happened.push({ elected: atQuota.sort((a, b) => a - b), defeated: null, tallies, quota });
    }
    const next = stages[i + 1];
    const out =
      next?.kind === 'exclusion'
        ? next.of[0]
        : next === undefined && elected < seats
          ? stage.excluded.find((candidate) => !stage.of.includes(candidate))
          : undefined;
    if (out !== undefined) happened.push({ elected: [], defeated: out, tallies, quota });
  });
  return happened;
}
