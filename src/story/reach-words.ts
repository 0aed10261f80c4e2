import { marksText } from './marks-words';
import type { Reach } from './reach';
import { nameOf, plural, type Names } from './words';

/** Whose ballots the own one is followed among. */
export type Among = 'made-up-voters' | 'made-up-ballots' | 'ballots-in-file';

const opening = {
  'made-up-voters': 'With these made-up voters',
  'made-up-ballots': 'With these made-up ballots',
  'ballots-in-file': 'With the ballots in the file',
} as const;

/** What is said before anyone is ranked. */
export const nothingToFollow = (among: Among): string =>
  `Rank a name, and see here how far your vote would travel ${opening[among].replace('With', 'with')}.`;

/** Where every name on the ballot has withdrawn. */
export const nobodyStands = 'None of the names you ranked is standing, so there is no vote to follow.';

/** Where there is no count to follow it through; `why` is a sentence, null for a fault of ours. */
export const notCounted = (why: string | null): string =>
  `How far your vote would travel cannot be said: ${why ?? 'the count broke off.'}`;

/** "With these made-up voters your vote would reach your number 5, Mish Rahman; the 3 names below would not be read." */
export function reachWords(reach: Reach, among: Among, names: Names): string {
  switch (reach.kind) {
    case 'vote':
      return `${opening[among]} ${travelled(reach, names)}.`;
    case 'marks': {
      const { given, notGiven, unread } = reach;
      const first = given === 1 ? 'your first name gets one X' : `your first ${given} names get an X each`;
      const rest = [
        ...(notGiven > 0 ? [`${marksText(notGiven)} would not be given`] : []),
        ...(unread > 0 ? [belowNotRead(unread)] : []),
      ];
      return `${[`Under this rule ${first}, whoever else votes`, ...rest].join('; ')}.`;
    }
    default:
      return reach satisfies never;
  }
}

/** What would be otherwise with other voters; null where nothing would. */
export function otherwiseWords(reach: Reach): string | null {
  if (reach.kind === 'marks') return null;
  const others = 'Others could take it further, or less far';
  return reach.byLot
    ? `${others}; so could another seed, as whole ballots move here and which ones is chance.`
    : `${others}.`;
}

type VoteReach = Extract<Reach, { kind: 'vote' }>;

function travelled(reach: VoteReach, names: Names): string {
  const { furthest, arrives, below, unread, stopped } = reach;
  const name = nameOf(names, furthest.candidate);
  const who =
    below > 0 ? `your number ${furthest.number}` : furthest.number === 1 ? 'your only name' : 'your last name';
  const stays = furthest.number === 1 && below > 0;
  const vote = arrives === 'whole' ? 'your vote' : 'part of your vote';
  const end = stopWords(stopped);
  if (below === 0) return `${vote} would reach ${who}, ${name}${end === null ? '' : `, and ${end}`}`;
  return [
    `${vote} would ${stays ? 'go no further than' : 'reach'} ${who}, ${name}; ${belowWords(below, unread)}`,
    ...(end === null ? [] : [end]),
  ].join(', and ');
}

function belowWords(below: number, unread: number): string {
  if (unread === below) return belowNotRead(unread);
  const all = below === 1 ? 'the name below' : `the ${below} names below`;
  if (unread === 0) return `${all} would be read, but could not take it`;
  return `of ${all} the last ${unread === 1 ? 'one' : unread} would not be read`;
}

const belowNotRead = (unread: number): string =>
  `the ${plural(unread, 'name', 'names').replace(/^1 /, '')} below would not be read`;

function stopWords(stopped: VoteReach['stopped']): string | null {
  switch (stopped) {
    case 'nothing':
      return null;
    case 'part':
      return 'part of it would stop';
    case 'whole':
      return 'it would stop';
    default:
      return stopped satisfies never;
  }
}
