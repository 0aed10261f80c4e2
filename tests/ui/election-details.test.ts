import { render, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { packBallots } from '../../src/election/ballots';
import ElectionDetails from '../../src/ui/election/ElectionDetails.svelte';
import { sizeOf } from '../../src/ui/election/election-words';
import { election } from './election';

const ballots = packBallots([{ copies: 1200, preferences: [0] }], 7);

it('groups candidates by slate and says who withdrew', () => {
  render(ElectionDetails, { election, ballots: null, file: null, warnings: [], rule: scottish2007 });
  const green = screen.getByRole('heading', { level: 4, name: 'Green Hill' }).closest('section');
  if (green === null) throw new Error('the slate has no section');
  expect(
    within(green)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['Ann Black', 'Gone Away, withdrawn', 'Di Ek']);
  expect(screen.getByRole('heading', { level: 4, name: 'On no slate' })).toBeVisible();
});

it('lists what in a file may surprise, with its place', () => {
  const warnings = [{ line: 4, column: 2, message: 'Line 4 has a gap.' }];
  render(ElectionDetails, { election, ballots, file: 'parish.blt', warnings, rule: scottish2007 });
  expect(screen.getByText('One thing in this file may surprise you')).toBeVisible();
  expect(screen.getByText('Line 4, column 2.')).toBeVisible();
  expect(screen.getByText('1,200 ballot papers')).toBeVisible();
  expect(screen.getByText('From the file parish.blt')).toBeVisible();
});

it('says what the rule does with ballots that rank candidates equal, where there are any', () => {
  const equal = packBallots([{ copies: 3, preferences: [0, 1], joined: [1] }], 7);
  const given = { election, file: 'parish.blt', warnings: [], rule: scottish2007 };
  const { unmount } = render(ElectionDetails, { ...given, ballots });
  expect(screen.queryByText(/equal/)).toBeNull();
  unmount();
  render(ElectionDetails, { ...given, ballots: equal });
  expect(
    screen.getByText(/^3 ballots rank candidates equal\. By this rule such a ballot ends before them/),
  ).toBeVisible();
});

it('counts what there is of each', () => {
  expect(sizeOf({ ...election, seats: 1 }, ballots)).toEqual([
    '1 seat',
    '7 candidates',
    '2 slates',
    '1,200 ballot papers',
  ]);
});
