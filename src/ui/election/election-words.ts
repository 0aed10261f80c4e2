import { paperCount, type Ballots } from '../../election/ballots';
import type { Election } from '../../election/election';

/** Whole numbers as people here write them: 129,549. */
const grouped = new Intl.NumberFormat('en-GB');

/** "1 seat", "9 seats", "12,400 ballot papers". */
export const countOf = (n: number, one: string, many = `${one}s`): string =>
  `${grouped.format(n)} ${n === 1 ? one : many}`;

/** "9 seats, 31 candidates, 5 slates, 120 ballot papers": what there is of each, in that order. */
export function sizeOf({ seats, candidates, slates }: Election, ballots: Ballots | null): readonly string[] {
  return [
    countOf(seats, 'seat'),
    countOf(candidates.length, 'candidate'),
    ...(slates.length > 0 ? [countOf(slates.length, 'slate')] : []),
    ...(ballots === null ? [] : [countOf(paperCount(ballots), 'ballot paper')]),
  ];
}

/** What each election that comes with the app is, in a line. */
const lines: Readonly<Record<string, string>> = {
  'nec-2020': 'A real election, with candidates and slates as published. How everybody else votes is made up.',
  practice: 'Five people who do not exist, two places. A whole count, learnt in a minute.',
};

export const lineFor = ({ id }: Election): string => lines[id] ?? '';
