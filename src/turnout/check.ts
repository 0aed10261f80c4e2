import { groupThousands } from '../basics/decimal';
import { fail, ok, type Result } from '../basics/result';
import type { CandidateId } from '../election/candidate';
import { standing, type Election } from '../election/election';
import { spreadLimits, votersOf, type Bloc, type BallotLength, type Spread, type Stop, type Turnout } from './model';

/** What is wrong with a turnout and where: "blocs[2].loyalty" and words for whoever set it. */
export interface TurnoutProblem {
  readonly path: string;
  readonly message: string;
}

/** So many voters that the arrays of one sample still fit a phone's memory. */
export const mostVoters = 5_000_000;

/** Parts typed as 0.1 + 0.2 + 0.7 may add up to a hair over 1. */
const hair = 1e-9;

/** Checks what sampling relies on; the only way a turnout read from outside may be used with an election. */
export function checkTurnout(turnout: Turnout, election: Election): Result<Turnout, readonly TurnoutProblem[]> {
  const { blocs, variation } = turnout;
  const problems = [
    ...blocs.flatMap((bloc, index) => blocProblems(bloc, election, `blocs[${index}]`)),
    ...Object.entries(variation).flatMap(([name, spread]) => spreadProblems(spread as Spread, `variation.${name}`)),
  ];
  if (problems.length > 0) return fail(problems);
  const voters = votersOf(turnout);
  if (voters >= 1 && voters <= mostVoters) return ok(turnout);
  const [most, got] = [mostVoters, voters].map((number) => groupThousands(`${number}`));
  return fail([{ path: 'blocs', message: `members times turnout must come to 1 to ${most} voters, not ${got}` }]);
}

function blocProblems(bloc: Bloc, election: Election, path: string): TurnoutProblem[] {
  const { slates, candidates } = election;
  const { slate, candidateStrengths } = bloc;
  const problems: TurnoutProblem[] = [];
  const unless = (right: boolean, field: string, message: string): void => {
    if (!right) problems.push({ path: `${path}.${field}`, message });
  };
  unless(isCount(bloc.members), 'members', `must be a whole number of 0 or more, not ${bloc.members}`);
  unless(isPart(bloc.turnout), 'turnout', `must be from 0 to 1, not ${bloc.turnout}`);
  unless(slate === null || slates[slate] !== undefined, 'slate', `slate number ${slate} does not exist`);
  unless(isPart(bloc.loyalty), 'loyalty', `must be from 0 to 1, not ${bloc.loyalty}`);
  for (const field of ['leaning', 'next'] as const) {
    const count = bloc[field].length;
    unless(count === slates.length + 1, field, `has ${count} numbers for ${slates.length} slates and those on none`);
    problems.push(...weightProblems(bloc[field], `${path}.${field}`));
  }
  const count = candidateStrengths.length;
  unless(count === candidates.length, 'candidateStrengths', `has ${count} numbers for ${candidates.length} candidates`);
  problems.push(...weightProblems(candidateStrengths, `${path}.candidateStrengths`));
  problems.push(...orderProblems(bloc, election, path), ...lengthProblems(bloc.length, `${path}.length`));
  if (problems.length > 0) return problems;
  unless(
    slate === null || (bloc.leaning[slate] ?? 0) > 0,
    `leaning[${slate}]`,
    'must be more than 0 for its own slate',
  );
  const canName = (id: CandidateId): boolean =>
    (candidateStrengths[id] ?? 0) > 0 && (bloc.leaning[candidates[id]?.slate ?? slates.length] ?? 0) > 0;
  unless(standing(election).some(canName), 'candidateStrengths', 'nobody is left whom these voters would name');
  return problems;
}

function orderProblems({ follows }: Bloc, { candidates }: Election, path: string): TurnoutProblem[] {
  const problems = follows.flatMap(({ order, part }, index) => {
    const here = `${path}.follows[${index}]`;
    const wrong: TurnoutProblem[] = isPart(part) ? [] : [{ path: `${here}.part`, message: notPart(part) }];
    order.forEach((id, place) => {
      const at = `${here}.order[${place}]`;
      if (candidates[id] === undefined) wrong.push({ path: at, message: `candidate number ${id} does not exist` });
      else if (order.indexOf(id) < place)
        wrong.push({ path: at, message: `names candidate number ${id} a second time` });
    });
    return wrong;
  });
  const together = follows.reduce((sum, { part }) => sum + part, 0);
  if (problems.length > 0 || together <= 1 + hair) return problems;
  return [{ path: `${path}.follows`, message: `the parts must together be no more than 1, not ${together}` }];
}

function lengthProblems(length: BallotLength, path: string): TurnoutProblem[] {
  const problems = length.flatMap(({ part, stop }, index) => [
    ...weightProblems([part], `${path}[${index}].part`, ''),
    ...stopProblems(stop, `${path}[${index}].stop`),
  ]);
  if (problems.length > 0 || length.some(({ part }) => part > 0)) return problems;
  return [{ path, message: 'needs a way of stopping whose part is more than 0' }];
}

function stopProblems(stop: Stop, path: string): TurnoutProblem[] {
  const names = (field: string, value: number, least: number): TurnoutProblem[] =>
    isCount(value) && value >= least
      ? []
      : [{ path: `${path}.${field}`, message: `must be a whole number of ${least} or more, not ${value}` }];
  switch (stop.kind) {
    case 'at':
      return names('names', stop.names, 1);
    case 'between': {
      const problems = names('from', stop.from, 1);
      return problems.length > 0 ? problems : names('to', stop.to, stop.from);
    }
    case 'own-slate':
    case 'while':
      return isPart(stop.thenOn) ? [] : [{ path: `${path}.thenOn`, message: notPart(stop.thenOn) }];
    case 'all':
      return [];
    default:
      return stop satisfies never;
  }
}

function spreadProblems(spread: Spread, path: string): TurnoutProblem[] {
  switch (spread.kind) {
    case 'fixed':
      return [];
    case 'ratio':
      return limitProblems(spread.spread, 'spread', path);
    case 'log-normal':
      return limitProblems(spread.sigma, 'sigma', path);
    case 'gamma':
      return limitProblems(spread.shape, 'shape', path);
    default:
      return spread satisfies never;
  }
}

function limitProblems(value: number, field: keyof typeof spreadLimits, path: string): TurnoutProblem[] {
  const [least, most] = spreadLimits[field];
  if (value >= least && value <= most) return [];
  return [{ path: `${path}.${field}`, message: `must be from ${least} to ${most}, not ${value}` }];
}

/** Every weight that is not a number of 0 or more; `[i]` is added to the path unless `suffix` is given. */
function weightProblems(weights: readonly number[], path: string, suffix?: string): TurnoutProblem[] {
  return weights.flatMap((weight, index) =>
    isWeight(weight)
      ? []
      : [{ path: `${path}${suffix ?? `[${index}]`}`, message: `must be a number of 0 or more, not ${weight}` }],
  );
}

const notPart = (value: number): string => `must be from 0 to 1, not ${value}`;

const isWeight = (value: number): boolean => Number.isFinite(value) && value >= 0;

const isPart = (value: number): boolean => isWeight(value) && value <= 1;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
