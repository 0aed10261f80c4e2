import { expect, it } from 'vitest';
import { choiceKey, createChoiceStore, firstSeed } from '../../src/state/choice';
import { ruleFor } from '../../src/state/rule-choice';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { fakeStorage } from './fake-storage';

it('starts with nothing picked', () => {
  expect(createChoiceStore(fakeStorage().storage).getState()).toMatchObject({
    electionId: null,
    voters: {},
    rules: {},
    seed: firstSeed,
  });
});

it('is there again at the next visit, election by election', () => {
  const { storage } = fakeStorage();
  const first = createChoiceStore(storage).getState();
  first.pickElection('practice');
  first.pickVoters('practice', { kind: 'ballots' });
  first.pickVoters('nec-2020', { kind: 'turnout', id: 'early-stop' });
  first.pickRule('nec-2020', 'scottish-2007');
  first.pickSeed('7');
  expect(createChoiceStore(storage).getState()).toMatchObject({
    electionId: 'practice',
    voters: { practice: { kind: 'ballots' }, 'nec-2020': { kind: 'turnout', id: 'early-stop' } },
    rules: { 'nec-2020': 'scottish-2007' },
    seed: '7',
  });
});

it.each([
  ['no record', 7],
  ['an election that is no id', { electionId: 3 }],
  ['a seed that is no text', { seed: 7 }],
  ['a quickness that is neither', { quick: 1 }],
  ['voters of no known kind', { voters: { a: { kind: 'dream' } } }],
  ['a turnout without an id', { voters: { a: { kind: 'turnout' } } }],
  ['a rule that is no text', { rules: { a: 7 } }],
])('sets aside a record of the wrong shape: %s', (_, state) => {
  const { backend, storage, problems } = fakeStorage();
  const text = JSON.stringify({ state, version: 1 });
  backend.items.set(choiceKey, text);
  expect(createChoiceStore(storage).getState()).toMatchObject({ electionId: null, seed: firstSeed });
  expect(problems).toMatchObject([{ kind: 'set-aside', entry: { name: choiceKey, reason: 'invalid', text } }]);
});

it('sets aside the record of a newer app', () => {
  const { backend, storage, problems } = fakeStorage();
  backend.items.set(choiceKey, JSON.stringify({ state: { electionId: 'x' }, version: 9 }));
  expect(createChoiceStore(storage).getState().electionId).toBeNull();
  expect(problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'newer' } }]);
});

it('takes what is there of a record with parts missing', () => {
  const { backend, storage, problems } = fakeStorage();
  backend.items.set(choiceKey, JSON.stringify({ state: { seed: '9' }, version: 1 }));
  expect(createChoiceStore(storage).getState()).toMatchObject({ electionId: null, seed: '9' });
  expect(problems).toEqual([]);
});

it('keeps a rule that only a newer app knows, with all else that was picked', () => {
  const { backend, storage, problems } = fakeStorage();
  const state = { electionId: 'practice', seed: '7', rules: { 'nec-2020': 'of-tomorrow' } };
  backend.items.set(choiceKey, JSON.stringify({ state, version: 1 }));
  const choice = createChoiceStore(storage);
  expect(choice.getState()).toMatchObject(state);
  expect(ruleFor(choice.getState(), nec2020).id).toBe('ers97');
  expect(problems).toEqual([]);
});

it('counts by the rule picked, else by the election’s own, else by the simplest', () => {
  expect(ruleFor({ rules: {} }, nec2020).id).toBe('ers97');
  expect(ruleFor({ rules: { 'nec-2020': 'scottish-2007' } }, nec2020).id).toBe('scottish-2007');
  expect(ruleFor({ rules: {} }, { ...nec2020, rule: 'of-tomorrow' }).id).toBe('scottish-2007');
});
