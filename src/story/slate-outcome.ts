import { apportion } from '../basics/apportion';
import { add, fraction, subtract, toNumber, zero, type Fraction } from '../basics/fraction';
import type { Count } from '../count/count';
import type { Holding } from '../count/trace';
import type { CandidateId, SlateId } from '../election/candidate';
import type { Election } from '../election/election';

/** Candidates of one slate, or (null) those on no slate, who are a group of their own. */
export type SlateOrNone = SlateId | null;

interface VotesOfSlate {
  readonly slate: SlateOrNone;
  readonly votes: Fraction;
}

/** Where the votes of a slate ended. Its votes are those of the ballots with a first preference for it. */
interface SlateEnds {
  /** With elected candidates of its own. */
  readonly kept: Fraction;
  /** With elected candidates of others, in the order of the slates, those on no slate last. */
  readonly helped: readonly VotesOfSlate[];
  /** Still standing with candidates who were not elected, of its own and of others. */
  readonly behind: readonly VotesOfSlate[];
  /** No more names: non-transferable, or Xs not given. */
  readonly stopped: Fraction;
  /** Cut off where the rule drops fractions. */
  readonly cut: Fraction;
}

export interface SlateOutcome {
  readonly slate: SlateOrNone;
  /** Of those who did not withdraw. */
  readonly candidates: number;
  /** In order of election. */
  readonly elected: readonly CandidateId[];
  /** Votes, or Xs, of the ballots with a first preference for it, and their share of all, 0 to 1. */
  readonly votes: Fraction;
  readonly shareOfVotes: number;
  /** Of the seats filled, 0 to 1. */
  readonly shareOfSeats: number;
  readonly ends: SlateEnds;
  /**
   * What its ballots have gained from others, or lost to them (below 0), where a rule values ballots alike that were not
   * worth the same: the ends add up to the votes and this.
   */
  readonly gained: Fraction;
}

/**
 * What a count came to for every slate, in the order of the election, and last for those on no slate. `ends` are those of
 * the ballots with each first preference, by CandidateId, as `endsByFirst` has them. Exact: the kept, helped and behind of
 * all together are the tallies at the end, and so are the stopped and the cut.
 */
export function slateOutcome(count: Count, election: Election, ends: readonly Holding[]): readonly SlateOutcome[] {
  const stands = election.candidates.map((_, id) => !count.withdrawn.includes(id));
  const slateOf = (candidate: CandidateId): SlateOrNone => election.candidates[candidate]?.slate ?? null;
  const groups: readonly SlateOrNone[] = [...election.slates.keys(), null];
  const all = fraction(BigInt(count.validBallots * count.votesPerBallot));
  return groups.flatMap((slate): SlateOutcome[] => {
    const members = election.candidates.flatMap((_, id) => (stands[id] && slateOf(id) === slate ? [id] : []));
    if (members.length === 0) return [];
    const of = members.map((id) => ends[id]).filter((holding) => holding !== undefined);
    const elected = count.elected.map(({ candidate }) => candidate);
    const won = new Set(elected);
    const held = heldBySlate(of, slateOf, won, groups);
    const sum = (part: (holding: Holding) => Fraction): Fraction =>
      of.reduce((total, one) => add(total, part(one)), zero);
    const [stopped, cut, gained] = [
      sum(({ nonTransferable }) => nonTransferable),
      sum(({ lossByFraction }) => lossByFraction),
      sum(({ revalued }) => revalued),
    ];
    const standing = [...held.elected, ...held.behind].reduce((total, { votes }) => add(total, votes), zero);
    const votes = subtract(add(standing, add(stopped, cut)), gained);
    return [
      {
        slate,
        candidates: members.length,
        elected: elected.filter((candidate) => slateOf(candidate) === slate),
        votes,
        shareOfVotes: toNumber(votes) / toNumber(all),
        shareOfSeats: members.filter((id) => won.has(id)).length / Math.max(1, elected.length),
        ends: {
          kept: held.elected.find((one) => one.slate === slate)?.votes ?? zero,
          helped: held.elected.filter((one) => one.slate !== slate),
          behind: held.behind,
          stopped,
          cut,
        },
        gained,
      },
    ];
  });
}

/** What candidates hold of these ballots, by their slate: the elected, and the others; only what is above nothing. */
function heldBySlate(
  holdings: readonly Holding[],
  slateOf: (candidate: CandidateId) => SlateOrNone,
  won: ReadonlySet<CandidateId>,
  groups: readonly SlateOrNone[],
): { readonly elected: readonly VotesOfSlate[]; readonly behind: readonly VotesOfSlate[] } {
  const [elected, behind] = [new Map<SlateOrNone, Fraction>(), new Map<SlateOrNone, Fraction>()];
  for (const { candidates } of holdings) {
    for (const [candidate, part] of candidates) {
      const held = won.has(candidate) ? elected : behind;
      const slate = slateOf(candidate);
      held.set(slate, add(held.get(slate) ?? zero, part));
    }
  }
  const listed = (held: ReadonlyMap<SlateOrNone, Fraction>): VotesOfSlate[] =>
    groups.flatMap((slate) => {
      const votes = held.get(slate);
      return votes === undefined ? [] : [{ slate, votes }];
    });
  return { elected: listed(elected), behind: listed(behind) };
}

/** A part of a slate's votes, to be shown: whole votes and their share. */
export interface EndPart {
  readonly kind: 'kept' | 'helped' | 'behind' | 'stopped' | 'cut';
  /** Whom it is with; null with candidates on no slate, and where it is with nobody. */
  readonly slate: SlateOrNone;
  /** Whole votes; those of all parts add up. */
  readonly votes: number;
  /** Of all that the slate's votes came to, 0 to 1. */
  readonly share: number;
}

/** The ends of a slate's votes in the order in which they are always shown, without those of less than half a vote. */
export function endParts({ slate, ends, votes, gained }: SlateOutcome): readonly EndPart[] {
  const parts = [
    { kind: 'kept' as const, slate, votes: ends.kept },
    ...ends.helped.map((one) => ({ kind: 'helped' as const, ...one })),
    ...ends.behind.map((one) => ({ kind: 'behind' as const, ...one })),
    { kind: 'stopped' as const, slate: null, votes: ends.stopped },
    { kind: 'cut' as const, slate: null, votes: ends.cut },
  ].map((part) => ({ ...part, exact: toNumber(part.votes) }));
  const all = toNumber(add(votes, gained));
  const whole = apportion(
    Math.round(all),
    parts.map(({ exact }) => exact),
  );
  return parts
    .map(({ kind, slate: whose, exact }, i) => ({ kind, slate: whose, votes: whole[i] ?? 0, share: exact / all }))
    .filter((part) => part.votes > 0);
}
