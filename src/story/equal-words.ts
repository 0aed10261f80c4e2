import type { RuleHead } from '../count/rule';
import { plural } from './words';

/** What the rule does with ballots that rank candidates equal, and how many there are. */
export function equalWords({ equalPreference }: Pick<RuleHead, 'equalPreference'>, ballots: number): string {
  return `${plural(ballots, 'ballot ranks', 'ballots rank')} candidates equal. ${whatHappens(equalPreference)}`;
}

function whatHappens(equalPreference: RuleHead['equalPreference']): string {
  switch (equalPreference) {
    case 'stops':
      return 'By this rule such a ballot ends before them; where they come first, it is not counted.';
    case 'invalid':
      return 'By this rule such a ballot is not counted.';
    case 'passes':
      return 'By this rule such a ballot goes on to whoever comes after them.';
    case 'shared':
      return 'By this rule such a ballot is split evenly over all the orders they could be put in.';
    default:
      return equalPreference satisfies never;
  }
}
