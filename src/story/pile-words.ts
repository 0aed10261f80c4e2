import type { Fraction } from '../basics/fraction';
import type { Count } from '../count/count';
import type { SurplusFate, Transfer } from '../count/stage';
import { decimalsText, plural, votesText, worthText } from './words';

/**
 * A surplus spread alike over the papers that share in it, where what each candidate gets is cut: "20 extra votes over 60
 * ballots: each moves on at 1/3 of a vote. What each candidate gets is cut to whole votes."
 */
export function pileWords(count: Count, { papers: moved }: Transfer, fate: SurplusFate): string {
  const papers = moved.reduce((sum, entry) => sum + entry.papers, 0);
  const { sharing } = fate;
  const extra = votesText(fate.surplus, count);
  const last = fate.others === 0n ? '' : 'the last ';
  const received = fate.others === 0n ? '' : ' received';
  const all = `${last}${plural(papers, 'ballot', 'ballots')}${received}`;
  const over =
    sharing.papers === papers
      ? all
      : `${sharing.papers.toLocaleString('en-GB')} of ${all} ${sharing.papers === 1 ? 'that names' : 'that name'} someone still in`;
  // Where papers of a whole vote are all there is, there was nothing else they could have been worth.
  const alike = moved.some(({ valueBefore }) => valueBefore === null) && isLess(sharing.of, sharing.papers);
  const worth = moved[0] === undefined ? '' : worthText(moved[0].valueAfter, count);
  const whatever = alike ? ', whatever it was worth before' : '';
  return `${extra} extra ${extra === '1' ? 'vote' : 'votes'} over ${over}: each moves on at ${worth}${whatever}. What each candidate gets is cut to ${decimalsText(count.places)}.`;
}

const isLess = ({ numerator, denominator }: Fraction, whole: number): boolean =>
  numerator < BigInt(whole) * denominator;
