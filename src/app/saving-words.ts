import { notesKey } from '../state/candidate-notes';
import type { SavingProblem } from '../state/notices';
import { ownTurnoutsKey } from '../state/own-turnouts';
import { rankingsKey } from '../state/ranking-record';

/** One notice about saving, for one problem or several. */
export interface SavingNotice {
  readonly words: string;
  readonly problems: readonly SavingProblem[];
  /** Whether drafts are among what is not saved, so that they should be had as a file. */
  readonly drafts: boolean;
}

const asFile = 'save your drafts as a file, or print or copy your ballot from step 5, Keep.';
const cause = 'storage may be full or switched off.';

function wordsFor({ kind, name }: SavingProblem): string {
  if (kind === 'newer-elsewhere') {
    return 'A newer version of Ballotflow is open in another tab and saves from there. Reload this page to go on here.';
  }
  if (kind === 'saved-again') return 'Saving works again.';
  if (name === notesKey) {
    return `This device does not save notes and stars now; ${cause} They stay as long as this page is open. To save notes as a file, open any candidate’s details in step 2, Rank.`;
  }
  if (name === ownTurnoutsKey) {
    return `This device does not save your turnouts now; ${cause} They stay as long as this page is open. To keep one, save it as a file in step 3, Turnout.`;
  }
  switch (kind) {
    case 'not-saved':
      return `Your latest change could not be saved on this device; ${cause} It stays as long as this page is open: ${asFile}`;
    case 'held':
      return `What was saved on this device cannot be read, and is being left as it is. Changes made now last only as long as this page is open: ${asFile}`;
    default:
      return kind satisfies never;
  }
}

/**
 * What to say about saving: a storage that is full or switched off fails for every record at once, which is one piece of news
 * and not five.
 */
export function savingNotices(problems: readonly SavingProblem[]): SavingNotice[] {
  const unsaved = problems.filter(({ kind }) => kind === 'not-saved' || kind === 'held');
  const others = problems.filter((problem) => !unsaved.includes(problem));
  const several = `This device does not save your changes now; ${cause} They stay as long as this page is open: ${asFile}`;
  return [unsaved, others].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const words = together === unsaved && together.length > 1 ? several : wordsFor(first);
    return [
      { words, problems: together, drafts: unsaved === together && together.some(({ name }) => name === rankingsKey) },
    ];
  });
}
