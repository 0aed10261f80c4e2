import type { Ballots } from '../../election/ballots';
import type { Election } from '../../election/election';
import { votersOf, type Turnout } from '../model';
import { paperOf } from '../papers';
import { sampleBallots } from '../sample';
import { meanNames, measure, type Measures } from './measures';
import { readPapers, type Papers } from './papers';
import { hasSlates } from './slates';
import { winnersOf, type WinnersReport } from './winners';

/** The same number of the ballots of the file and of made-up ones. */
interface Compared {
  readonly measured: number;
  readonly madeUp: number;
}

/** Where second preferences go from first preferences of one kind. */
interface SecondsReport {
  /** A SlateId, or the number of slates for candidates on none; a CandidateId where the election has no slates. */
  readonly first: number;
  /** Papers of the file that begin so. */
  readonly papers: number;
  /** Percent of the papers that begin so, by kind of the second name as above. */
  readonly then: readonly Compared[];
  /** Percent of the papers that begin so and have no second name. */
  readonly nothing: Compared;
}

/** How well a turnout does what the ballots of a file did. Plain data. */
export interface FitReport {
  /** Papers of the file that name somebody who stands, and those that do not and are left out of all else. */
  readonly papers: number;
  readonly empty: number;
  /** Percent of papers, by CandidateId. */
  readonly firstPreferences: readonly Compared[];
  /** Mean number of names on a paper. */
  readonly names: Compared;
  /** Percent of papers with n names: entry n - 1, up to as many names as candidates. */
  readonly lengths: readonly Compared[];
  readonly secondsBy: 'slate' | 'candidate';
  /** Of those kinds of first preference that both sides have. */
  readonly seconds: readonly SecondsReport[];
  /** The largest differences, in points of percent; of seconds, among first preferences of `enoughPapers` or more. */
  readonly largest: { readonly firstPreferences: number; readonly lengths: number; readonly seconds: number };
  /** Null where the election's rule cannot count the file. */
  readonly winners: WinnersReport | null;
}

/** Where fewer papers begin alike, chance alone moves their second preferences by ten points. */
const enoughPapers = 100;

/** So many made-up papers at least are measured, so that chance moves no share by more than about half a point. */
const leastSampled = 50_000;

/**
 * Measures made-up ballots beside those of the file. Shares are those of the turnout before any variation; winners are
 * those of runs with it. The same seed gives the same report.
 */
export function fitReport(election: Election, ballots: Ballots, turnout: Turnout, seed: string): FitReport {
  const steps = reporting(election, ballots, turnout, seed);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** As fitReport, in slices; yields the part done after each. */
export function* reporting(
  election: Election,
  ballots: Ballots,
  turnout: Turnout,
  seed: string,
): Generator<number, FitReport, void> {
  const by = hasSlates(election) ? 'slate' : 'candidate';
  const noSlate = election.slates.length;
  const kindOf = election.candidates.map(({ slate }, id) => (by === 'slate' ? (slate ?? noSlate) : id));
  const kinds = by === 'slate' ? noSlate + 1 : kindOf.length;
  const file = readPapers(election, ballots);
  const measured = measure(file, kindOf, kinds);
  const madeUp = measure(madeUpPapers(election, turnout, seed), kindOf, kinds);
  const shares = (of: (measures: Measures) => Float64Array): Compared[] =>
    compare(of(measured), of(madeUp), measured.papers, madeUp.papers);
  const firsts = shares(({ firsts }) => firsts);
  const lengths = shares(({ lengths }) => lengths);
  const seconds = compareSeconds(measured, madeUp);
  const winners = yield* winnersOf(election, ballots, turnout, seed);
  return {
    papers: file.total,
    empty: file.empty,
    firstPreferences: firsts,
    names: { measured: meanNames(measured), madeUp: meanNames(madeUp) },
    lengths,
    secondsBy: by,
    seconds,
    largest: {
      firstPreferences: largestDifference(firsts),
      lengths: largestDifference(lengths),
      seconds: largestDifference(
        seconds.filter(({ papers }) => papers >= enoughPapers).flatMap(({ then, nothing }) => [...then, nothing]),
      ),
    },
    winners,
  };
}

/** Every bloc so many times as large that there are enough papers. */
function madeUpPapers(election: Election, turnout: Turnout, seed: string): Papers {
  const times = Math.ceil(leastSampled / votersOf(turnout));
  const still: Turnout = {
    ...turnout,
    blocs: turnout.blocs.map((bloc) => ({ ...bloc, members: bloc.members * times })),
    variation: { members: { kind: 'fixed' }, turnout: { kind: 'fixed' }, strengths: { kind: 'fixed' } },
  };
  return readPapers(election, sampleBallots(still, paperOf(election), seed));
}

function compareSeconds(measured: Measures, madeUp: Measures): SecondsReport[] {
  return measured.seconds.flatMap((seconds, first) => {
    const others = madeUp.seconds[first] as Float64Array;
    const [papers, made] = [sumOf(seconds), sumOf(others)];
    if (papers === 0 || made === 0) return [];
    const compared = compare(seconds, others, papers, made);
    return [{ first, papers, then: compared.slice(0, -1), nothing: compared.at(-1) as Compared }];
  });
}

/** As percent of each side's papers. */
function compare(measured: Float64Array, madeUp: Float64Array, papers: number, made: number): Compared[] {
  return Array.from(measured, (count, i) => ({
    measured: (100 * count) / papers,
    madeUp: (100 * (madeUp[i] as number)) / made,
  }));
}

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, more) => sum + more, 0);

const largestDifference = (compared: readonly Compared[]): number =>
  compared.reduce((most, { measured, madeUp }) => Math.max(most, Math.abs(measured - madeUp)), 0);
