import { apportion } from '../basics/apportion';
import { exp, ln } from '../basics/elementary';
import type { CandidateId } from '../election/candidate';
import { stopping } from '../turnout/length';
import type { Bloc, Following, Turnout, Variation } from '../turnout/model';
import type { Demonstration, SlateSettings } from './demonstration';
import { firstIds } from './election-of';
import { lengthOf } from './how-far';

/** Whoever puts an independent first goes on after each name with this chance. Made up, like all the rest. */
const independentsGoOn = 0.6;

const fixed = { kind: 'fixed' } as const;
/** Nothing differs but the papers themselves: the shares set are the shares counted. */
const steady: Variation = { members: fixed, turnout: fixed, strengths: fixed };

/** The made-up voters of a demonstration. */
export function turnoutOf(demonstration: Demonstration, variation: Variation = steady): Turnout {
  const { slates, independents, voters } = demonstration;
  const starts = firstIds(demonstration);
  const all = (starts.at(-1) ?? 0) + independents.stood;
  const sizes = apportion(voters, [...slates.map(({ share }) => share), independents.share]);
  /** Candidates of each slate and, last, of none. */
  const stood = [...slates.map((slate) => slate.stood), independents.stood];
  const idsOf = (slate: number): CandidateId[] =>
    Array.from({ length: stood[slate] ?? 0 }, (_, place) => (starts[slate] ?? 0) + place);
  const candidateStrengths = [...slates.flatMap(strengthsOf), ...idsOf(slates.length).map(() => 1)];
  const blocOf = (slate: number, rest: Pick<Bloc, 'name' | 'loyalty' | 'follows' | 'length'>): Bloc => ({
    ...rest,
    members: sizes[slate] ?? 0,
    turnout: 1,
    slate: slate < slates.length ? slate : null,
    leaning: stood.map((_, other) => (other === slate ? 1 : 0)),
    next: mixing(stood, slate),
    candidateStrengths,
  });
  const supporters = slates.map((settings, slate) =>
    blocOf(slate, {
      name: `${settings.name} supporters`,
      loyalty: 1, // of those who follow no order; those who mix follow one of a single name
      follows: followsOf(settings, idsOf(slate)),
      length: lengthOf(settings.howFar, settings.stood, all),
    }),
  );
  const others = blocOf(slates.length, {
    name: 'Voters of no slate',
    loyalty: 0,
    follows: firstOf(idsOf(slates.length), () => 1, 1),
    length: stopping({ kind: 'while', thenOn: independentsGoOn }),
  });
  const blocs = independents.stood > 0 ? [...supporters, others] : supporters;
  const line = 'Voters made up for a demonstration.';
  return { id: 'slate-room', title: 'A demonstration', line, blocs, variation };
}

/** Falls evenly by a factor from 1 for the first to 1 / unequal for the last. */
function strengthsOf({ stood, unequal }: SlateSettings): number[] {
  const rate = stood > 1 ? -ln(unequal) / (stood - 1) : 0;
  return Array.from({ length: stood }, (_, place) => exp(rate * place));
}

/** Strengths of all slates after the first name: one's own as strong as all others, those by the names they have. */
function mixing(stood: readonly number[], own: number): number[] {
  const others = stood.reduce((sum, names, slate) => (slate === own ? sum : sum + names), 0);
  return stood.map((names, slate) => (slate === own ? Math.max(1, others) : names));
}

/** What the loyal copy, if anything, and for the others the one name they begin with. */
function followsOf(settings: SlateSettings, ids: readonly CandidateId[]): Following[] {
  const { loyalty, orders } = settings;
  const strengths = strengthsOf(settings);
  const mixers = firstOf(ids, (place) => strengths[place] ?? 0, 1 - loyalty);
  const beginnings = Array.from({ length: orders }, (_, order) => Math.floor((order * ids.length) / orders));
  const copied = [...new Set(beginnings)].map((from) => [...ids.slice(from), ...ids.slice(0, from)]);
  return [...copied.map((order) => ({ order, part: loyalty / copied.length })), ...mixers];
}

/** Each of these begins the ballots of a part of a bloc, in proportion to its weight; the parts together are `part`. */
function firstOf(ids: readonly CandidateId[], weight: (place: number) => number, part: number): Following[] {
  const sum = ids.reduce((before, _, place) => before + weight(place), 0);
  return part === 0 ? [] : ids.map((id, place) => ({ order: [id], part: (part * weight(place)) / sum }));
}
