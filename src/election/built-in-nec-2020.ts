import type { Candidate, CandidateId, SlateId } from './candidate';
import type { Election, PublishedOrder } from './election';
import { actionProgramme } from './built-in-nec-2020-answers';
import { necNotes, necSources } from './built-in-nec-2020-notes';

const slates = [
  { name: 'Grassroots Voice', letter: 'GV' },
  { name: 'Labour to Win', letter: 'LW' },
  { name: 'Open Labour', letter: 'OL' },
  { name: 'Tribune', letter: 'T' },
  { name: 'Labour Left Alliance', letter: 'LA' },
] as const;

type Letter = (typeof slates)[number]['letter'];

/** A to Z by surname: the order on the ballot paper is not known. */
const named: readonly (readonly [name: string, slate: Letter | null])[] = [
  ['Luke Akehurst', 'LW'],
  ['Johanna Baxter', 'LW'],
  ['Ekua Bayunu', 'LA'],
  ['Alex Beverley', null],
  ['Ann Black', 'OL'],
  ['Gemma Bolton', 'GV'],
  ['Yasmine Dar', 'GV'],
  ['Crispin Flintoff', null],
  ['Katherine Foy', null],
  ['Theresa Griffin', 'T'],
  ['Ann Henderson', 'GV'],
  ['Chaudhry Qamer Iqbal', 'LA'],
  ['Jermain Jackman', 'OL'],
  ['Nadia Jama', 'GV'],
  ['Gurinder Singh Josan', 'LW'],
  ['Steve Maggs', 'LA'],
  ['Vince Maple', null],
  ['Mark McDonald', null],
  ['Liz McInnes', 'T'],
  ['Cameron Mitchell', null],
  ['Terry Paul', 'LW'],
  ['Michael Payne', 'LW'],
  ['Laura Pidcock', 'GV'],
  ['Alec Price', 'LA'],
  ['Mish Rahman', 'GV'],
  ['Paula Sherriff', 'T'],
  ['Roger Silverman', 'LA'],
  ['Carol Taylor Spedding', 'LA'],
  ['Shama Tatler', 'LW'],
  ['Ahmad Wattoo', null],
  ['John Wiseman', null],
];

const slateOf = (letter: Letter): SlateId => slates.findIndex((slate) => slate.letter === letter);

const candidates: readonly Candidate[] = named.map(([name, letter]) => ({
  name,
  slate: letter === null ? null : slateOf(letter),
  withdrawn: false,
}));

/** The candidate of exactly this name. */
export function necCandidate(name: string): CandidateId {
  const id = candidates.findIndex((candidate) => candidate.name === name);
  if (id < 0) throw new Error(`nobody called ${name} among ${candidates.length} candidates`);
  return id;
}

const allianceSix = [
  'Roger Silverman',
  'Chaudhry Qamer Iqbal',
  'Carol Taylor Spedding',
  'Ekua Bayunu',
  'Alec Price',
  'Steve Maggs',
].map(necCandidate);

const thenOthers = [
  'Cameron Mitchell',
  'Laura Pidcock',
  'Yasmine Dar',
  'Mish Rahman',
  'Gemma Bolton',
  'Ann Henderson',
  'Nadia Jama',
].map(necCandidate);

const published: readonly PublishedOrder[] = [
  {
    title: 'Labour Left Alliance: its six, then Mitchell, then Grassroots Voice',
    publisher: 'Labour Left Alliance',
    slate: slateOf('LA'),
    order: [...allianceSix, ...thenOthers],
    source: 'https://labourleft.org/?p=2617',
  },
  {
    title: 'Labour Left Alliance: its six only',
    publisher: 'Labour Left Alliance',
    slate: slateOf('LA'),
    order: allianceSix,
    source: 'https://labourleft.org/?p=2617',
  },
];

const alphabetical: readonly PublishedOrder[] = slates.map(({ name }, slate) => ({
  title: `${name}, A to Z`,
  publisher: 'Ballotflow (A to Z; not a published order)',
  slate,
  order: candidates.flatMap((candidate, id) => (candidate.slate === slate ? [id] : [])),
  source: null,
}));

/** The constituency (CLP) section of Labour's National Executive Committee in 2020, as far as pages read tell. */
export const nec2020: Election = {
  id: 'nec-2020',
  title: 'Labour NEC, CLP section, 2020',
  seats: 9,
  candidates,
  slates,
  orders: [...published, ...alphabetical],
  questionnaires: [actionProgramme(necCandidate)],
  rule: 'ers97',
  ruleBasis:
    'Assumed: no page we read names the rule book. ERS97 fits what was published: a quota of 12,954.9, a tenth of the valid votes and not rounded.',
  notes: necNotes,
  sources: necSources,
};
