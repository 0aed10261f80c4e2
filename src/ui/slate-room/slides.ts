import type { Rule } from '../../count/rule';
import { findRule } from '../../count/rules/rules';
import { startsAgain } from '../../slate/challenge/search';
import type { Demonstration, SlateSettings } from '../../slate/demonstration';
import type { Room } from '../../slate/room';
import type { SystemResult } from '../../slate/systems';
import { coinOf } from '../../story/coin';
import { slateOutcome } from '../../story/slate-outcome';
import { endsSentence } from '../../story/slate-words';
import { plural } from '../../story/words';
import { happenedSentence, howFarText, sureSentence, systemNote } from './room-words';

/** One slide of a presentation, and what the speaker may say with it. */
export interface Slide {
  readonly title: string;
  readonly lines: readonly string[];
  /** The seats under the three systems, beside the lines. */
  readonly shows: 'seats' | null;
  readonly notes: readonly string[];
}

/** What all slides tell of. */
interface Told {
  readonly demonstration: Demonstration;
  readonly room: Room;
  readonly slate: SlateSettings;
  readonly rule: Rule;
  /** By transferable votes. */
  readonly stv: SystemResult;
}

/** A story of eight slides about the chosen slate of a demonstration: the same sentences for every slate. */
export function slidesOf(demonstration: Demonstration, room: Room): Slide[] {
  const slate = demonstration.slates[demonstration.chosen];
  const rule = findRule(demonstration.rule);
  const stv = room.results.find(({ system }) => system === 'stv');
  if (slate === undefined || rule === null || stv === undefined) return [];
  const told: Told = { demonstration, room, slate, rule, stv };
  return [opening, voters, threeWays, oneBallot, sure, costs, otherwise, closing].map((slide) => slide(told));
}

const percent = (part: number): string => `${Number((100 * part).toFixed(1))}%`;

const opening = ({ demonstration: { seats, voters }, slate }: Told): Slide => ({
  title: 'What ranking does for a slate, and what it does not',
  lines: [
    `${slate.name}: ${plural(slate.stood, 'candidate', 'candidates')} for ${plural(seats, 'seat', 'seats')}.`,
    `${plural(voters, 'made-up voter', 'made-up voters')}. Nothing here is a forecast.`,
  ],
  shows: null,
  notes: ['Two questions: does naming more harm my first choices, and does standing many split our vote?'],
});

const voters = ({ demonstration: { slates, independents }, slate }: Told): Slide => ({
  title: 'The voters, all made up',
  lines: [
    ...slates.map(
      (one) =>
        `${one.name}: ${percent(one.share)} put it first; it stands ${one.stood}; its supporters ${howFarText(one)}.`,
    ),
    ...(independents.stood > 0 ? [`${percent(independents.share)} put a candidate on no slate first.`] : []),
  ],
  shows: null,
  notes: [
    `Of the supporters of ${slate.name}, ${percent(slate.loyalty)} rank all of it before anyone else; the others mix names of other slates in after the first.`,
    'All of this is set by hand and can be changed in the room.',
  ],
});

const threeWays = ({ demonstration: { seats, rule }, room, slate }: Told): Slide => ({
  title: 'The same voters, three ways to count',
  lines: [`Seats of ${slate.name}, outlined:`],
  shows: 'seats',
  notes: [
    ...room.results.map(({ system }) => `${systemNote(system, seats, rule)}.`),
    'Nobody marks Xs here: the ranked ballots are read as Xs for their first names. That is an assumption.',
  ],
});

const oneBallot = ({ rule }: Told): Slide => ({
  title: 'One ballot: does naming more harm?',
  lines: startsAgain(rule)
    ? [
        'Under this rule the count starts again after each exclusion.',
        'Naming more can then harm a name above, though rarely.',
      ]
    : [
        'A later name is read only when every earlier one on the ballot is elected or out.',
        'So naming more does not harm the names above.',
      ],
  shows: null,
  notes: [
    `Counted by ${rule.name}. The room looks for a case that says otherwise among made-up elections: let somebody try it.`,
  ],
});

const sure = ({ demonstration, room: { guarantee }, slate, stv }: Told): Slide => ({
  title: 'A slate: what is sure',
  lines: [
    sureSentence(guarantee, slate),
    happenedSentence(stv.seats[demonstration.chosen] ?? 0, guarantee.seats, slate.name),
  ],
  shows: null,
  notes:
    guarantee.promise.kind === 'none'
      ? ['Under “What is sure” the room has a small election that shows it, counted by this rule and by another.']
      : [
          'For each quota of ballots that rank all of a slate first, one of the slate comes to have a quota: votes past it move on within the slate.',
          'It does not matter how many stand, or in what order they are ranked.',
        ],
});

function costs({ demonstration: { chosen }, room: { election, ends }, slate, stv }: Told): Slide {
  const outcome = slateOutcome(stv.count, election, ends).find((one) => one.slate === chosen);
  return {
    title: 'A slate: what can cost it seats',
    lines: [
      ...(outcome === undefined
        ? []
        : [`${slate.name}’s supporters. ${endsSentence(outcome, election, coinOf(stv.count))}`]),
      'Votes that stop or go to others do not elect its candidates; nor can a name that goes out early be brought back.',
    ],
    shows: null,
    notes: [
      'Standing one more, or stopping sooner, can cost a slate a seat: the room finds small elections in which it does.',
    ],
  };
}

const otherwise = (): Slide => ({
  title: 'Try it otherwise',
  lines: [
    'How many stand, and how far supporters rank.',
    'How many rank the whole slate first.',
    'One printed order for all, or several.',
  ],
  shows: null,
  notes: ['Escape goes back to the room. Change what the meeting asks for, and look at the three ways again.'],
});

const closing = ({ demonstration: { seed } }: Told): Slide => ({
  title: 'What this was, and what it was not',
  lines: [
    'Made-up voters: no poll, no forecast, nobody’s real ballot.',
    'Xs read from ranked ballots: an assumption.',
    `The seed is ${seed}: the same settings and seed give the same voters on any device.`,
  ],
  shows: null,
  notes: ['The link, or the file, opens exactly this demonstration again.'],
});
