import type { TurnoutProblem } from '../turnout/check';
import type { Problem } from '../ui/election/problem';

const untouched = 'Your turnouts are as they were.';

/** Why a file could not be opened as a turnout: the first thing that is wrong, and how many more there are. */
export function turnoutProblem(file: string, problems: readonly TurnoutProblem[]): Problem {
  const [{ path, message } = { path: '', message: 'it cannot be used' }] = problems;
  const more = problems.length - 1;
  return {
    title: `${file} could not be opened`,
    message: path === '' ? `It ${message}.` : `${path} ${message}.`,
    where: null,
    todo: `${more > 0 ? `There ${more === 1 ? 'is 1 more thing' : `are ${more} more things`} wrong with it. ` : ''}A turnout file is for one election, whose names it holds.`,
    untouched,
  };
}

/** Why a file could not be read at all; `message` is the browser's. */
export const unreadTurnout = (file: string, message: string): Problem => ({
  title: `${file} could not be read`,
  message,
  where: null,
  todo: 'Choose it once more. If that fails too, make a copy of the file and open the copy.',
  untouched,
});
