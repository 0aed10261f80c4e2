import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import AdjustPage from '../../src/app/AdjustPage.svelte';
import { builtInElection } from '../../src/election/built-in';
import { createChoiceStore } from '../../src/state/choice';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createPreviewStore } from '../../src/state/preview';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';
import { createEngine, type Engine } from '../../src/worker/client';
import { fakeStorage } from '../state/fake-storage';
import { hostedPort } from '../support/channel';

let engine: Engine | null = null;
afterEach(() => engine?.close());

/** With a copy of a sample in hand, its first bloc unfolded. */
async function open(id = 'practice', voters: 'own' | 'sample' | 'ballots' = 'own') {
  const found = builtInElection(id);
  if (found === null) throw new Error(`no election ${id}`);
  const current = { ...found, file: null, warnings: [] };
  const { storage } = fakeStorage();
  const choice = createChoiceStore(storage);
  const turnouts = createOwnTurnoutsStore(storage);
  turnouts.getState().open(current.election);
  const [sample] = sampleTurnouts(current.election);
  if (sample === undefined) throw new Error('no sample');
  if (voters === 'ballots') choice.getState().pickVoters(id, { kind: 'ballots' });
  if (voters === 'own') {
    choice.getState().pickVoters(id, { kind: 'turnout', id: turnouts.getState().add(sample, 'Mine') });
  }
  engine = createEngine(() => hostedPort(30));
  render(AdjustPage, { current, choice, turnouts, preview: createPreviewStore(engine) });
  const user = userEvent.setup();
  const own = () => {
    const one = turnouts.getState().own[0]?.turnout;
    if (one === undefined) throw new Error('no own turnout');
    return one;
  };
  const bloc = () => {
    const first = own().blocs[0];
    if (first === undefined) throw new Error('no bloc');
    return first;
  };
  const [first] = sample.blocs;
  if (voters === 'own') await user.click(screen.getByText(first?.name ?? ''));
  return { user, sample, turnouts, own, bloc, name: first?.name ?? '' };
}

const settings = (name: string) => within(screen.getByRole('group', { name }));
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
async function type(user: ReturnType<typeof userEvent.setup>, name: string | RegExp, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== '') await user.type(field(name), text);
  await user.tab();
}
const effect = () => screen.getByRole('region', { name: 'What it comes to' });

describe('what is adjusted', () => {
  it('is a copy of a sample, made when asked for', async () => {
    const { user, sample, turnouts } = await open('practice', 'sample');
    expect(screen.getByText(/is a sample of made-up voters and stays as it is/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make a copy to adjust' }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus(); // the button has gone
    expect(field('Name')).toHaveValue(`${sample.title}, adjusted`);
    expect(turnouts.getState().own).toHaveLength(1);
  });

  it('is no real ballots', async () => {
    await open('practice', 'ballots');
    expect(screen.getByRole('link', { name: 'Pick a turnout' })).toHaveAttribute('href', '#/turnout');
  });

  it('is said to be made up, and can be renamed but not to nothing', async () => {
    const { user, own } = await open();
    expect(screen.getByText(/^These voters are made up/)).toBeVisible();
    await type(user, 'Name', 'A cold day');
    expect(own().title).toBe('A cold day');
    await user.clear(field('Name'));
    await user.tab();
    expect(field('Name')).toHaveValue('A cold day');
  });
});

describe('a bloc', () => {
  it('has the same controls whatever slate it leans to', async () => {
    const { user, own } = await open('nec-2020');
    const controls = async (name: string): Promise<string[]> => {
      if (screen.queryByRole('group', { name }) === null) await user.click(screen.getByText(name));
      return settings(name)
        .getAllByRole('textbox')
        .map((one) =>
          (one.id === '' ? '' : (document.querySelector(`label[for="${one.id}"]`)?.textContent ?? ''))
            .replaceAll(name, '')
            .replace(/\s+/g, ' ')
            .trim(),
        );
    };
    const leaning = own().blocs.filter(({ slate, follows }) => slate !== null && follows.length > 0);
    expect(leaning.length).toBeGreaterThan(1);
    const [one, ...others] = await Promise.all(leaning.map(({ name }) => controls(name)));
    for (const other of others) expect(other).toEqual(one);
  });

  it('is set by number', async () => {
    const { user, bloc, name } = await open();
    await type(user, `Members (${name})`, '77');
    await type(user, /^Turnout: how many of them vote/, '12.5');
    await type(user, /^Loyalty/, '90');
    expect(bloc()).toMatchObject({ members: 77, turnout: 0.125, loyalty: 0.9 });
    // The slider goes in whole steps, and says what is set all the same.
    const slider = screen.getByRole('slider', { name: /^Turnout: how many of them vote/ });
    expect(slider).toHaveAttribute('aria-valuetext', '12.5%');
  });

  it('is set by slider, with the number beside it', async () => {
    const { bloc } = await open();
    const slider = screen.getByRole('slider', { name: /^Turnout: how many of them vote/ });
    await fireEvent.input(slider, { target: { value: '40' } });
    expect(bloc().turnout).toBe(0.4);
    expect(field(/^Turnout: how many of them vote/)).toHaveValue('40');
  });

  it('keeps what was there where a number cannot be used, and says so at the field', async () => {
    const { user, bloc } = await open();
    const before = bloc().turnout;
    await type(user, /^Turnout: how many of them vote/, '700');
    const turnout = field(/^Turnout: how many of them vote/);
    expect(turnout).toHaveValue('700');
    expect(turnout).toBeInvalid();
    expect(turnout).toHaveAccessibleDescription(`Write a number from 0 to 100. It stays at ${100 * before}.`);
    expect(bloc().turnout).toBe(before);
    await type(user, /^Turnout: how many of them vote/, '');
    expect(bloc().turnout).toBe(before);
    await type(user, /^Turnout: how many of them vote/, '70');
    expect(turnout).toBeValid();
  });

  it('says what the model does not take', async () => {
    const { user, bloc, name } = await open();
    const leaning = within(screen.getByRole('group', { name: new RegExp(`^Leaning.*${name}`) }));
    const own = leaning.getAllByRole('textbox')[bloc().slate ?? 0];
    if (own === undefined) throw new Error('no field');
    await user.clear(own);
    await user.type(own, '0');
    expect(own).toHaveAccessibleDescription(/^Not taken: must be more than 0 for its own slate\. It stays at /);
    expect(bloc().leaning[bloc().slate ?? 0]).toBe(10);
  });

  it('stops ranking in several ways, added and removed', async () => {
    const { user, bloc, name } = await open();
    await user.click(screen.getByRole('button', { name: `Add a way of stopping (${name})` }));
    await user.selectOptions(screen.getByRole('combobox', { name: `Way of stopping 2 (${name})` }), 'between');
    await type(user, `To (way 2, ${name})`, '4');
    await type(user, `Of these voters (way 2, ${name})`, '25');
    expect(bloc().length[1]).toEqual({ part: 25, stop: { kind: 'between', from: 1, to: 4 } });
    expect(screen.getByText(/^Together 125%: the voters are shared out/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: `Remove (way 1, ${name})` }));
    expect(bloc().length).toEqual([{ part: 25, stop: { kind: 'between', from: 1, to: 4 } }]);
    expect(screen.getByRole('combobox', { name: `Way of stopping 1 (${name})` })).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Remove \(way/ })).toBeNull();
  });

  it('copies an order, one or rotated or none', async () => {
    const { user, bloc, name } = await open();
    const orders = screen.getByRole('combobox', { name: `Printed order they copy (${name})` });
    await user.selectOptions(orders, 'None');
    expect(bloc().follows).toEqual([]);
    await user.selectOptions(orders, 'Their slate’s names, each in turn first (rotated)');
    expect(bloc().follows.length).toBeGreaterThan(1);
    await type(user, `Copy it (${name})`, '20');
    expect(bloc().follows.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(0.2, 12);
  });

  it('has candidates of its own strengths, or the same as every bloc', async () => {
    const { user, own, bloc, name } = await open();
    await user.click(settings(name).getByText(/^Strength of each candidate/));
    await type(user, 'Ada Ash', '9');
    expect(bloc().candidateStrengths[0]).toBe(9);
    expect(own().blocs[1]?.candidateStrengths[0]).not.toBe(9);
    await user.click(screen.getByRole('button', { name: 'Use these strengths in every bloc' }));
    for (const one of own().blocs) expect(one.candidateStrengths).toEqual(bloc().candidateStrengths);
    expect(settings(name).getByText('Every bloc has them.')).toBeVisible();
  });
});

describe('blocs', () => {
  const names = (blocs: readonly { readonly name: string }[]): string[] => blocs.map(({ name }) => name);
  const unfolded = (name: string) => screen.getByText(name, { selector: 'summary *' }).closest('summary');

  it('are added, leaning to a slate or to none, and can be set at once', async () => {
    const { user, own } = await open();
    const before = names(own().blocs);
    await user.click(screen.getByRole('button', { name: 'Add a bloc' }));
    expect(names(own().blocs)).toEqual([...before, 'New bloc']);
    expect(own().blocs.at(-1)?.slate).toBeNull();
    const adder = within(screen.getByRole('form', { name: 'Add a bloc' }));
    await user.selectOptions(adder.getByRole('combobox', { name: 'New bloc, leaning to' }), '0');
    await user.click(adder.getByRole('button', { name: 'Add a bloc' }));
    expect(own().blocs.at(-1)).toMatchObject({ name: 'New bloc 2', slate: 0 });
    await waitFor(() =>
      expect(settings('New bloc 2').getByRole('textbox', { name: 'Name of the bloc' })).toHaveFocus(),
    );
    await type(user, 'Members (New bloc 2)', '7');
    expect(own().blocs.at(-1)?.members).toBe(7);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(names(own().blocs)).toEqual([...before, 'New bloc']);
  });

  it('are copied under a name of their own', async () => {
    const { user, own, bloc, name } = await open();
    await user.click(screen.getByRole('button', { name: `Add another like it (${name})` }));
    expect(own().blocs.at(-1)).toEqual({ ...bloc(), name: `${name}, copy` });
    expect(screen.getByRole('group', { name: `${name}, copy` })).toBeVisible();
  });

  it('are renamed, but not to nothing nor to what another is called', async () => {
    const { user, own, bloc, name } = await open();
    const label = () => settings(bloc().name).getByRole('textbox', { name: 'Name of the bloc' });
    const rename = async (text: string): Promise<void> => {
      await user.clear(label());
      if (text !== '') await user.type(label(), text);
      await user.tab();
    };
    await rename('Night shift');
    expect(bloc().name).toBe('Night shift');
    expect(field('Members (Night shift)')).toBeVisible();
    await rename('');
    expect(label()).toBeInvalid();
    expect(label()).toHaveAccessibleDescription('Write a name. It stays “Night shift”.');
    const other = own().blocs[1]?.name ?? '';
    await rename(other);
    expect(label()).toHaveValue(other);
    expect(label()).toHaveAccessibleDescription('Another bloc is called that. It stays “Night shift”.');
    expect(bloc().name).toBe('Night shift');
    await rename(name);
    expect(label()).toBeValid();
    expect(bloc().name).toBe(name);
  });

  it('are removed, and brought back as they were where they were', async () => {
    const { user, own, name } = await open();
    const before = own().blocs;
    await user.click(screen.getByRole('button', { name: `Remove this bloc (${name})` }));
    expect(own().blocs).toEqual(before.slice(1));
    const undo = await screen.findByRole('button', { name: `Undo: remove “${name}”` });
    await waitFor(() => expect(undo).toHaveFocus());
    expect(screen.getByText(`“${name}” removed`)).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: before[1]?.name ?? '' })).toBeNull();
    await user.click(undo);
    expect(own().blocs).toEqual(before);
    await waitFor(() => expect(unfolded(name)).toHaveFocus());
    expect(screen.getByText(`“${name}” is back`)).toBeInTheDocument();
  });

  it('offer no undo there once something else is changed, but at the top still', async () => {
    const { user, own, name } = await open();
    const before = own().blocs;
    await user.click(screen.getByRole('button', { name: `Remove this bloc (${name})` }));
    await user.click(screen.getByText(before[1]?.name ?? ''));
    await type(user, `Members (${before[1]?.name})`, '77');
    expect(screen.queryByRole('button', { name: /^Undo: remove/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(own().blocs).toEqual(before);
  });

  it('keep what is unfolded when another is removed', async () => {
    const { user, own, name } = await open();
    const [, second, third] = names(own().blocs);
    await user.click(screen.getByText(third ?? ''));
    await user.click(screen.getByRole('button', { name: `Remove this bloc (${name})` }));
    expect(screen.getByRole('group', { name: third ?? '' })).toBeVisible();
    expect(screen.queryByRole('group', { name: second ?? '' })).toBeNull();
  });

  it('are never none, and never without a voter: why is said', async () => {
    const { user, own, name } = await open();
    const [, ...others] = own().blocs;
    for (const one of others.slice(1)) {
      await user.click(screen.getByText(one.name));
      await user.click(screen.getByRole('button', { name: `Remove this bloc (${one.name})` }));
    }
    await user.click(screen.getByText(others[0]?.name ?? ''));
    await type(user, `Members (${others[0]?.name})`, '0');
    await user.click(screen.getByRole('button', { name: `Remove this bloc (${name})` }));
    expect(own().blocs).toHaveLength(2);
    expect(screen.getByText(/^Not taken: members times turnout must come to 1 to /)).toBeVisible();
    await user.click(screen.getByRole('button', { name: `Remove this bloc (${others[0]?.name})` }));
    expect(names(own().blocs)).toEqual([name]);
    expect(screen.queryByText(/^Not taken/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Remove this bloc/ })).toBeNull();
  });
});

describe('runs', () => {
  it('differ not at all, a little or a lot, or exactly so', async () => {
    const { user, own } = await open();
    const members = settings('Size of each bloc');
    await user.click(members.getByRole('radio', { name: 'A lot' }));
    expect(own().variation.members).toEqual({ kind: 'log-normal', sigma: 0.4 });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Distribution (Size of each bloc)' }), 'gamma');
    await type(user, /^Shape.*Size of each bloc/, '20');
    expect(own().variation.members).toEqual({ kind: 'gamma', shape: 20 });
    for (const radio of members.getAllByRole('radio')) expect(radio).not.toBeChecked();
    await user.click(members.getByRole('radio', { name: 'Not at all' }));
    expect(own().variation.members).toEqual({ kind: 'fixed' });
  });
});

describe('changes', () => {
  it('are undone one go at a time, and all reset', async () => {
    const { user, bloc, own, name } = await open();
    const before = own();
    const slider = screen.getByRole('slider', { name: /^Turnout: how many of them vote/ });
    for (const value of ['40', '50', '60']) await fireEvent.input(slider, { target: { value } });
    await fireEvent.change(slider);
    await type(user, `Members (${name})`, '77');
    const undo = screen.getByRole('button', { name: 'Undo' });
    await user.click(undo);
    expect(bloc()).toMatchObject({ members: before.blocs[0]?.members, turnout: 0.6 });
    await user.click(undo);
    expect(own()).toEqual(before);
    expect(undo).toHaveAttribute('aria-disabled', 'true');
    await type(user, `Members (${name})`, '77');
    await user.click(screen.getByRole('button', { name: /^Reset to / }));
    expect(own()).toEqual(before);
    await user.click(undo);
    expect(bloc().members).toBe(77);
  });

  it('show their effect: first preferences, names on average, seats', async () => {
    const { user, own } = await open();
    await waitFor(() => expect(effect()).toHaveTextContent(/300 voters .* names each Seats: Mend the Roof 1/));
    const [first, ...others] = own().blocs;
    for (const { name } of others) {
      await user.click(screen.getByText(name));
      await type(user, `Members (${name})`, '0');
    }
    await waitFor(() => expect(effect()).toHaveTextContent(/101 voters /));
    await user.click(screen.getByText('In numbers'));
    const table = screen.getByRole('table', { name: 'First preferences and seats in a quick sample' });
    const rows = within(table).getAllByRole('row').slice(1);
    const own_ = rows[first?.slate ?? 0];
    expect(Number.parseInt(own_?.textContent.match(/(\d+)%/)?.[1] ?? '', 10)).toBeGreaterThan(80);
    expect(screen.getByText(/^A quick sample of made-up ballots .* Not a forecast\.$/)).toBeVisible();
  });
});
