import { fail, ok, type Result } from '../../basics/result';
import type { Ballots } from '../../election/ballots';
import type { Election } from '../../election/election';
import type { Turnout, Variation } from '../model';
import { firstBlocs } from './first-blocs';
import { readPapers } from './papers';
import { slateBlocs } from './slate-blocs';
import { hasSlates } from './slates';

/**
 * How far one such election may be from the next is not in the ballots of one. These are modest guesses, said to be so:
 * bloc sizes and strengths within a tenth of themselves in two runs of three (log-normal); the number of voters fixed.
 */
const modest: Variation = {
  members: { kind: 'log-normal', sigma: 0.1 },
  turnout: { kind: 'fixed' },
  strengths: { kind: 'log-normal', sigma: 0.1 },
};

/** The id of a fitted turnout, beside those of an election's sample turnouts. */
export const fittedId = 'fitted';

/**
 * A made-up turnout that votes much as these papers did: as many voters, all of whom turn out. Blocs by slate where the
 * election has slates (see slateBlocs), else by first preference (see firstBlocs). Fails where no paper names anyone who
 * stands.
 */
export function fitTurnout(election: Election, ballots: Ballots): Result<Turnout, { readonly message: string }> {
  const steps = fitting(election, ballots);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** As fitTurnout, in slices; yields the part done after each. */
export function* fitting(
  election: Election,
  ballots: Ballots,
): Generator<number, Result<Turnout, { readonly message: string }>, void> {
  const papers = readPapers(election, ballots);
  if (papers.total === 0) return fail({ message: 'No ballot names anyone who stands, so there is nothing to fit.' });
  return ok({
    id: fittedId,
    title: 'Fitted to the ballots',
    line: 'As many made-up voters as there are ballots, with habits measured on the ballots; how far runs differ is assumed.',
    blocs: hasSlates(election) ? yield* slateBlocs(election, papers) : firstBlocs(election, papers),
    variation: modest,
  });
}
