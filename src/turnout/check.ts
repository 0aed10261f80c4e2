import { fail, ok, type Result } from '../basics/result';
import type { CandidateId } from '../election/candidate';
import { standing, type Election } from '../election/election';
import type { Bloc, BallotLength, Turnout } from './model';

/** What is wrong with a turnout, in words for whoever set it. */
export type TurnoutError = { readonly message: string };

/** So many voters that the arrays of one sample still fit a phone's memory. */
const mostVoters = 5_000_000;

/** Parts typed as 0.1 + 0.2 + 0.7 may add up to a hair over 1. */
const hair = 1e-9;

/** Checks what sampling relies on; the only way a turnout read from outside may be used with an election. */
export function checkTurnout(turnout: Turnout, election: Election): Result<Turnout, TurnoutError> {
  const { voters, blocs, variation } = turnout;
  if (!Number.isInteger(voters) || voters < 1 || voters > mostVoters) {
    return fail({ message: `The number of voters must be a whole number from 1 to ${mostVoters}, not ${voters}.` });
  }
  if (![variation.shares, variation.strengths].every(isWeight)) {
    return fail({ message: 'How much runs differ must be a number of 0 or more.' });
  }
  if (!blocs.every(({ share }) => isWeight(share)) || !blocs.some(({ share }) => share > 0)) {
    return fail({ message: 'Every bloc needs a size of 0 or more, and one of them more than 0.' });
  }
  for (const bloc of blocs) {
    const problem = blocProblem(bloc, election) ?? orderProblem(bloc, election) ?? lengthProblem(bloc.length);
    if (problem !== null) return fail({ message: `Bloc "${bloc.name}": ${problem}` });
  }
  return ok(turnout);
}

function blocProblem(bloc: Bloc, election: Election): string | null {
  const { slate, slateStrengths, candidateStrengths, loyalty } = bloc;
  const { slates, candidates } = election;
  if (slate !== null && slates[slate] === undefined) return `slate number ${slate + 1} does not exist.`;
  if (slateStrengths.length !== slates.length + 1) {
    return `${slateStrengths.length} slate strengths for ${slates.length} slates and those on none.`;
  }
  if (candidateStrengths.length !== candidates.length) {
    return `${candidateStrengths.length} candidate strengths for ${candidates.length} candidates.`;
  }
  if (![...slateStrengths, ...candidateStrengths].every(isWeight)) return 'a strength must be a number of 0 or more.';
  if (!isPart(loyalty)) return `loyalty must be from 0 to 1, not ${loyalty}.`;
  const canName = (id: CandidateId): boolean =>
    (candidateStrengths[id] ?? 0) > 0 && (slateStrengths[candidates[id]?.slate ?? slates.length] ?? 0) > 0;
  return standing(election).some(canName) ? null : 'nobody is left whom its voters would name.';
}

function orderProblem({ follows }: Bloc, election: Election): string | null {
  if (!follows.every(({ part }) => isPart(part)) || follows.reduce((sum, { part }) => sum + part, 0) > 1 + hair) {
    return 'the parts that follow printed orders must be from 0 to 1, and together no more than 1.';
  }
  for (const { order } of follows) {
    if (new Set(order).size !== order.length) return 'a printed order names somebody twice.';
    const unknown = order.find((id) => election.candidates[id] === undefined);
    if (unknown !== undefined) return `a printed order names candidate number ${unknown + 1}, who does not exist.`;
  }
  return null;
}

function lengthProblem(length: BallotLength): string | null {
  switch (length.kind) {
    case 'between':
      return Number.isInteger(length.from) &&
        Number.isInteger(length.to) &&
        length.from >= 1 &&
        length.to >= length.from
        ? null
        : `ballots cannot have from ${length.from} to ${length.to} names.`;
    case 'own-slate':
    case 'while':
      return isPart(length.thenOn) ? null : `the chance of one more name must be from 0 to 1, not ${length.thenOn}.`;
    default:
      return unknownKind(length);
  }
}

const isWeight = (value: number): boolean => Number.isFinite(value) && value >= 0;

const isPart = (value: number): boolean => isWeight(value) && value <= 1;

function unknownKind(length: never): never {
  throw new Error(`unknown ballot length ${JSON.stringify(length)}`);
}
