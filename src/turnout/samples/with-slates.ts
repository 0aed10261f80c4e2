import type { CandidateId, SlateId } from '../../election/candidate';
import { standing, type Election } from '../../election/election';
import { stopping } from '../length';
import type { Bloc, Turnout, Variation } from '../model';
import { leaningBloc, namesOf, oneOrder, rotated, sharedOut, type Electorate, type Habits } from './blocs';

/** Candidates now stronger and now weaker from run to run, so that nobody has an edge to begin with. */
const even: Variation = {
  members: { kind: 'fixed' },
  turnout: { kind: 'fixed' },
  strengths: { kind: 'ratio', spread: 2 },
};

/** Slates that somebody stands on. A slate with no names has no voters here. */
function slatesWithNames(election: Election): SlateId[] {
  return election.slates.map((_, slate) => slate).filter((slate) => namesOf(election, slate).length > 0);
}

/** A bloc for each slate and one for those on none, all alike in everything but the slate. */
function evenHabits(election: Election): Habits[] {
  const alike = { pull: 0.8, loyalty: 0.6, length: stopping({ kind: 'own-slate', thenOn: 0.75 }) } as const;
  const leaning = slatesWithNames(election).map((slate) =>
    leaningBloc(election, {
      ...alike,
      name: `${election.slates[slate]?.name ?? ''} supporters`,
      slate,
      follows: rotated(namesOf(election, slate), 0.3),
    }),
  );
  if (namesOf(election, null).length === 0) return leaning;
  const length = stopping({ kind: 'while', thenOn: 0.8 });
  return [
    ...leaning,
    leaningBloc(election, { ...alike, name: 'Voters of no slate', slate: null, follows: [], length }),
  ];
}

export function equalSlates(election: Election, electorate: Electorate): Turnout {
  return {
    id: 'equal-slates',
    title: 'Slates of equal size',
    line: 'Every slate has as many supporters as any other, and its candidates start level.',
    blocs: sharedOut(
      electorate,
      evenHabits(election).map((habits) => ({ share: 1, habits })),
    ),
    variation: even,
  };
}

/** One turnout for each slate, in which half of all voters lean to it and the rest are spread evenly. */
export function halfEach(election: Election, electorate: Electorate): Turnout[] {
  const blocs = evenHabits(election);
  if (blocs.length < 2) return [];
  return slatesWithNames(election).map((slate) => ({
    id: `half-${slate + 1}`,
    title: `Half lean to ${election.slates[slate]?.name ?? ''}`,
    line: 'About half of these made-up voters support this slate; the others are shared evenly among the rest.',
    blocs: sharedOut(
      electorate,
      blocs.map((habits) => ({ share: habits.slate === slate ? blocs.length - 1 : 1, habits })),
    ),
    variation: { ...even, members: { kind: 'ratio', spread: 0.2 } },
  }));
}

/** Fewer of the same voters, most of whom copy one order for their slate. */
export function lowTurnout(election: Election, usual: Turnout): Turnout {
  return {
    id: 'low-turnout',
    title: 'Few vote, many copy an order',
    line: 'One in ten of the usual voters turns out, and seven in ten supporters copy one order for their slate.',
    blocs: usual.blocs.map((bloc) => ({
      ...bloc,
      turnout: bloc.turnout / 10,
      follows: bloc.slate === null ? bloc.follows : oneOrder(election, bloc.slate, 0.7),
    })),
    variation: { ...usual.variation, turnout: { kind: 'ratio', spread: 0.5 } },
  };
}

/** The same voters; those who lean to a slate rank only its names. */
export function shortBallots(election: Election, usual: Turnout): Turnout {
  return {
    id: 'short-ballots',
    title: 'Supporters stop after their slate',
    line: 'Everyone who supports a slate ranks all of its candidates and nobody else.',
    blocs: usual.blocs.map((bloc) => {
      if (bloc.slate === null) return bloc;
      const own = namesOf(election, bloc.slate);
      const follows = bloc.follows.map(({ order, part }) => ({ order: order.filter((id) => own.includes(id)), part }));
      return { ...bloc, follows, loyalty: 1, length: stopping({ kind: 'own-slate', thenOn: 0 }) };
    }),
    variation: usual.variation,
  };
}

/** The same voters; ballots of one to three names. */
export function earlyStop(usual: Turnout): Turnout {
  return {
    id: 'early-stop',
    title: 'Everyone stops after three names at most',
    line: 'The usual voters, but each ranks one, two or three names and then stops.',
    blocs: usual.blocs.map((bloc) => ({ ...bloc, length: stopping({ kind: 'between', from: 1, to: 3 }) })),
    variation: usual.variation,
  };
}

/**
 * The same voters, but the supporters of the largest bloc that leans to a slate are spread level over so many names, or
 * all there are: those of their own slate, then of the slates they go to next, the friendliest first.
 */
export function spreadOver(election: Election, usual: Turnout, most: number): Turnout {
  const votersOfBloc = ({ members, turnout, slate }: Bloc): number => (slate === null ? 0 : members * turnout);
  const largest = usual.blocs.reduce((a, b) => (votersOfBloc(b) > votersOfBloc(a) ? b : a));
  const noSlate = election.slates.length;
  const slateOf = (id: CandidateId): SlateId => election.candidates[id]?.slate ?? noSlate;
  const liked = (slate: SlateId): number => {
    if (slate === largest.slate) return Infinity;
    const names = namesOf(election, slate === noSlate ? null : slate).length;
    return (largest.next[slate] ?? 0) / names;
  };
  const names = standing(election)
    .sort((a, b) => liked(slateOf(b)) - liked(slateOf(a)) || slateOf(a) - slateOf(b) || a - b)
    .slice(0, most);
  // As strong as it has names among them, so that each name is as likely as any other to come first.
  const leaning = largest.leaning.map((_, slate) => names.filter((id) => slateOf(id) === slate).length);
  const spread: Bloc = {
    ...largest,
    leaning,
    next: leaning,
    loyalty: 0,
    candidateStrengths: election.candidates.map((_, id) => (names.includes(id) ? 1 : 0)),
    follows: [],
  };
  const slate = largest.slate === null ? '' : (election.slates[largest.slate]?.name ?? '');
  return {
    id: 'spread',
    title: `${slate} supporters spread over ${names.length} names`,
    line: 'The usual voters, but these copy no order and put anyone of so many names first: their own slate’s and, to make up the number, those of slates they like.',
    blocs: usual.blocs.map((bloc) => (bloc === largest ? spread : bloc)),
    variation: usual.variation,
  };
}
