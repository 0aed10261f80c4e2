import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import TurnoutPage from '../../src/app/TurnoutPage.svelte';
import { builtInElection } from '../../src/election/built-in';
import { createChoiceStore } from '../../src/state/choice';
import type { CurrentElection } from '../../src/state/elections';
import { createFittingStore } from '../../src/state/fitting';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { formatTurnout } from '../../src/turnout/file';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { createEngine, type Engine } from '../../src/worker/client';
import { hostedPort } from '../support/channel';
import { fakeStorage } from '../state/fake-storage';

function builtIn(id: string): CurrentElection {
  const found = builtInElection(id);
  if (found === null) throw new Error(`no election ${id}`);
  return { ...found, file: null, warnings: [] };
}

let engine: Engine | null = null;
afterEach(() => engine?.close());

function open(current: CurrentElection) {
  const { storage } = fakeStorage();
  const choice = createChoiceStore(storage);
  const turnouts = createOwnTurnoutsStore(storage);
  engine = createEngine(() => hostedPort(5));
  const { container } = render(TurnoutPage, { current, choice, fits: createFittingStore(engine), turnouts });
  return { choice, turnouts, container, user: userEvent.setup() };
}

const voters = () => within(screen.getByRole('group', { name: 'Who else votes' })).getAllByRole('radio');
const radio = (name: string) => screen.getByRole('radio', { name });
const said = () => screen.getByRole('status').textContent;

describe('who else votes', () => {
  it('offers at least four turnouts, each said to be made up, and starts with the first', () => {
    open(builtIn('nec-2020'));
    expect(voters().length).toBeGreaterThanOrEqual(4);
    for (const one of voters()) expect(one).toHaveAccessibleDescription(/^Made-up voters/);
    expect(radio('Close to 2020')).toBeChecked();
    expect(radio('Close to 2020')).toHaveAccessibleDescription(
      /Grassroots Voice supporters 3\d%.*129,549 voters.*names on average/,
    );
  });

  it('keeps what is picked for this election', async () => {
    const { choice, user } = open(builtIn('nec-2020'));
    for (const one of voters().toReversed()) {
      await user.click(one);
      expect(one).toBeChecked();
    }
    await user.click(radio('Everyone stops after three names at most'));
    expect(choice.getState().voters).toEqual({ 'nec-2020': { kind: 'turnout', id: 'early-stop' } });
  });

  it('offers made-up ballots of a built-in election last, and says what they are', async () => {
    const { choice, user } = open(builtIn('practice'));
    const ballots = radio('The ballots that come with it (made up)');
    expect(voters().at(-1)).toBe(ballots);
    expect(ballots).not.toBeChecked();
    expect(ballots).toHaveAccessibleDescription(
      /Counted as they are; your ballot follows along but is not added\. 120 ballot papers/,
    );
    await user.click(ballots);
    expect(choice.getState().voters).toEqual({ practice: { kind: 'ballots' } });
    expect(screen.getByRole('button', { name: 'Draw other lots' })).toBeVisible();
  });

  it('offers the ballots of a file first, and starts with them', () => {
    open({ ...builtIn('practice'), file: 'hall.blt' });
    expect(voters()[0]).toBe(radio('The ballots in the file'));
    expect(radio('The ballots in the file')).toBeChecked();
  });

  it('has the blocs of a turnout in a table', () => {
    open(builtIn('nec-2020'));
    const table = screen.getByRole('table', { name: 'The blocs of “Close to 2020”', hidden: true });
    const row = within(table).getByRole('row', { name: /^Grassroots Voice supporters/, hidden: true });
    expect(
      within(row)
        .getAllByRole('cell', { hidden: true })
        .map((cell) => cell.textContent),
    ).toEqual(['37%', expect.stringMatching(/^\d+\.\d$/), '50%']);
  });
});

describe('the rule', () => {
  it('starts with the election’s own, marked, and keeps another', async () => {
    const { choice, user } = open(builtIn('nec-2020'));
    const own = radio('Electoral Reform Society rules (ERS97)');
    expect(own).toBeChecked();
    expect(own).toHaveAccessibleDescription(/^Assumed for this election/);
    await user.click(radio('Scottish council elections (2007)'));
    expect(choice.getState().rules).toEqual({ 'nec-2020': 'scottish-2007' });
  });

  it('is as in the election where that is known, assumed where a file cannot say', () => {
    const { election, ...rest } = builtIn('practice');
    open({ election, ...rest });
    expect(radio('Scottish council elections (2007)')).toHaveAccessibleDescription(/^As in this election/);
    document.body.replaceChildren();
    open({ ...rest, election: { ...election, ruleBasis: null }, file: 'hall.blt' });
    expect(radio('Scottish council elections (2007)')).toHaveAccessibleDescription(/^Assumed: the file names no rule/);
  });
});

describe('the seed', () => {
  it('is on screen, can be typed, and is never empty', async () => {
    const { choice, user } = open(builtIn('practice'));
    const field = screen.getByRole('textbox', { name: 'Seed' });
    expect(field).toHaveValue('2020');
    await user.clear(field);
    await user.type(field, ' 77 {Tab}');
    expect(choice.getState().seed).toBe('77');
    expect(field).toHaveValue('77');
    await user.clear(field);
    await user.tab();
    expect(choice.getState().seed).toBe('77');
    expect(field).toHaveValue('77');
  });

  it('can be drawn anew, which is said', async () => {
    const { choice, user } = open(builtIn('practice'));
    await user.click(screen.getByRole('button', { name: 'Draw other voters' }));
    const { seed } = choice.getState();
    expect(seed).toMatch(/^\d{1,6}$/);
    expect(said()).toBe(`New seed: ${seed}`);
    expect(screen.getByRole('textbox', { name: 'Seed' })).toHaveValue(seed);
  });
});

describe('own turnouts', () => {
  const practice = builtIn('practice');
  const [sample] = sampleTurnouts(practice.election);
  if (sample === undefined) throw new Error('no sample');
  const button = (name: string) => screen.getByRole('button', { name });

  it('begin as a copy of a sample, which stays as it is, and are listed first', async () => {
    const { choice, turnouts, user } = open(practice);
    await user.click(button(`Adjust “${sample.title}”`));
    expect(location.hash).toBe('#/turnout/adjust');
    expect(turnouts.getState().own).toMatchObject([
      { turnout: { id: 'own-1', title: `${sample.title}, adjusted` }, start: sample },
    ]);
    expect(choice.getState().voters).toEqual({ practice: { kind: 'turnout', id: 'own-1' } });
    expect(voters()[0]).toBe(radio(`${sample.title}, adjusted`));
    expect(voters()[0]).toBeChecked();
    expect(voters()[0]).toHaveAccessibleDescription(/^Made-up voters, your own Made up: your own copy of/);
    expect(radio(sample.title)).not.toBeChecked();
    // Adjusted again it is the same one.
    await user.click(button(`Adjust “${sample.title}, adjusted”`));
    expect(turnouts.getState().own).toHaveLength(1);
  });

  it('are deleted, and come back', async () => {
    const { turnouts, user } = open(practice);
    await user.click(button(`Adjust “${sample.title}”`));
    await user.click(button(`Delete “${sample.title}, adjusted”`));
    expect(turnouts.getState().own).toEqual([]);
    expect(radio(sample.title)).toBeChecked();
    const undo = button(`Undo: delete “${sample.title}, adjusted”`);
    expect(undo).toHaveFocus();
    await user.click(undo);
    expect(radio(`${sample.title}, adjusted`)).toBeChecked();
    expect(button('Open a turnout file')).toHaveFocus();
  });

  const file = (text: string) => new File([text], 'mine.json', { type: 'application/json' });
  const choose = async (container: HTMLElement, chosen: string | File) => {
    const input = container.querySelector('input[type=file]');
    if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
    await userEvent.upload(input, typeof chosen === 'string' ? file(chosen) : chosen);
  };

  it('are opened from a file', async () => {
    const { container, turnouts } = open(practice);
    await choose(container, formatTurnout({ ...sample, title: 'From the north' }, practice.election));
    expect(await screen.findByRole('radio', { name: 'From the north' })).toBeChecked();
    expect(turnouts.getState().own).toMatchObject([{ turnout: { id: 'own-1' }, start: { id: sample.id } }]);
  });

  it('are not opened from a file that is wrong, which is said with the place', async () => {
    const { container, turnouts } = open(practice);
    const [bloc] = sample.blocs;
    if (bloc === undefined) throw new Error('no bloc');
    await choose(container, formatTurnout({ ...sample, blocs: [{ ...bloc, loyalty: 7 }] }, practice.election));
    expect(await screen.findByRole('heading', { name: 'mine.json could not be opened' })).toBeVisible();
    expect(screen.getByText('blocs[0].loyalty must be from 0 to 1, not 7.')).toBeVisible();
    expect(turnouts.getState().own).toEqual([]);
  });

  it('are not opened from a file that cannot be read, which is said', async () => {
    const { container } = open(practice);
    const moved = file('{}');
    Object.defineProperty(moved, 'text', { value: () => Promise.reject(new Error('The file has moved.')) });
    await choose(container, moved);
    expect(await screen.findByRole('heading', { name: 'mine.json could not be read' })).toBeVisible();
    expect(screen.getByText('The file has moved.')).toBeVisible();
  });

  it('are not put with another election that is opened while the file is read', async () => {
    const { container, turnouts } = open(practice);
    let finish: (text: string) => void = () => undefined;
    const slow = file('{}');
    Object.defineProperty(slow, 'text', { value: () => new Promise((resolve) => (finish = resolve)) });
    await choose(container, slow);
    turnouts.getState().open(builtIn('nec-2020').election);
    finish(formatTurnout(sample, practice.election));
    await new Promise((resolve) => setTimeout(resolve));
    expect(turnouts.getState().own).toEqual([]);
  });
});

describe('voters like those in a file', () => {
  it('are made when asked for, picked, and shown beside the ballots', async () => {
    const { turnouts, user } = open({ ...builtIn('practice'), file: 'hall.blt' });
    await user.click(screen.getByRole('button', { name: 'Make voters like these' }));
    expect(await screen.findByRole('radio', { name: 'Fitted to the ballots' }, { timeout: 10_000 })).toBeChecked();
    expect(turnouts.getState().own).toHaveLength(1);
    await user.click(screen.getByText(/^First preferences: largest difference \d+\.\d points$/));
    const table = screen.getByRole('table', { name: 'First preferences: measured and made up' });
    const percents = (column: number) =>
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => Number.parseFloat(within(row).getAllByRole('cell')[column]?.textContent ?? ''));
    for (const column of [0, 1]) {
      expect(percents(column).reduce((a, b) => a + b, 0)).toBeGreaterThan(99);
    }
    expect(screen.getByText(/^Elected by the file: /)).toHaveTextContent(/of 50 runs of the made-up voters/);
  });

  it('are called what their card is called, the second time too', async () => {
    const { turnouts, user } = open({ ...builtIn('practice'), file: 'hall.blt' });
    const made = async (title: string): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Make voters like these' }));
      const said = await screen.findByText(`Made: “${title}”, among the cards above.`, {}, { timeout: 10_000 });
      expect(said).toBeVisible();
    };
    await made('Fitted to the ballots');
    await made('Fitted to the ballots 2');
    expect(screen.getByRole('radio', { name: 'Fitted to the ballots 2' })).toBeChecked();
    turnouts.getState().delete(turnouts.getState().own[0]?.turnout.id ?? '');
    expect(await screen.findByText('How like the ballots those made last are:')).toBeVisible();
    expect(screen.queryByText(/^Made: /)).toBeNull();
  });

  it('are not offered beside ballots that are made up', () => {
    open(builtIn('practice'));
    expect(screen.queryByRole('button', { name: 'Make voters like these' })).toBeNull();
  });
});
