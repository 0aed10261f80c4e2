import type { CandidateId, SlateId } from '../election/candidate';
import { apportion } from '../basics/apportion';
import { lengthsFor, type Lengths } from './length';
import type { Bloc, Turnout } from './model';
import { urnOf, type Urn } from './urn';

/** One way of filling in a ballot and how many voters do: printed names first, then draws from each urn in turn. */
export interface PaperKind {
  readonly bloc: number;
  readonly voters: number;
  readonly habit: 'follows' | 'loyal' | 'mixes';
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

/**
 * All kinds of ballot in a turnout. Numbers of voters are shared out by largest remainder, not drawn: the shares set
 * are then exactly the shares counted, moving a slider shows its own effect and no other, and how far blocs differ
 * from run to run is the turnout's stated `variation` alone.
 */
export function paperKinds(turnout: Turnout, paper: Paper): PaperKind[] {
  const sizes = apportion(
    turnout.voters,
    turnout.blocs.map(({ share }) => share),
  );
  return turnout.blocs.flatMap((bloc, index) => kindsOfBloc(bloc, index, sizes[index] ?? 0, paper));
}

function kindsOfBloc(bloc: Bloc, index: number, size: number, paper: Paper): PaperKind[] {
  const noSlate = bloc.slateStrengths.length - 1;
  const slateOf = Array.from({ length: paper.candidateCount }, (_, candidate) => paper.slateOf[candidate] ?? noSlate);
  const standing = slateOf.map((_, candidate) => candidate).filter((id) => !paper.withdrawn.includes(id));
  const urn = (names: readonly CandidateId[]): Urn =>
    urnOf(names, slateOf, bloc.slateStrengths, bloc.candidateStrengths);
  const isOwn = (id: CandidateId): boolean => bloc.slate !== null && slateOf[id] === bloc.slate;
  const own = standing.filter(isOwn);

  const kind = (habit: PaperKind['habit'], voters: number, printed: readonly CandidateId[], urns: Urn[]): PaperKind => {
    const most = urns.reduce((names, { names: more }) => names + more.length, printed.length);
    if (most === 0 && voters > 0) throw new Error(`${voters} voters of "${bloc.name}" have 0 names to choose from`);
    const first = habit === 'follows' ? printed.length : own.length;
    return { bloc: index, voters, habit, printed, urns, lengths: lengthsFor(bloc.length, first, most) };
  };

  const following = bloc.follows.reduce((sum, { part }) => sum + part, 0);
  const free = Math.max(0, 1 - following);
  const loyalty = own.length === 0 ? 0 : bloc.loyalty;
  const parts = [...bloc.follows.map(({ part }) => part), free * loyalty, free * (1 - loyalty)];
  const voters = apportion(size, parts);
  const followers = bloc.follows.map(({ order }, place) => {
    const printed = order.filter((id) => !paper.withdrawn.includes(id));
    return kind('follows', voters[place] ?? 0, printed, [urn(standing.filter((id) => !printed.includes(id)))]);
  });
  const loyal = kind('loyal', voters.at(-2) ?? 0, [], [urn(own), urn(standing.filter((id) => !isOwn(id)))]);
  const mixing = kind('mixes', voters.at(-1) ?? 0, [], [urn(standing)]);
  return [...followers, loyal, mixing].filter((each) => each.voters > 0);
}
