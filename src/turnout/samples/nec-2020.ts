import { necCandidate } from '../../election/built-in-nec-2020';
import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import type { Turnout } from '../model';
import { leaningBloc, namesOf, rotated } from './blocs';
import { earlyStop, equalSlates, halfEach, lowTurnout, shortBallots } from './with-slates';
import { noSlates } from './without-slates';

/** Valid votes, from the published quota of 12,954.9. */
const voters = 129_549;

const [gv, lw, ol, t, la] = [0, 1, 2, 3, 4] as const;

export function necTurnouts(election: Election): Turnout[] {
  const usual = calibrated(election);
  return [
    usual,
    equalSlates(election, voters),
    lowTurnout(election, usual),
    shortBallots(election, usual),
    earlyStop(usual),
    noSlates(election, voters),
    ...halfEach(election, voters),
  ];
}

/*
 * Set by hand until first preferences by slate, and Labour to Win's strongest having about 16 times the first
 * preferences of its weakest, agree with what was published. Known besides: the nine elected, the runner-up, the
 * first and second in the vote, and who recommended whom. Candidates of a slate whom nothing published tells apart
 * have the same strength. Everything else is made up.
 */
function calibrated(election: Election): Turnout {
  const strengths = strengthsOf(election, [
    [16, ['Luke Akehurst']],
    [6, ['Johanna Baxter', 'Gurinder Singh Josan']],
    [3, ['Laura Pidcock']],
    [0.8, ['Ann Henderson']],
    [4, ['Ann Black']],
  ]);
  const alike = { pull: 0.9, loyalty: 0.7, follows: [], strengths } as const;
  const length = { kind: 'own-slate', thenOn: 0.8 } as const;
  const publishedBy = (slate: number): readonly CandidateId[] =>
    election.orders.find((order) => order.slate === slate)?.order ?? [];
  return {
    id: 'calibrated',
    title: 'Close to 2020',
    line: 'First preferences by slate come close to those published in 2020; the voters, how strong each candidate is and all later preferences are made up.',
    voters,
    blocs: [
      leaningBloc(election, {
        ...alike,
        name: 'Grassroots Voice supporters',
        share: 36.3,
        slate: gv,
        follows: rotated(namesOf(election, gv), 0.5),
        length,
      }),
      leaningBloc(election, {
        ...alike,
        name: 'Labour to Win supporters',
        share: 30.5,
        slate: lw,
        liking: [1, 1, 12, 6, 1, 1],
        length,
      }),
      leaningBloc(election, { ...alike, name: 'Open Labour supporters', share: 7.9, slate: ol, length }),
      leaningBloc(election, { ...alike, name: 'Tribune supporters', share: 3.9, slate: t, length }),
      leaningBloc(election, {
        ...alike,
        name: 'Labour Left Alliance supporters',
        share: 4.3,
        slate: la,
        liking: [6, 1, 1, 1, 1, 2],
        follows: [{ order: publishedBy(la), part: 0.5 }],
        length,
      }),
      leaningBloc(election, {
        ...alike,
        name: 'Voters of no slate',
        share: 16.3,
        slate: null,
        liking: [0.15, 0.15, 0.15, 0.15, 0.15, 1],
        length: { kind: 'while', thenOn: 0.7 },
      }),
    ],
    variation: { shares: 0.1, strengths: 0.3 },
  };
}

/** By CandidateId: the strength given, or 1. */
function strengthsOf(election: Election, given: readonly (readonly [number, readonly string[]])[]): number[] {
  const strengths = election.candidates.map(() => 1);
  for (const [strength, names] of given) for (const name of names) strengths[necCandidate(name)] = strength;
  return strengths;
}
