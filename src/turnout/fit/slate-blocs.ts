import { apportion } from '../../basics/apportion';
import type { SlateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import type { Bloc } from '../model';
import { fitting, type Fitted } from './expectation';
import type { Habits, Mixing } from './habits';
import { measuredLength } from './lengths';
import { expectedFirsts, matchFirsts } from './first-match';
import { firstPreferences, votersFor, type Papers } from './papers';
import { fieldOf, type Field } from './slates';

/** So far may first preferences by slate be off, as a part of all papers, while blocs mix as the model has it. */
const mostOff = 0.01;

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
 *
 * Many real voters put one of their own first and leave their slate more readily after that than the model's mixing
 * voters do, who go by `leaning` from the start. Where first preferences by slate would be off by more than `mostOff`,
 * blocs are those who put the slate first, and nobody else. Those who mix are then written as copying an order of one
 * name, the first, and going on by `next`; all others are loyal, so that `loyalty` is 1 and the part that mixes is that
 * of these orders together.
 */
export function* slateBlocs(election: Election, papers: Papers): Generator<number, Bloc[], void> {
  const field = fieldOf(election);
  const firsts = firstPreferences(papers, election.candidates.length);
  const blocsOf = function* (way: Mixing) {
    const fitted = yield* fitting(papers, field, way);
    const sizes = apportion(
      votersFor(papers),
      fitted.map(({ habits }) => sizeOf(habits)),
    );
    return fitted
      .map((bloc, b) => blocOf(election, field, bloc, way, sizes[b] ?? 0))
      .filter(({ members }) => members > 0);
  };
  const mixing = yield* blocsOf('anywhere');
  const blocs = slatesOff(mixing, firsts, field) <= mostOff ? mixing : yield* blocsOf('own');
  return matchFirsts(blocs, firsts, field);
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((before, more) => before + more, 0);

const sizeOf = ({ loyal, mixing, orders }: Habits): number => loyal + mixing + sum(orders);

function blocOf(
  election: Election,
  field: Field,
  { habits, strengths, begins }: Fitted,
  way: Mixing,
  members: number,
): Bloc {
  const { slate, loyal, mixing, orders, lengths, leaning, next } = habits;
  const size = sizeOf(habits);
  const copied = field.orders.flatMap(({ printed }, k) => {
    const part = (orders[k] ?? 0) / size;
    return part >= leastCopying ? [{ order: printed, part }] : [];
  });
  const begin = sum(begins);
  const begun = Array.from(begins, (papers, id) => ({ order: [id], part: (mixing / size) * (papers / begin) })).filter(
    ({ part }) => part > 0,
  );
  return {
    name: way === 'own' ? `${slateName(election, slate)} first` : `Lean to ${slateName(election, slate)}`,
    members,
    turnout: 1,
    slate,
    leaning: Array.from(leaning),
    next: Array.from(next),
    loyalty: slate === null ? 0 : way === 'own' ? 1 : loyal / Math.max(loyal + mixing, Number.MIN_VALUE),
    candidateStrengths: Array.from(strengths),
    follows: [...copied, ...(way === 'own' ? begun : [])],
    length: measuredLength(lengths),
  };
}

const slateName = ({ slates }: Election, slate: SlateId | null): string =>
  slate === null ? 'no one slate' : (slates[slate]?.name ?? '');

/** The largest difference in a slate's first preferences, as a part of all papers. */
function slatesOff(blocs: readonly Bloc[], firsts: Float64Array, field: Field): number {
  const expected = expectedFirsts(blocs, field);
  const [all, made] = [sum(firsts), sum(expected)];
  const off = field.members.map((names) =>
    Math.abs(names.reduce((before, id) => before + (expected[id] as number) / made - (firsts[id] as number) / all, 0)),
  );
  return Math.max(...off);
}
