import { apportion } from '../../basics/apportion';
import type { CandidateId, SlateId } from '../../election/candidate';
import { standing, type Election } from '../../election/election';
import type { Bloc, Following } from '../model';

/** How many there are who may vote and the part of them that does. Both are made up unless a turnout says otherwise. */
export interface Electorate {
  readonly members: number;
  readonly turnout: number;
}

/** What a bloc's voters do, but not how many they are. */
export type Habits = Omit<Bloc, 'members' | 'turnout'>;

/** Blocs of these relative sizes; all turn out alike. */
export function sharedOut(
  { members, turnout }: Electorate,
  blocs: readonly { readonly share: number; readonly habits: Habits }[],
): Bloc[] {
  const sizes = apportion(
    members,
    blocs.map(({ share }) => share),
  );
  return blocs.map(({ habits }, index) => ({ ...habits, members: sizes[index] ?? 0, turnout }));
}

/** What sets one bloc apart; slates and candidates not spoken of are treated alike. */
interface Leaning {
  readonly name: string;
  readonly slate: SlateId | null;
  /** The chance that a voter who mixes slates takes the next name from their own, while it has any. */
  readonly pull: number;
  readonly loyalty: number;
  readonly follows: readonly Following[];
  readonly length: Bloc['length'];
  /** How much other slates are liked, by SlateId and last for those on none; 1 where nothing is said. */
  readonly liking?: readonly number[];
  /** By CandidateId; 1 where nothing is said. */
  readonly strengths?: readonly number[];
}

/** Slates other than the bloc's own are as strong as they have candidates, times how much they are liked. */
export function leaningBloc(election: Election, leaning: Leaning): Habits {
  const { slate, pull, liking = [] } = leaning;
  const sizes = [...election.slates.map((_, id) => namesOf(election, id).length), namesOf(election, null).length];
  const others = sizes.map((size, id) => (id === slate ? 0 : size * (liking[id] ?? 1)));
  const sum = others.reduce((before, strength) => before + strength, 0);
  const own = sum === 0 ? 1 : (pull / (1 - pull)) * sum;
  const strengths = others.map((strength, id) => (id === slate ? own : strength));
  return {
    name: leaning.name,
    slate,
    leaning: strengths,
    next: strengths,
    loyalty: slate === null ? 0 : leaning.loyalty,
    candidateStrengths: election.candidates.map((_, id) => leaning.strengths?.[id] ?? 1),
    follows: leaning.follows,
    length: leaning.length,
  };
}

/** Candidates of a slate, or of none, who have not withdrawn; in ballot-paper order. */
export function namesOf(election: Election, slate: SlateId | null): CandidateId[] {
  return standing(election).filter((id) => election.candidates[id]?.slate === slate);
}

/** Every rotation of these names, copied by equal parts which are together `part`: no name is favoured. */
export function rotated(names: readonly CandidateId[], part: number): Following[] {
  return names.map((_, first) => ({
    order: [...names.slice(first), ...names.slice(0, first)],
    part: part / names.length,
  }));
}

/** The first order listed for the slate, or where there is none its names as on the ballot paper. */
export function oneOrder(election: Election, slate: SlateId, part: number): Following[] {
  const listed = election.orders.find((order) => order.slate === slate)?.order ?? namesOf(election, slate);
  return listed.length === 0 ? [] : [{ order: listed, part }];
}
