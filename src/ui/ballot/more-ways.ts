import type { CandidateId } from '../../election/candidate';
import type { IconName } from '../controls/Icon.svelte';
import type { BallotMoves } from './ballot-moves';
import type { RankedPlace } from './ranked-place';
import type { RowControl } from './row-focus';

/** One of the further ways to move a name, as its button has it. */
export interface MoreWay {
  readonly icon: IconName;
  /** In short, on the button. */
  readonly text: string;
  /** In full, with the name. */
  readonly label: string;
  /** What focus goes by when the row moves; none for one that takes the row away. */
  readonly control?: RowControl;
  /** It can be pressed but has nothing to do. */
  readonly disabled?: boolean;
  readonly act: () => void;
}

const putLast = (candidate: CandidateId, name: string, moves: BallotMoves): MoreWay => ({
  icon: 'last',
  text: 'Put last',
  label: `Put ${name} last`,
  control: 'put-last',
  act: () => moves.putLast(candidate),
});
const never = (candidate: CandidateId, name: string, moves: BallotMoves): MoreWay => ({
  icon: 'never',
  text: 'Never rank',
  label: `Never rank ${name}`,
  control: 'never',
  act: () => moves.park(candidate),
});

/** Those for a name not ranked yet. */
export const moreWaysInPool = (candidate: CandidateId, name: string, moves: BallotMoves): readonly MoreWay[] => [
  putLast(candidate, name, moves),
  never(candidate, name, moves),
];

/** Those for a name on the ballot: top, bottom, last of all, out, out for good. */
export const moreWaysOnBallot = (
  candidate: CandidateId,
  name: string,
  { list, number, bottom }: RankedPlace,
  moves: BallotMoves,
): readonly MoreWay[] => [
  {
    icon: 'top',
    text: 'Top',
    label: `Move ${name} to the top`,
    control: 'top',
    disabled: number === 1,
    act: () => moves.moveTo(candidate, 1),
  },
  {
    icon: 'bottom',
    text: 'Bottom',
    label: `Move ${name} to the bottom`,
    control: 'bottom',
    disabled: number === bottom,
    act: () => moves.moveTo(candidate, bottom),
  },
  list === 'last'
    ? {
        icon: 'up',
        text: 'Rank next',
        label: `Rank ${name} next, no longer last`,
        control: 'rank-next',
        act: () => moves.rank(candidate),
      }
    : putLast(candidate, name, moves),
  { icon: 'remove', text: 'Take out', label: `Take out ${name}`, act: () => moves.unrank(candidate) },
  never(candidate, name, moves),
];
