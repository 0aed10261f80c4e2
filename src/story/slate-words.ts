import type { Scale } from '../basics/decimal';
import { toNumber } from '../basics/fraction';
import type { Election } from '../election/election';
import type { Coin } from './coin';
import { endParts, type EndPart, type SlateOrNone, type SlateOutcome } from './slate-outcome';
import type { SlateChange, SlateFlow } from './slate-flows';
import { aboutIf, capital, isSingle, listed, plural, shareText, wholeVotes, wholeVotesOf } from './words';

/** What a slate is called in a list: its name, or "No slate". */
export const slateName = ({ slates }: Election, slate: SlateOrNone): string =>
  slate === null ? 'No slate' : (slates[slate]?.name ?? '');

/** The letter that stands for it. */
export const slateLetter = ({ slates }: Election, slate: SlateOrNone): string =>
  slate === null ? '–' : (slates[slate]?.letter ?? '–');

/** "5 of 9 seats (55.6%) with 38.9% of first preferences." */
export function seatsSentence({ elected, shareOfSeats, shareOfVotes }: SlateOutcome, filled: number): string {
  const seats = `${elected.length} of ${plural(filled, 'seat', 'seats')} (${shareText(shareOfSeats)})`;
  return `${seats} with ${shareText(shareOfVotes)} of first preferences.`;
}

const number = (votes: number): string => votes.toLocaleString('en-GB');

/**
 * "Of their 50,348 votes, 40,100 (79.6%) helped elect their own, 3,000 (6%) helped elect others (2,000 Open Labour and
 * 1,000 no slate), ...": the same shape for every slate and for no slate, a part left out only where there is nothing.
 */
export function endsSentence(outcome: SlateOutcome, election: Election, coin: Coin): string {
  const parts = endParts(outcome);
  const all = Math.round(toNumber(outcome.votes));
  if (all === 0) return 'Nobody gave them a first preference.';
  const said = (['kept', 'helped', 'behind', 'stopped', 'cut'] as const).flatMap((kind) => {
    const of = parts.filter((part) => part.kind === kind);
    const votes = of.reduce((sum, part) => sum + part.votes, 0);
    if (votes === 0) return [];
    const share = of.reduce((sum, part) => sum + part.share, 0);
    return [`${number(votes)} (${shareText(share)}) ${endText(kind, votes, coin)}${whom(of, election)}`];
  });
  return `Of their ${plural(all, ...unit(coin))}, ${listed(said)}.${gainedSentence(outcome, coin)}`;
}

/** What became of such a part, after its number. */
function endText(kind: EndPart['kind'], votes: number, coin: Coin): string {
  const were = votes === 1 ? 'was' : 'were';
  switch (kind) {
    case 'kept':
      return 'helped elect their own';
    case 'helped':
      return 'helped elect others';
    case 'behind':
      return 'stayed with candidates not elected';
    case 'stopped':
      return coin.kind === 'pence' ? 'stopped' : `${were} not given`;
    case 'cut':
      return `${were} cut off by rounding`;
    default:
      return kind satisfies never;
  }
}

/** " (2,000 Open Labour and 1,000 no slate)", of votes that helped others. */
function whom(parts: readonly EndPart[], election: Election): string {
  const helped = parts.filter(({ kind }) => kind === 'helped');
  if (helped.length === 0) return '';
  const names = helped.map(
    ({ slate, votes }) => `${number(votes)} ${slate === null ? 'no slate' : slateName(election, slate)}`,
  );
  return ` (${listed(names)})`;
}

function gainedSentence({ gained }: SlateOutcome, coin: Coin): string {
  const whole = Math.round(toNumber(gained));
  if (whole === 0) return '';
  const by = `${plural(Math.abs(whole), ...unit(coin))} ${whole > 0 ? 'more' : 'fewer'}`;
  return ` That is ${by} in all than they were, as ballots that moved together were given one value.`;
}

const unit = ({ kind }: Coin): [one: string, many: string] => (kind === 'pence' ? ['vote', 'votes'] : ['X', 'Xs']);

/**
 * "1,234 votes leave Labour Left Alliance: 900 stay there, 200 go to Grassroots Voice and 134 stop or are cut off." Sources of several
 * slates are said together, as nobody can tell which of the votes was whose.
 */
export function slateFlowSentence({ from, to }: SlateFlow, election: Election, scale: Scale): string {
  if (from.length === 0) return 'No votes move.';
  const nameOf = (slate: SlateChange['slate']): string =>
    slate === 'stopped' ? 'what had stopped' : slate === null ? 'no slate' : slateName(election, slate);
  const moved = from.reduce((sum, { votes }) => sum + votes, 0n);
  const [only] = from;
  const goes = to.map(({ slate, votes }) => {
    const many = wholeVotes(votes, scale);
    if (slate === 'stopped') return `${many} ${isSingle(many) ? 'stops or is' : 'stop or are'} cut off`;
    if (from.length === 1 && only?.slate === slate) return `${many} ${isSingle(many) ? 'stays' : 'stay'} there`;
    return `${many} ${isSingle(many) ? 'goes' : 'go'} to ${nameOf(slate)}`;
  });
  const all = wholeVotesOf(moved, scale);
  const about = aboutIf(
    moved,
    to.map(({ votes }) => votes),
    scale,
  );
  const leave = isSingle(wholeVotes(moved, scale)) ? 'leaves' : 'leave';
  return `${capital(`${about}${all}`)} ${leave} candidates of ${listed(from.map(({ slate }) => nameOf(slate)))}: ${listed(goes)}.`;
}
