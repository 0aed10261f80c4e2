import { apportion } from '../../basics/apportion';
import type { Election } from '../../election/election';
import type { Bloc } from '../model';
import { fitting, type Fitted } from './expectation';
import type { Habits } from './habits';
import { measuredLength } from './lengths';
import { matchFirsts } from './first-match';
import { firstPreferences, votersFor, type Papers } from './papers';
import { fieldOf, type Field } from './slates';

/** Where a smaller part of a bloc seems to copy an order, chance may have made those papers. */
const leastCopying = 0.01;

/**
 * A bloc for each slate and one for all other voters, as likely as may be to make these papers (expectation-maximisation:
 * Dempster, Laird and Rubin 1977). To begin with a paper is of the bloc of its first name. Then, in turn, habits are
 * measured on the papers of each bloc, and each paper is shared out among the blocs and habits by how likely each makes
 * it: somebody who mixes slates may put another first, and a short paper may or may not be copied from an order.
 *
 * `loyalty` is loyal / (loyal + mixing), where loyal are the papers, so shared out, of voters who put all of their own
 * slate first: of the papers whose names do begin so, those that mixing would not have made by chance. That is how the
 * generator uses it: a part of those who copy no order. `follows` is the part so shared out of papers that are the
 * beginning of a published order or begin with all of it, again less those that free choice would make.
 */
export function* slateBlocs(election: Election, papers: Papers): Generator<number, Bloc[], void> {
  const field = fieldOf(election);
  const fitted = yield* fitting(papers, field);
  const sizes = apportion(
    votersFor(papers),
    fitted.map(({ habits }) => sizeOf(habits)),
  );
  const blocs = fitted.map((bloc, b) => blocOf(election, field, bloc, sizes[b] ?? 0));
  return matchFirsts(
    blocs.filter(({ members }) => members > 0),
    firstPreferences(papers, election.candidates.length),
    field,
  );
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((before, more) => before + more, 0);

const sizeOf = ({ loyal, mixing, orders }: Habits): number => loyal + mixing + sum(orders);

function blocOf(election: Election, field: Field, { habits, strengths }: Fitted, members: number): Bloc {
  const { slate, loyal, mixing, orders, lengths, leaning, next } = habits;
  const size = sizeOf(habits);
  return {
    name: slate === null ? 'Lean to no one slate' : `Lean to ${election.slates[slate]?.name ?? ''}`,
    members,
    turnout: 1,
    slate,
    leaning: Array.from(leaning),
    next: Array.from(next),
    loyalty: loyal + mixing > 0 ? loyal / (loyal + mixing) : 0,
    candidateStrengths: Array.from(strengths),
    follows: field.orders.flatMap(({ printed }, k) => {
      const part = (orders[k] ?? 0) / size;
      return part >= leastCopying ? [{ order: printed, part }] : [];
    }),
    length: measuredLength(lengths),
  };
}
