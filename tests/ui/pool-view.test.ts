import { expect, it } from 'vitest';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { foldText, groupBySlate, viewPool, wholePool, type PoolView } from '../../src/ui/ballot/pool-view';
import { surnameFirst } from '../../src/ui/ballot/surname';
import { election } from './election';

const all = [0, 1, 2, 3, 5, 6];
const view = (change: Partial<PoolView>, pool = all) => viewPool(election, pool, { ...wholePool, ...change });

it('shows the pool in ballot order', () => {
  expect(view({})).toEqual(all);
  expect(view({}, [5, 1])).toEqual([1, 5]);
});

it.each([
  ['lukasz', [2]],
  ['o briain', [2]],
  ['ŁUKASZ', [2]],
  ['river', [1, 2, 6]],
  ['zed river', [6]],
  ['  ', all],
  ['nobody', []],
])('finds "%s"', (query, found) => expect(view({ query })).toEqual(found));

it('keeps to the slates chosen, none among them', () => {
  expect(view({ slates: [0] })).toEqual([0, 5]);
  expect(view({ slates: [0, null] })).toEqual([0, 3, 5]);
  expect(view({ slates: [1], query: 'bo' })).toEqual([1]);
});

it('sorts A to Z, accents apart', () => {
  expect(view({ sort: 'name' }).map((id) => election.candidates[id]?.name)).toEqual([
    'Al Zed',
    'Ann Black',
    'Bo Li',
    'Cy Dow',
    'Di Ek',
    'Łukasz Ó Briain',
  ]);
});

it('shuffles the same way every time, and others keep their places when one is ranked', () => {
  const shuffled = view({ sort: 'shuffled' });
  expect(shuffled).toEqual(view({ sort: 'shuffled' }));
  expect(shuffled).not.toEqual(all);
  expect([...shuffled].sort()).toEqual(all);
  expect(view({ sort: 'shuffled' }, [0, 1, 2, 5, 6])).toEqual(shuffled.filter((id) => id !== 3));
  expect(viewPool({ ...election, id: 'other' }, all, { ...wholePool, sort: 'shuffled' })).not.toEqual(shuffled);
});

it('folds letters that have no accent to drop', () => {
  expect(foldText('Søren Weiß-O’Neill')).toBe('soren weiss-oneill');
});

it('sorts A to Z by surname', () => {
  expect(view({ sort: 'surname' }).map((id) => election.candidates[id]?.name)).toEqual([
    'Ann Black',
    'Cy Dow',
    'Di Ek',
    'Bo Li',
    'Łukasz Ó Briain',
    'Al Zed',
  ]);
});

it('sorts those of a list that is A to Z by surname as it has them', () => {
  const everyone = [...nec2020.candidates.keys()];
  expect(viewPool(nec2020, everyone, { ...wholePool, sort: 'surname' })).toEqual(everyone);
});

it.each([
  ['Ann Black', 'Black Ann'],
  ['Gurinder Singh Josan', 'Josan Gurinder Singh'],
  ['Łukasz Ó Briain', 'Ó Briain Łukasz'],
  ['Ludwig van der Berg', 'van der Berg Ludwig'],
  ['Martin King Jr.', 'King Jr. Martin'],
  ['Dow, Cy', 'Dow Cy'],
  ['Le Roy', 'Roy Le'],
  ['Pelé', 'Pelé'],
])('files %s under %s', (name, filed) => expect(surnameFirst(name)).toBe(filed));

it('groups by slate, then by surname, those on none last', () => {
  expect(view({ sort: 'slate' })).toEqual([0, 5, 1, 2, 6, 3]);
  expect(groupBySlate(election, view({ sort: 'slate' }))).toEqual([
    { slate: 0, candidates: [0, 5] },
    { slate: 1, candidates: [1, 2, 6] },
    { slate: null, candidates: [3] },
  ]);
  expect(groupBySlate(election, [3])).toEqual([{ slate: null, candidates: [3] }]);
});
