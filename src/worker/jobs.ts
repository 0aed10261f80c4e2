import { readBlt } from '../ballots/blt';
import type { FileError, OpenedElection } from '../ballots/file';
import { decodeText } from '../ballots/text';
import { fail, ok, type Result } from '../basics/result';
import type { Count } from '../count/count';
import type { Lots } from '../count/lots';
import type { Rule } from '../count/rule';
import { endsByFirst } from '../count/ends';
import { trace, type Holding, type TracedStage } from '../count/trace';
import { copiesOf, withBallot, type Ballots } from '../election/ballots';
import { groupBallots } from '../election/group-ballots';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { createCollector } from '../turnout/ensemble/collect';
import { checkPlan, type Plan } from '../turnout/ensemble/plan';
import { createRuns } from '../turnout/ensemble/run';
import type { Tally } from '../turnout/ensemble/tally';
import type { Turnout } from '../turnout/model';
import { fitting } from '../turnout/fit/fit';
import { reporting, type FitReport } from '../turnout/fit/report';
import { createSampler } from '../turnout/sample';
import { countSteps } from './count-steps';
import { follow, nothingKept, type Followed, type FollowFailure, type FollowJob } from './follow';
import { lookAhead, type Preview, type PreviewJob } from './preview';
import { slateWork, told, type SlateJob, type SlateOutcomes } from './slate-jobs';
import { ballotsOf, type Voters } from './voters';

/** How far a job is: what it is doing, and the part of that done, 0 to 1. */
export interface Progress {
  readonly doing: 'reading' | 'making voters' | 'counting' | 'making runs' | 'fitting' | 'comparing' | 'making smaller';
  readonly done: number;
}

/** Read an election from a file's bytes. */
export interface OpenJob {
  readonly kind: 'open';
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Count an election and follow one ballot through it. Where papers move whole, equal ones go different ways. Among made-up
 * voters the ballot in hand is the last of those like it. Beside given ballots it goes the way of the first one like it;
 * where there is none, it is followed as one that is never drawn.
 */
export interface CountJob {
  readonly kind: 'count';
  readonly seats: number;
  readonly candidateCount: number;
  readonly withdrawn: readonly CandidateId[];
  readonly rule: Rule;
  readonly lots: Lots;
  readonly voters: Voters;
  /** The ballot in hand, first preference first; may be empty. */
  readonly mine: readonly CandidateId[];
}

export interface Counted {
  readonly count: Count;
  /** The ballot in hand at every stage; null when it names nobody who stands. */
  readonly journey: readonly TracedStage[] | null;
  /** Where the ballots with each first preference are at the end, by CandidateId. */
  readonly ends: readonly Holding[];
}

/** Make the runs `from` to `to`, both included, of a plan, and add them up. */
export interface RunsJob {
  readonly kind: 'runs';
  readonly plan: Plan;
  readonly from: number;
  readonly to: number;
}

/** Fit a turnout to the ballots of a file and compare what it makes with them. */
export interface FitJob {
  readonly kind: 'fit';
  readonly election: Election;
  readonly ballots: Ballots;
  /** Of the made-up voters compared. */
  readonly seed: string;
}

export interface FittedTurnout {
  readonly turnout: Turnout;
  readonly report: FitReport;
}

export type Job = OpenJob | CountJob | FollowJob | RunsJob | FitJob | PreviewJob | SlateJob;
type Opened = Result<OpenedElection, FileError>;

/** What each kind of job comes to. A Result where the input may be at fault. */
export interface Outcomes extends SlateOutcomes {
  readonly open: Opened;
  readonly count: Result<Counted, { readonly message: string }>;
  readonly follow: Result<Followed, FollowFailure>;
  readonly runs: Result<Tally, { readonly message: string }>;
  readonly fit: Result<FittedTurnout, { readonly message: string }>;
  readonly preview: Result<Preview, never>;
}
export type Outcome = Outcomes[Job['kind']];

/** A job in small steps, so that anything may drive it, a worker or a test. What one leaves for the next is in `kept`. */
export function* work(job: Job, kept = nothingKept()): Generator<Progress, Outcome, void> {
  switch (job.kind) {
    case 'open':
      return yield* openFile(job);
    case 'count':
      return yield* countBallots(job);
    case 'follow':
      return yield* follow(job, kept);
    case 'runs':
      return yield* makeRuns(job);
    case 'fit':
      return yield* fitBallots(job);
    case 'preview':
      return yield* lookAhead(job);
    case 'slate-room':
    case 'slate-curve':
    case 'challenge':
    case 'minimise':
      return yield* slateWork(job);
    default:
      return job satisfies never;
  }
}

function* openFile({ file, bytes }: OpenJob): Generator<Progress, Opened, void> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const reading = readBlt(decoded.value.text, { file });
  for (;;) {
    const step = reading.next();
    if (step.done) return grouped(step.value);
    yield { doing: 'reading', done: step.value };
  }
}

/** Lots are drawn by seed here, which gives the order of the ballots no meaning. */
function grouped(opened: Opened): Opened {
  if (!opened.ok) return opened;
  const { election, ballots } = opened.value;
  return ok({ ...opened.value, ballots: groupBallots(ballots, election.candidates.length) });
}

function* countBallots(job: CountJob): Generator<Progress, Outcomes['count'], void> {
  const { seats, candidateCount, withdrawn, rule, lots, voters, mine } = job;
  const others = yield* ballotsOf(voters, job);
  const adds = voters.kind === 'made-up' && mine.length > 0;
  const ballots = adds ? withBallot(others, { copies: 1, preferences: mine }) : others;
  const counted = yield* countSteps({ seats, candidateCount, withdrawn, ballots }, rule, lots);
  if (!counted.ok) return counted;
  const which = adds ? copiesOf(ballots, mine) - 1 : 0;
  const ends = endsByFirst(counted.value, ballots);
  return ok({ count: counted.value, journey: trace(counted.value, mine, [], which), ends });
}

function* makeRuns({ plan, from, to }: RunsJob): Generator<Progress, Outcomes['runs'], void> {
  const checked = checkPlan(plan);
  if (!checked.ok) return fail(checked.error);
  const { candidateCount, slateOf, withdrawn, papers } = plan;
  const { sample } = createSampler({ candidateCount, slateOf, withdrawn }, papers);
  const run = createRuns(plan, sample);
  const collector = createCollector(plan);
  for (let number = from; number <= to; number++) {
    collector.add(run(number));
    yield { doing: 'making runs', done: (number - from + 1) / (to - from + 1) };
  }
  return ok(collector.tally());
}

function* fitBallots({ election, ballots, seed }: FitJob): Generator<Progress, Outcomes['fit'], void> {
  const turnout = yield* told('fitting', fitting(election, ballots));
  if (!turnout.ok) return turnout;
  const report = yield* told('comparing', reporting(election, ballots, turnout.value, seed));
  return ok({ turnout: turnout.value, report });
}

/** Buffers of an outcome that can be handed over instead of copied. */
export function buffersOf(outcome: Outcome): ArrayBufferLike[] {
  if (!outcome.ok) return [];
  if ('count' in outcome.value) {
    const transfers = outcome.value.count.stages.flatMap((stage) => stage.transfers);
    return transfers.flatMap(({ fate }) => ('drawn' in fate ? [fate.drawn.marks.buffer] : []));
  }
  if (!('ballots' in outcome.value)) return [];
  const { starts, preferences, copies, joined, alike } = outcome.value.ballots;
  return [starts, preferences, copies, joined, alike].flatMap((array) => (array === null ? [] : [array.buffer]));
}
