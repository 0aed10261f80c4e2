import { expect, it } from 'vitest';
import { isNowhere } from '../../src/app/steps';

it.each([
  '',
  '#',
  '#/',
  '#/keep',
  '#/count/runs',
  '#/count/compare',
  '#/count/stage/12',
  '#/turnout/adjust',
  '#/slates/present/3',
])('has a page at “%s”', (hash) => expect(isNowhere(hash)).toBe(false));

it.each(['#/cuont', '#keep', '#/count/stage/last', '#/keep/card'])('has none at “%s”, and says so', (hash) =>
  expect(isNowhere(hash)).toBe(true),
);
