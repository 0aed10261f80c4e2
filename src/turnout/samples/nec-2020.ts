import { necCandidate } from '../../election/built-in-nec-2020';
import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { stopping } from '../length';
import type { Turnout } from '../model';
import { leaningBloc, namesOf, rotated, sharedOut } from './blocs';
import { earlyStop, equalSlates, halfEach, lowTurnout, shortBallots, spreadOver } from './with-slates';
import { noSlates } from './without-slates';

/**
 * 129,549 valid votes follow from the published quota of 12,954.9. How many could have voted is not known to us: that
 * one in four did is made up, and the members are whatever makes it so.
 */
const electorate = { members: 4 * 129_549, turnout: 0.25 };

const [gv, lw, ol, t, la] = [0, 1, 2, 3, 4] as const;

export function necTurnouts(election: Election): Turnout[] {
  const usual = calibrated(election);
  return [
    usual,
    equalSlates(election, electorate),
    lowTurnout(election, usual),
    shortBallots(election, usual),
    spreadOver(election, usual, 12),
    earlyStop(usual),
    noSlates(election, electorate),
    ...halfEach(election, electorate),
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
    [0.75, ['Ann Henderson']],
    [4, ['Ann Black']],
  ]);
  const alike = { pull: 0.9, loyalty: 0.7, follows: [], strengths } as const;
  const length = stopping({ kind: 'own-slate', thenOn: 0.8 });
  const publishedBy = (slate: number): readonly CandidateId[] =>
    election.orders.find((order) => order.slate === slate)?.order ?? [];
  return {
    id: 'calibrated',
    title: 'Close to 2020',
    line: 'First preferences by slate come close to those published in 2020; the voters, how strong each candidate is and all later preferences are made up.',
    blocs: sharedOut(electorate, [
      {
        share: 36.3,
        habits: leaningBloc(election, {
          ...alike,
          name: 'Grassroots Voice supporters',
          slate: gv,
          liking: [1, 1, 1, 1, 1.5, 1],
          follows: rotated(namesOf(election, gv), 0.5),
          length,
        }),
      },
      {
        share: 30.5,
        habits: leaningBloc(election, {
          ...alike,
          name: 'Labour to Win supporters',
          slate: lw,
          liking: [1, 1, 12, 6, 1, 1],
          length,
        }),
      },
      { share: 7.9, habits: leaningBloc(election, { ...alike, name: 'Open Labour supporters', slate: ol, length }) },
      { share: 3.9, habits: leaningBloc(election, { ...alike, name: 'Tribune supporters', slate: t, length }) },
      {
        share: 3.7,
        habits: leaningBloc(election, {
          ...alike,
          name: 'Labour Left Alliance supporters',
          slate: la,
          liking: [6, 1, 1, 1, 1, 2],
          follows: [{ order: publishedBy(la), part: 0.5 }],
          length,
        }),
      },
      {
        share: 16.9,
        habits: leaningBloc(election, {
          ...alike,
          name: 'Voters of no slate',
          slate: null,
          liking: [0.15, 0.15, 0.15, 0.15, 0.15, 1],
          length: stopping({ kind: 'while', thenOn: 0.6 }),
        }),
      },
    ]),
    variation: {
      members: { kind: 'log-normal', sigma: 0.06 },
      turnout: { kind: 'fixed' }, // so that every run has the published number of votes
      strengths: { kind: 'log-normal', sigma: 0.14 },
    },
  };
}

/** By CandidateId: the strength given, or 1. */
function strengthsOf(election: Election, given: readonly (readonly [number, readonly string[]])[]): number[] {
  const strengths = election.candidates.map(() => 1);
  for (const [strength, names] of given) for (const name of names) strengths[necCandidate(name)] = strength;
  return strengths;
}
