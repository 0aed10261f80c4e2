import type { Election } from '../../src/election/election';

const candidate = (name: string, slate: number | null, withdrawn = false) => ({ name, slate, withdrawn });

/** Six who stand, one who withdrew, two slates, two published orders. */
export const election: Election = {
  id: 'parish',
  title: 'Parish council',
  seats: 2,
  candidates: [
    candidate('Ann Black', 0),
    candidate('Bo Li', 1),
    candidate('Łukasz Ó Briain', 1),
    candidate('Cy Dow', null),
    candidate('Gone Away', 0, true),
    candidate('Di Ek', 0),
    candidate('Al Zed', 1),
  ],
  slates: [
    { name: 'Green Hill', letter: 'G' },
    { name: 'Riverside', letter: 'R' },
  ],
  orders: [
    { title: 'Riverside leaflet', publisher: 'Riverside', slate: 1, order: [6, 1, 2], source: null },
    { title: 'Everyone’s friend', publisher: 'The Parish Post', slate: null, order: [0, 4], source: null },
  ],
  rule: 'scottish',
  ruleBasis: null,
  notes: [],
  sources: [],
};
