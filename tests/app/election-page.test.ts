import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import ElectionPage from '../../src/app/ElectionPage.svelte';
import { parseBlt } from '../../src/ballots/blt';
import { createChoiceStore } from '../../src/state/choice';
import { createElectionsStore } from '../../src/state/elections';
import { fakeEngine, settle } from '../state/fake-engine';
import { fakeStorage } from '../state/fake-storage';

const good = '3 1\n20 1 2 0\n1 3 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Club"\n';
const odd = good.replace('3 1\n', '3 1\n[colour red]\n');
const broken = good.replace('1 3 0', '1 9 0');

function open({ shelfFull = false } = {}) {
  const { engine, opens } = fakeEngine();
  const put = (): Promise<void> => (shelfFull ? Promise.reject(new Error('no room')) : Promise.resolve());
  const elections = createElectionsStore(engine, { put, take: () => Promise.resolve(null) });
  const onpick = vi.fn();
  render(ElectionPage, { elections, choice: createChoiceStore(fakeStorage().storage), onpick });
  const user = userEvent.setup();
  /** What the engine would say of the text. */
  const answer = async (text: string): Promise<void> => {
    opens.at(-1)?.answer(parseBlt(text));
    await settle();
  };
  return { elections, onpick, user, opens, answer };
}

const choose = async (user: ReturnType<typeof userEvent.setup>, name: string): Promise<void> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('there is no file input');
  await user.upload(input, new File(['whatever'], name));
  await settle();
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const alertText = (): string =>
  screen
    .getAllByRole('alert')
    .map((one) => one.textContent)
    .join('');

describe('elections that come with the app', () => {
  it('opens with nothing chosen and says what each is', () => {
    open();
    const nec = button('Labour NEC, CLP section, 2020');
    expect(nec).toHaveAccessibleDescription(/9 seats · 31 candidates · 5 slates/);
    expect(nec).not.toHaveAttribute('aria-current');
    expect(button('Practice: the village hall committee')).toHaveAccessibleDescription(/do not exist/);
    expect(screen.queryByText('What is known, and what is not')).toBeNull();
  });

  it('picks one, moves on, and has its details ready', async () => {
    const { elections, onpick, user } = open();
    await user.click(button('Labour NEC, CLP section, 2020'));
    expect(onpick).toHaveBeenCalledOnce();
    expect(elections.getState().current?.election.id).toBe('nec-2020');
    expect(button('Labour NEC, CLP section, 2020')).toHaveAttribute('aria-current', 'true');

    const details = within(screen.getByRole('region', { name: 'Labour NEC, CLP section, 2020' }));
    expect(details.getByText('Grassroots Voice')).toBeVisible();
    expect(details.getByText(/Electoral Reform Society rules/)).toBeVisible();
    expect(details.getByText(/^Assumed: no page we read/)).toBeVisible();
    expect(details.getByText(/This is not the full ballot paper/)).toBeVisible();
    const [link] = details.getAllByRole('link', { hidden: true });
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link?.textContent).toBe(link?.getAttribute('href'));
  });

  it('says of ballots that come with one that they are made up', async () => {
    const { user } = open();
    await user.click(button('Practice: the village hall committee'));
    expect(screen.getByText('120 ballot papers, made up')).toBeVisible();
  });
});

describe('a file', () => {
  it('is read with its name and progress on screen, and moves on', async () => {
    const { user, onpick, opens, answer } = open();
    await choose(user, 'club.blt');
    expect(screen.getByRole('progressbar', { name: 'Reading club.blt' })).toHaveValue(0);
    opens[0]?.options.onProgress?.({ doing: 'reading', done: 0.5 });
    await settle();
    expect(screen.getByRole('progressbar')).toHaveValue(0.5);
    await answer(good);
    expect(onpick).toHaveBeenCalledOnce();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('From the file club.blt')).toBeVisible();
    expect(screen.getByText('21 ballot papers')).toBeVisible();
  });

  it('can be stopped', async () => {
    const { user, onpick, elections } = open();
    await choose(user, 'long.blt');
    await user.click(button('Stop'));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(elections.getState().problem).toBeNull();
    expect(onpick).not.toHaveBeenCalled();
  });

  it('that is broken: says what, where and what to do, and that nothing was lost', async () => {
    const { user, onpick, answer } = open();
    await user.click(button('Practice: the village hall committee'));
    onpick.mockClear();
    await choose(user, 'bad.blt');
    await answer(broken);
    expect(alertText()).toContain('bad.blt could not be opened');
    expect(alertText()).toContain('Line 3, column 3');
    expect(alertText()).toContain('Line 3 names candidate 9');
    expect(alertText()).toContain(
      '“Practice: the village hall committee” is still open, and your ranking is as it was.',
    );
    expect(onpick).not.toHaveBeenCalled();
    await user.click(button('Close this message'));
    expect(alertText()).toBe('');
  });

  it('with a warning is shown before moving on', async () => {
    const { user, onpick, answer } = open();
    await choose(user, 'odd.blt');
    await answer(odd);
    expect(onpick).not.toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'Club' })).toHaveFocus();
    expect(screen.getByText(/Line 2 has the option/)).toBeVisible();
  });

  it('that cannot be kept stays open and says so', async () => {
    const { user, onpick, answer, elections } = open({ shelfFull: true });
    await choose(user, 'club.blt');
    await answer(good);
    expect(elections.getState().current?.file).toBe('club.blt');
    expect(alertText()).toContain('club.blt is open, but could not be kept');
    expect(onpick).not.toHaveBeenCalled();
  });

  it('can be dropped', async () => {
    const { opens } = open();
    const dropped = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(dropped, { dataTransfer: { files: [new File(['x'], 'dropped.blt')] } });
    screen.getByRole('group', { name: 'Open a file' }).dispatchEvent(dropped);
    await settle();
    expect(opens[0]?.job.file).toBe('dropped.blt');
    expect(dropped.defaultPrevented).toBe(true); // or the browser would go to the file
  });

  it('can be pasted as text', async () => {
    const { user, opens, answer, onpick } = open();
    await user.click(screen.getByText('or paste the text of a BLT file'));
    expect(button('Open this text')).toBeDisabled();
    await user.click(screen.getByRole('textbox', { name: 'Text of a BLT file' }));
    await user.paste(broken);
    await user.click(button('Open this text'));
    await settle();
    expect(new TextDecoder().decode(opens[0]?.job.bytes)).toBe(broken);
    await answer(broken);
    expect(alertText()).toContain('The pasted text could not be opened');
    expect(screen.getByRole('textbox', { name: 'Text of a BLT file' })).toHaveValue(broken); // to be put right
    expect(onpick).not.toHaveBeenCalled();
  });
});

it('says so when the file of the last visit is gone', async () => {
  const { elections } = open();
  await elections.getState().restore('blt-1');
  await settle();
  expect(alertText()).toContain('The file you had open is not on this device any more');
});
