import type { CurrentElection, OpenProblem } from '../state/elections';
import type { Problem } from '../ui/election/problem';

/** Why something could not be opened, as it is shown. */
export function problemWords(problem: OpenProblem, current: CurrentElection | null): Problem {
  const untouched =
    current === null
      ? null
      : `“${current.election.title}” is still open, and your ranking is as it was. Nothing was lost.`;
  switch (problem.kind) {
    case 'broken-file': {
      const { line, column, message, hint } = problem.error;
      return {
        title: `${capital(problem.file)} could not be opened`,
        where: `Line ${line}, column ${column}`,
        message,
        todo: hint ?? 'Put this right in the file, then open it again.',
        untouched,
      };
    }
    case 'unreadable':
      return {
        title: `${capital(problem.file)} could not be read`,
        where: null,
        message: sentence(problem.message),
        todo: 'Choose it once more. If that fails too, make a copy of the file and open the copy, or paste its text.',
        untouched,
      };
    case 'gone':
      return {
        title: 'The file you had open is not on this device any more',
        where: null,
        message: 'It was kept in this browser, which has cleared it.',
        todo: 'Open the same file again: your ranking for it is kept, and comes back with it.',
        untouched: null,
      };
    case 'not-kept':
      return {
        title: `${capital(problem.file)} is open, but could not be kept`,
        where: null,
        message: sentence(problem.message),
        todo: 'You can go on with it now. After a reload you will have to open it again; your ranking stays.',
        untouched: null,
      };
    default:
      return problem satisfies never;
  }
}

/** Only pasted text is not a name of somebody else's choosing. */
const capital = (file: string): string => (file === 'pasted text' ? 'The pasted text' : file);

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);
