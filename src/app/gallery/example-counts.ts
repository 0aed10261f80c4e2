import { count, type Count } from '../../count/count';
import { endsByFirst } from '../../count/ends';
import type { Rule } from '../../count/rule';
import { blockVote } from '../../count/rules/block-vote';
import { ers97 } from '../../count/rules/ers97';
import { meekPrf } from '../../count/rules/meek-prf';
import { scottish2007 } from '../../count/rules/scottish-2007';
import { trace, type Holding, type TracedStage } from '../../count/trace';
import { packBallots, withBallot, type Ballots } from '../../election/ballots';
import { nec2020, necCandidate } from '../../election/built-in-nec-2020';
import { practice, practiceBallots } from '../../election/built-in-practice';
import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import type { PictureHead } from '../../picture/sheet';
import { journeyOf, type Journey } from '../../story/journey';
import { paperOf } from '../../turnout/papers';
import { createSampler } from '../../turnout/sample';
import { sampleTurnouts } from '../../turnout/samples/sample-turnouts';

/** A count to draw, with one ballot followed through it. Every ballot is made up. */
export interface ExampleCount {
  readonly id: string;
  readonly title: string;
  readonly election: Election;
  readonly count: Count;
  readonly ends: readonly Holding[];
  readonly traced: readonly TracedStage[];
  readonly journey: Journey;
  readonly head: PictureHead;
  /** The stage to draw, from 0. */
  readonly stage: number;
}

const seed = '2020';

interface Drawn {
  readonly election: Election;
  readonly ballots: Ballots;
  readonly rule: Rule;
  readonly mine: readonly CandidateId[];
  readonly voters: string;
  readonly stage: number;
}

function exampleOf(id: string, title: string, { election, ballots, rule, mine, voters, stage }: Drawn): ExampleCount {
  const { seats, candidates } = election;
  const contest = { seats, candidateCount: candidates.length, withdrawn: [], ballots };
  const counted = count(contest, rule, { kind: 'seeded', seed });
  const traced = trace(counted, mine);
  if (traced === null) throw new Error(`the ballot of ${id} names nobody who stands`);
  return {
    id,
    title,
    election,
    count: counted,
    ends: endsByFirst(counted, ballots),
    traced,
    journey: journeyOf(counted, traced, mine),
    head: { election: election.title, voters, madeUp: true, rule: rule.name, seed },
    stage,
  };
}

const ofPractice = (rule: Rule): Drawn => ({
  election: practice,
  ballots: practiceBallots,
  rule,
  mine: [3, 2, 0],
  voters: 'Made-up ballots that come with the election',
  stage: 1,
});

function ofNec(): Drawn {
  const [turnout] = sampleTurnouts(nec2020);
  if (turnout === undefined) throw new Error('there is no sample turnout for the NEC election');
  const mine = ['Roger Silverman', 'Ann Black', 'Nadia Jama', 'Laura Pidcock'].map(necCandidate);
  const others = createSampler(paperOf(nec2020), 2000).sample(turnout, seed);
  return {
    election: nec2020,
    ballots: withBallot(others, { copies: 1, preferences: mine }),
    rule: ers97,
    mine,
    voters: `Made-up voters: ${turnout.title} (2,000 papers)`,
    stage: 0,
  };
}

/** Names as long as they come, in several scripts, with signs that XML minds; seven slates. */
function ofLongNames(): Drawn {
  const names = [
    'Wilhelmina Alexandrina Featherstonehaugh-Cholmondeley of Marjoribanks',
    'Ó Súilleabháin & Sons <Limited> "The First"',
    'Παναγιώτα Χατζηκωνσταντίνου-Παπαδοπούλου',
    '王小明',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    'Jo',
    'Ngozi Okonkwo-Iwuanyanwu',
  ];
  const election: Election = {
    ...practice,
    id: 'long-names',
    title: 'The Amalgamated Association of Allotment Holders, Bee-keepers & Growers: committee <2026>',
    seats: 3,
    candidates: names.map((name, id) => ({ name, slate: id, withdrawn: false })),
    slates: names.map((_, id) => ({
      name: id === 0 ? 'Those Who Would Have the Compost Heap Where It Has Always Been' : `Slate number ${id + 1}`,
      letter: 'ABCDEFG'.charAt(id),
    })),
    orders: [],
  };
  const ballots = packBallots(
    names.map((_, id) => ({ copies: 40 - 5 * id, preferences: [id, (id + 3) % 7, (id + 1) % 7] })),
    names.length,
  );
  return { election, ballots, rule: meekPrf, mine: [5, 4, 1], voters: 'Made-up ballots: forty and fewer', stage: 2 };
}

/** What the gallery shows and the tests look at. */
export function exampleCounts(): readonly ExampleCount[] {
  const withoutSlates = {
    ...practice,
    slates: [],
    candidates: practice.candidates.map((candidate) => ({ ...candidate, slate: null })),
  };
  return [
    exampleOf('practice', 'Five candidates, two slates', ofPractice(scottish2007)),
    exampleOf('nec', 'Thirty-one candidates, many stages', ofNec()),
    exampleOf('long-names', 'Long names, keep values', ofLongNames()),
    exampleOf('marks', 'As many Xs as seats', ofPractice(blockVote)),
    exampleOf('no-slates', 'No slates', { ...ofPractice(scottish2007), election: withoutSlates }),
  ];
}
