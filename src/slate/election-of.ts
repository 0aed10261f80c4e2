import type { Candidate } from '../election/candidate';
import type { Election } from '../election/election';
import type { Demonstration, SlateSettings } from './demonstration';

/** The candidates a slate stands: the names it has, then made-up ones that say so. */
export function namesOfSlate({ names, letter, stood }: SlateSettings): string[] {
  return Array.from({ length: stood }, (_, place) => names[place] ?? madeUpName(letter, place));
}

const madeUpName = (letter: string, place: number): string => `${letter} ${place + 1} (made up)`;

/** The election of a demonstration: the candidates of each slate in turn, then the independents, who are made up. */
export function electionOf({ seats, rule, slates, independents }: Demonstration): Election {
  const stood = slates.flatMap((settings, slate) =>
    namesOfSlate(settings).map((name): Candidate => ({ name, slate, withdrawn: false })),
  );
  const alone = Array.from({ length: independents.stood }, (_, place): Candidate => ({
    name: madeUpName('Independent', place),
    slate: null,
    withdrawn: false,
  }));
  return {
    id: 'slate-room',
    title: 'A demonstration with made-up voters',
    seats,
    candidates: [...stood, ...alone],
    slates: slates.map(({ name, letter }) => ({ name, letter })),
    orders: [],
    rule,
    ruleBasis: null,
    notes: ['All voters are made up, and so is what they rank. Nothing here is a forecast.'],
    sources: [],
  };
}

/** The first candidate of each slate, and after the last the first of the independents: by slate, in CandidateIds. */
export function firstIds({ slates }: Pick<Demonstration, 'slates'>): number[] {
  let next = 0;
  return [0, ...slates.map(({ stood }) => (next += stood))];
}
