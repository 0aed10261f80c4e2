import { packBallots, type Ballot, type Ballots } from './ballots';
import type { Election } from './election';

/** Five people who do not exist, two places, one question everybody has an opinion on. */
export const practice: Election = {
  id: 'practice',
  title: 'Practice: the village hall committee',
  seats: 2,
  candidates: [
    { name: 'Ada Ash', slate: 0, withdrawn: false },
    { name: 'Ben Birch', slate: 1, withdrawn: false },
    { name: 'Cleo Cedar', slate: null, withdrawn: false },
    { name: 'Dev Damson', slate: 0, withdrawn: false },
    { name: 'Eve Elm', slate: 1, withdrawn: false },
  ],
  slates: [
    { name: 'Mend the Roof', letter: 'R' },
    { name: 'New Kitchen', letter: 'K' },
  ],
  orders: [
    { title: 'Mend the Roof leaflet', publisher: 'Mend the Roof', slate: 0, order: [0, 3], source: null },
    { title: 'New Kitchen leaflet', publisher: 'New Kitchen', slate: 1, order: [1, 4], source: null },
  ],
  rule: 'scottish-2007',
  ruleBasis: 'Chosen for practice: it is the simplest of the rules here that are used in public elections.',
  notes: [
    'Everything here is made up: the hall, the people, the slates and all 120 ballots.',
    'Two places. Two slates of two candidates each, and Cleo Cedar on no slate.',
  ],
  sources: [],
};

const [ash, birch, cedar, damson, elm] = [0, 1, 2, 3, 4] as const;

/*
 * Written so that a count under the Scottish rule shows each thing once. The quota is 41. Ash has 50 and 9 extra
 * votes, most of which go to Damson. Damson is lowest all the same, and most of those papers put Cedar ahead of
 * Birch, who was second from the start. Then Elm: six of those eighteen papers stop, six go to Cedar; had the six
 * that stop gone on to Birch, the other New Kitchen candidate, Birch would have beaten Cedar to the second place.
 */
const written: readonly Ballot[] = [
  { copies: 22, preferences: [ash, damson, cedar] },
  { copies: 9, preferences: [ash, damson] },
  { copies: 8, preferences: [ash, cedar] },
  { copies: 4, preferences: [ash, birch, elm] },
  { copies: 7, preferences: [ash] },
  { copies: 11, preferences: [birch, elm, cedar] },
  { copies: 8, preferences: [birch, elm] },
  { copies: 4, preferences: [birch, cedar] },
  { copies: 3, preferences: [birch] },
  { copies: 6, preferences: [cedar, damson, ash] },
  { copies: 5, preferences: [cedar, elm, birch] },
  { copies: 5, preferences: [cedar] },
  { copies: 5, preferences: [damson, cedar, ash] },
  { copies: 3, preferences: [damson, ash, cedar] },
  { copies: 2, preferences: [damson, elm] },
  { copies: 6, preferences: [elm, birch, cedar, damson, ash] },
  { copies: 6, preferences: [elm, cedar, birch] },
  { copies: 6, preferences: [elm] },
];

export const practiceBallots: Ballots = packBallots(written, practice.candidates.length);
