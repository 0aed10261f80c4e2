import type { CandidateId, SlateId } from '../election/candidate';
import { apportion } from '../basics/apportion';
import { standing, type Election } from '../election/election';
import { lengthsFor, type Lengths } from './length';
import { votersOf, type BallotLength, type Bloc, type Turnout } from './model';
import { emptyShelves, newShelves, type Shelves } from './shelves';
import { urnOf, type Urn } from './urn';

/** One way of filling in a ballot and how many voters do: printed names first, then draws from each urn in turn. */
export interface PaperKind {
  readonly bloc: number;
  readonly voters: number;
  /** Papers drawn for them: as many, or fewer that stand for several voters each. */
  readonly papers: number;
  /** What these voters do, which names their stream of chance: "order 0", "loyal", "mixes". */
  readonly habit: string;
  readonly printed: readonly CandidateId[];
  readonly urns: readonly Urn[];
  readonly lengths: Lengths;
}

/** What filling in a ballot depends on besides the turnout. */
export interface Paper {
  readonly candidateCount: number;
  /** By CandidateId. */
  readonly slateOf: readonly (SlateId | null)[];
  /** Candidates no voter names. */
  readonly withdrawn: readonly CandidateId[];
}

export function paperOf(election: Election): Paper {
  const stands = new Set(standing(election));
  return {
    candidateCount: election.candidates.length,
    slateOf: election.candidates.map(({ slate }) => slate),
    withdrawn: election.candidates.flatMap((_, id) => (stands.has(id) ? [] : [id])),
  };
}

/** Kept from one call of `paperKinds` to the next: what does not depend on chance, and the memory of what does. */
interface Reused {
  readonly slateShelves: Shelves;
  readonly lengths: typeof lengthsFor;
  /** Of the last call alone, whose urns are good until the next. */
  readonly nameShelves: Shelves;
}

export function nothingReused(): Reused {
  const known = new WeakMap<BallotLength, Map<string, Lengths>>();
  const lengths: typeof lengthsFor = (length, own, most) => {
    const made = known.get(length) ?? new Map<string, Lengths>();
    known.set(length, made);
    const key = `${own} of ${most}`;
    const lengths = made.get(key) ?? lengthsFor(length, own, most);
    made.set(key, lengths);
    return lengths;
  };
  return { slateShelves: newShelves(), lengths, nameShelves: newShelves() };
}

/**
 * All kinds of ballot in a turnout. Numbers of voters are shared out by largest remainder, not drawn: the shares set
 * are then exactly the shares counted, moving a slider shows its own effect and no other, and how far blocs differ
 * from run to run is the turnout's stated `variation` alone. `papers` is about how many to draw for all voters
 * together, each kind at least one; null for one each.
 */
export function paperKinds(
  turnout: Turnout,
  paper: Paper,
  papers: number | null,
  reused = nothingReused(),
): PaperKind[] {
  const sizes = apportion(
    votersOf(turnout),
    turnout.blocs.map(({ members, turnout: part }) => members * part),
  );
  emptyShelves(reused.nameShelves);
  const kinds = turnout.blocs.flatMap((bloc, index) => kindsOfBloc(bloc, index, sizes[index] ?? 0, paper, reused));
  if (papers === null || papers >= votersOf(turnout)) return kinds;
  const drawn = apportion(
    papers,
    kinds.map(({ voters }) => voters),
  );
  return kinds.map((kind, index) => ({ ...kind, papers: Math.max(1, drawn[index] ?? 0) }));
}

function kindsOfBloc(bloc: Bloc, index: number, size: number, paper: Paper, reused: Reused): PaperKind[] {
  const noSlate = bloc.leaning.length - 1;
  const slateOf = Array.from({ length: paper.candidateCount }, (_, candidate) => paper.slateOf[candidate] ?? noSlate);
  const standing = slateOf.map((_, candidate) => candidate).filter((id) => !paper.withdrawn.includes(id));
  const isOwn = (id: CandidateId): boolean => bloc.slate !== null && slateOf[id] === bloc.slate;
  const own = standing.filter(isOwn);
  const urn = (names: readonly CandidateId[], slateStrengths: readonly number[], own: SlateId | null = null): Urn =>
    urnOf(
      reused,
      names,
      slateOf,
      bloc.candidateStrengths,
      slateStrengths,
      own === null ? null : { own, next: bloc.next },
    );

  const kind = (habit: string, voters: number, printed: readonly CandidateId[], urns: () => Urn[]): PaperKind[] => {
    if (voters === 0) return [];
    const filled = urns();
    const most = filled.reduce((names, { size: more }) => names + more, printed.length);
    if (most === 0) throw new Error(`${voters} voters of "${bloc.name}" have 0 names to choose from`);
    const first = printed.length > 0 ? printed.length : own.length;
    const lengths = reused.lengths(bloc.length, first, most);
    return [{ bloc: index, voters, papers: voters, habit, printed, urns: filled, lengths }];
  };

  const following = bloc.follows.reduce((sum, { part }) => sum + part, 0);
  const free = Math.max(0, 1 - following);
  const loyalty = own.length === 0 ? 0 : bloc.loyalty;
  const parts = [...bloc.follows.map(({ part }) => part), free * loyalty, free * (1 - loyalty)];
  const voters = apportion(size, parts);
  const followers = bloc.follows.flatMap(({ order }, place) => {
    const printed = order.filter((id) => !paper.withdrawn.includes(id));
    const others = standing.filter((id) => !printed.includes(id));
    return kind(`order ${place}`, voters[place] ?? 0, printed, () => [urn(others, bloc.next)]);
  });
  const others = standing.filter((id) => !isOwn(id));
  const loyal = kind('loyal', voters.at(-2) ?? 0, [], () => [urn(own, bloc.leaning), urn(others, bloc.next)]);
  const mixing = kind('mixes', voters.at(-1) ?? 0, [], () => [urn(standing, bloc.leaning, bloc.slate)]);
  return [...followers, ...loyal, ...mixing];
}
