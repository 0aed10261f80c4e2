import { findRule } from '../../count/rules/rules';
import { startsAgain } from '../../slate/challenge/search';
import type { Demonstration } from '../../slate/demonstration';
import type { Room } from '../../slate/room';
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

/** A story of eight slides about the chosen slate of a demonstration: the same sentences for every slate. */
export function slidesOf(demonstration: Demonstration, room: Room): Slide[] {
  const { slates, chosen, seats, voters, seed, independents } = demonstration;
  const slate = slates[chosen];
  const rule = findRule(demonstration.rule);
  const stv = room.results.find(({ system }) => system === 'stv');
  if (slate === undefined || rule === null || stv === undefined) return [];
  const { guarantee, election } = room;
  const outcome = slateOutcome(stv.count, election, room.ends).find((one) => one.slate === chosen);
  const percent = (part: number): string => `${Number((100 * part).toFixed(1))}%`;
  const plain = (lines: readonly string[], notes: readonly string[], title: string): Slide => ({
    title,
    lines,
    shows: null,
    notes,
  });
  return [
    plain(
      [
        `${slate.name}: ${plural(slate.stood, 'candidate', 'candidates')} for ${plural(seats, 'seat', 'seats')}.`,
        `${plural(voters, 'made-up voter', 'made-up voters')}. Nothing here is a forecast.`,
      ],
      ['Two questions: does naming more harm my first choices, and does standing many split our vote?'],
      'What ranking does for a slate, and what it does not',
    ),
    plain(
      [
        ...slates.map(
          (one) =>
            `${one.name}: ${percent(one.share)} put it first; it stands ${one.stood}; its supporters ${howFarText(one)}.`,
        ),
        ...(independents.stood > 0 ? [`${percent(independents.share)} put a candidate on no slate first.`] : []),
      ],
      [
        `Of the supporters of ${slate.name}, ${percent(slate.loyalty)} rank all of it before anyone else; the others mix names of other slates in after the first.`,
        'All of this is set by hand and can be changed in the room.',
      ],
      'The voters, all made up',
    ),
    {
      title: 'The same voters, three ways to count',
      lines: [],
      shows: 'seats',
      notes: [
        ...room.results.map(({ system }) => `${systemNote(system, seats, demonstration.rule)}.`),
        'Nobody marks Xs here: the ranked ballots are read as Xs for their first names. That is an assumption.',
      ],
    },
    plain(
      startsAgain(rule)
        ? [
            'Under this rule the count starts again after each exclusion.',
            'Naming more can then harm a name above, though rarely.',
          ]
        : [
            'A later name is read only when every earlier one on the ballot is elected or out.',
            'So naming more does not harm the names above.',
          ],
      [
        `Counted by ${rule.name}. The room looks for a case that says otherwise among made-up elections: let somebody try it.`,
      ],
      'One ballot: does naming more harm?',
    ),
    plain(
      [sureSentence(guarantee, slate), happenedSentence(stv.seats[chosen] ?? 0, guarantee.seats, slate.name)],
      guarantee.promise.kind === 'none'
        ? ['Under “What is sure” the room has a small election that shows it, counted by this rule and by another.']
        : [
            'For each quota of ballots that rank all of a slate first, one of the slate comes to have a quota: votes past it move on within the slate.',
            'It does not matter how many stand, or in what order they are ranked.',
          ],
      'A slate: what is sure',
    ),
    plain(
      [
        outcome === undefined
          ? ''
          : `${slate.name}’s supporters. ${endsSentence(outcome, election, coinOf(stv.count))}`,
        'Votes that stop or go to others do not elect its candidates; nor can a name that goes out early be brought back.',
      ].filter((line) => line !== ''),
      [
        'Standing one more, or stopping sooner, can cost a slate a seat: the room finds small elections in which it does.',
      ],
      'A slate: what can cost it seats',
    ),
    plain(
      [
        'How many stand, and how far supporters rank.',
        'How many rank the whole slate first.',
        'One printed order for all, or several.',
      ],
      ['Escape goes back to the room. Change what the meeting asks for, and look at the three ways again.'],
      'Try it otherwise',
    ),
    plain(
      [
        'Made-up voters: no poll, no forecast, nobody’s real ballot.',
        'Xs read from ranked ballots: an assumption.',
        `The seed is ${seed}: the same settings and seed give the same voters on any device.`,
      ],
      ['The link, or the file, opens exactly this demonstration again.'],
      'What this was, and what it was not',
    ),
  ];
}
