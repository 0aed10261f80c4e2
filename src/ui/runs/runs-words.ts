import { apportion } from '../../basics/apportion';
import type { Election } from '../../election/election';
import { listed, plural } from '../../story/words';
import type { Chance, Mean } from '../../turnout/ensemble/chances';
import type { Summary } from '../../turnout/ensemble/summary';

export type ArmSummary = Summary['arms'][number];
export type PairSummary = Summary['pairs'][number];
type Mine = NonNullable<ArmSummary['mine']>;

/** Of a chance from 0 to 1: "36%"; never 0% or 100% for what has happened, or failed to. */
export function percentText(part: number): string {
  if (part > 0 && part < 0.005) return 'under 1%';
  if (part < 1 && part >= 0.995) return 'over 99%';
  return `${Math.round(100 * part)}%`;
}

/** "92 to 96%": where the true chance lies, 19 times in 20. */
export function betweenText({ low, high }: Chance): string {
  const [from, to] = [Math.floor(100 * low), Math.ceil(100 * high)];
  return from === to ? `${to}%` : `${from} to ${to}%`;
}

/** The averages in whole pence that add up: those of all candidates together first, and then of each. */
export function wholeAverages({ kept, withElected, withOthers, stopped, cut }: Mine) {
  const others = withOthers.reduce((sum, pence) => sum + pence, 0);
  const all = [kept.mean, others, stopped.mean, cut];
  const whole = apportion(Math.round(all.reduce((sum, pence) => sum + pence, 0)), all);
  const [elected = 0, behind = 0, stops = 0, cutOff = 0] = whole;
  return {
    elected,
    behind,
    stopped: stops,
    cut: cutOff,
    withElected: apportion(elected, withElected),
    withOthers: apportion(behind, withOthers),
  };
}

/** Pence of an average, made whole with others: "41p", and never "0p" for what there was. */
export const averageText = (whole: number, exact: number): string =>
  whole === 0 && exact > 0 ? 'under 1p' : `${whole}p`;

/** Where a pound of the ballot in hand goes on average, in one sentence. */
export function mineHeadline(mine: Mine): string {
  const { elected, behind, stopped, cut } = wholeAverages(mine);
  const rest = [
    { pence: behind, text: 'with somebody who is not' },
    { pence: stopped, text: 'stops' },
    { pence: cut, text: 'is cut off by rounding' },
  ].flatMap(({ pence, text }) => (pence === 0 ? [] : [`${pence}p ${text}`]));
  if (rest.length === 0) return 'Your whole vote, or nearly, ends with somebody elected on average.';
  const first = `On average ${averageText(elected, mine.kept.mean)} of your vote ends with somebody elected`;
  return `${listed([first, ...rest])}.`;
}

/** Who ends with a penny of it on average, the most first: in runs that elect them, and in others. */
export function averageParts(mine: Mine, names: readonly string[]) {
  const { withElected, withOthers } = wholeAverages(mine);
  return names
    .map((name, candidate) => ({
      candidate,
      name,
      elected: withElected[candidate] ?? 0,
      other: withOthers[candidate] ?? 0,
      electedText: averageText(withElected[candidate] ?? 0, mine.withElected[candidate] ?? 0),
    }))
    .filter(({ elected, other }) => elected + other > 0)
    .sort((a, b) => b.elected + b.other - (a.elected + a.other));
}

/** How often it helps elect one, two or more, in one sentence. */
export function helpedSentence({ helped, followed }: Mine): string {
  const none = helped[0]?.chance ?? 1;
  const often = [
    { text: 'one', chance: helped[1]?.chance ?? 0 },
    { text: 'two', chance: helped[2]?.chance ?? 0 },
    { text: 'three or more', chance: helped.slice(3).reduce((sum, { chance }) => sum + chance, 0) },
  ].filter(({ chance }) => chance > 0);
  const [only] = often;
  if (followed === 1)
    return `In the one run it ${only === undefined ? 'does not help elect anybody' : `helps elect ${only.text}`}.`;
  const runs = plural(followed, 'run', 'runs');
  if (often.length === 0) return `In none of ${runs} does it help elect anybody.`;
  const some = `In ${none === 0 ? 'every one' : percentText(1 - none)} of ${runs} it helps elect somebody`;
  if (only !== undefined && often.length === 1) return `${some}, ${only.text} each time.`;
  return `${some}: ${listed(often.map(({ text, chance }) => `${text} in ${percentText(chance)}`))}.`;
}

/** "Grassroots Voice 5, Labour to Win 3": by SlateId, those on no slate last. */
export function seatsText(seats: readonly number[], { slates }: Election): string {
  const named = seats.map((count, slate) => ({ count, name: slates[slate]?.name ?? 'no slate' }));
  return named
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${name} ${count}`)
    .join(', ');
}

/** "about 3 seconds", "about 2 minutes". */
export function timeText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `about ${plural(seconds, 'second', 'seconds')}`;
  return `about ${plural(Math.round(seconds / 60), 'minute', 'minutes')}`;
}

/** Nineteen times in twenty the truth is within so many standard errors. */
const sure = 1.96;

/** How far from the mean the true one may be, 19 times in 20. */
export const within = ({ error }: Mean): number => sure * error;

/** A difference that sampling alone would hardly make. */
export const isSeen = ({ mean, error }: Mean): boolean => mean !== 0 && Math.abs(mean) > sure * error;

/** Decimals with which an error of this size has one digit that says something; three at most. */
const digitsFor = (error: number): number =>
  error === 0 ? 0 : Math.min(3, Math.max(0, Math.ceil(-Math.log10(error / 0.95))));

/** As toFixed, but 0.015 is 0.02: as a double it is a little less. */
const fixed = (value: number, digits: number): string =>
  (Math.round(value * 10 ** digits + 1e-9) / 10 ** digits).toFixed(digits);

/** "+3 ± 1": a difference and where it lies 19 times in 20; "+1" where every run differs by as much. */
export function differenceText(difference: Mean, scale = 1): string {
  const [size, error] = [Math.abs(difference.mean) * scale, within(difference) * scale];
  const digits = error === 0 && !Number.isInteger(size) ? 1 : digitsFor(error);
  const shown = fixed(size, digits);
  const sign = Number(shown) === 0 ? '' : difference.mean > 0 ? '+' : '−';
  const about = error === 0 ? '' : ` ± ${fixed(error, digits)}`;
  return `${sign}${shown}${about}`;
}

/** "4.96 ± 0.04": a mean and where the true one lies 19 times in 20; "3" where it is so in every run. */
export function meanText(of: Mean): string {
  const error = within(of);
  if (error === 0) return String(Math.round(10 * of.mean) / 10);
  const digits = Math.max(1, digitsFor(error));
  return `${fixed(of.mean, digits)} ± ${fixed(error, digits)}`;
}

/** "4.96": a mean with the decimals that its error leaves a meaning, without the error. */
export const meanOnly = (of: Mean): string => meanText(of).replace(/ ±.*$/, '');
