import { describe, expect, it } from 'vitest';
import { builtInElections } from '../../src/election/built-in';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { checkElection, type Election } from '../../src/election/election';
import { defaultDemonstration } from '../../src/slate/default-demonstration';
import { checkDemonstration, type Demonstration } from '../../src/slate/demonstration';
import { formatDemonstration, parseDemonstration } from '../../src/slate/demonstration-file';
import { electionOf, namesOfSlate } from '../../src/slate/election-of';
import { idsOfSlate } from '../../src/slate/room';
import { turnoutOf } from '../../src/slate/turnout-of';
import { ballotAt, type Ballots } from '../../src/election/ballots';
import { checkTurnout } from '../../src/turnout/check';
import { paperOf } from '../../src/turnout/papers';
import { sampleBallots } from '../../src/turnout/sample';
import { demonstration, slate } from '../support/demonstrations';

const ballotsOf = (settings: Demonstration): Ballots =>
  sampleBallots(turnoutOf(settings), paperOf(electionOf(settings)), settings.seed);

const rankings = (settings: Demonstration): (readonly number[])[] => {
  const ballots = ballotsOf(settings);
  return Array.from(ballots.copies, (_, row) => ballotAt(ballots, row).preferences);
};

const manySlates: Election = {
  ...nec2020,
  id: 'many',
  seats: 40,
  rule: 'fptp',
  slates: Array.from({ length: 7 }, (_, n) => ({ name: `List ${n}`, letter: `${n}` })),
  candidates: Array.from({ length: 60 }, (_, n) => ({
    name: `Name ${n}`,
    slate: n < 30 ? 3 : n < 55 ? n % 7 : null,
    withdrawn: n === 1,
  })),
  orders: [],
  questionnaires: [],
};

describe('the demonstration to begin with', () => {
  it.each([
    ...builtInElections.map(({ election }) => election),
    manySlates,
    { ...manySlates, slates: [], candidates: [{ name: 'Ann', slate: null, withdrawn: false }] },
  ])('suits $title, and its voters can be made up', (election) => {
    const settings = defaultDemonstration(election);
    expect(checkDemonstration(settings)).toEqual({ ok: true, value: settings });
    expect(checkElection(electionOf(settings)).ok).toBe(true);
    expect(checkTurnout(turnoutOf(settings), electionOf(settings)).ok).toBe(true);
  });

  it('has the numbers the slates of 2020 stood and what was published of first preferences', () => {
    const { slates, seats, independents } = defaultDemonstration(nec2020);
    expect(seats).toBe(9);
    expect(slates.map(({ letter, stood, share }) => [letter, stood, share])).toEqual([
      ['GV', 6, 0.375],
      ['LW', 6, 0.314],
      ['OL', 2, 0.085],
      ['T', 3, 0.039],
      ['LA', 6, 0.037],
    ]);
    expect(independents.stood).toBe(8);
    expect(slates[0]?.names).toContain('Laura Pidcock');
  });
});

describe('the voters of a demonstration', () => {
  const half = demonstration([
    slate({ letter: 'A', share: 0.37, stood: 4, loyalty: 0.5, howFar: { kind: 'at', names: 3 } }),
    slate({ letter: 'B', share: 0.213, loyalty: 0.5, orders: 6, howFar: { kind: 'beyond', thenOn: 0.5 } }),
  ]);

  it('put each slate first by exactly the share set, however they mix further down', () => {
    const firsts = rankings(half).map(([first]) => electionOf(half).candidates[first ?? -1]?.slate ?? 'none');
    const count = (wanted: number | string): number => firsts.filter((one) => one === wanted).length;
    expect([count(0), count(1), count('none')]).toEqual([3700, 2130, 4170]);
  });

  it('stop where they are told to', () => {
    const lengths = (settings: Demonstration, of: number): number[] => {
      const own = idsOfSlate(settings, of);
      return rankings(settings)
        .filter(([first]) => own.includes(first ?? -1))
        .map(({ length }) => length);
    };
    expect(new Set(lengths(half, 0))).toEqual(new Set([3]));
    const beyond = lengths(half, 1);
    expect(Math.min(...beyond)).toBe(6);
    expect(beyond.filter((length) => length === 6).length / beyond.length).toBeCloseTo(0.5, 1);
    expect(beyond.filter((length) => length === 7).length / beyond.length).toBeCloseTo(0.25, 1);
    const whole = demonstration([slate({ letter: 'A', share: 0.5, stood: 9 }), slate({ letter: 'B', share: 0.2 })]);
    expect(new Set(lengths(whole, 0))).toEqual(new Set([9]));
  });

  it('put all of their slate first by the loyalty set, and else mix names from others in', () => {
    const own = idsOfSlate(half, 1);
    const supporters = rankings(half).filter(([first]) => own.includes(first ?? -1));
    const loyal = supporters.filter((ranking) => own.every((id) => ranking.slice(0, 6).includes(id)));
    expect(loyal.length / supporters.length).toBeCloseTo(0.5, 1);
    expect(loyal.length).toBeGreaterThanOrEqual(supporters.length / 2 - 1);
  });

  it('copy so many printed orders, by equal parts', () => {
    const firstsOf = (orders: number): number[] => {
      const settings = demonstration([slate({ letter: 'A', share: 0.6, orders }), slate({ letter: 'B', share: 0.4 })]);
      const own = idsOfSlate(settings, 0);
      const firsts = rankings(settings).flatMap(([first]) => first ?? []);
      return own.map((id) => firsts.filter((one) => one === id).length);
    };
    expect(firstsOf(1)).toEqual([6000, 0, 0, 0, 0, 0]);
    expect(firstsOf(2)).toEqual([3000, 0, 0, 3000, 0, 0]);
    expect(firstsOf(6)).toEqual([1000, 1000, 1000, 1000, 1000, 1000]);
    expect(firstsOf(12)).toEqual(firstsOf(6)); // no more beginnings than names
  });

  it('like the first name so many times more than the last', () => {
    const settings = demonstration([
      slate({ letter: 'A', share: 0.9, unequal: 16 }),
      slate({ letter: 'B', share: 0.1 }),
    ]);
    const firsts = rankings(settings).flatMap(([first]) => first ?? []);
    const votes = idsOfSlate(settings, 0).map((id) => firsts.filter((one) => one === id).length);
    expect((votes[0] ?? 0) / (votes[5] ?? 1)).toBeCloseTo(16, -1);
    expect(votes).toEqual([...votes].sort((a, b) => b - a));
  });
});

describe('names', () => {
  it('beyond those there are are made up, and say so', () => {
    const six = slate({ letter: 'GV', share: 0.5, stood: 4, names: ['Ann', 'Ben'] });
    expect(namesOfSlate(six)).toEqual(['Ann', 'Ben', 'GV 3 (made up)', 'GV 4 (made up)']);
    expect(namesOfSlate({ ...six, stood: 1 })).toEqual(['Ann']);
  });
});

describe('a demonstration as a file', () => {
  it.each(builtInElections)('comes back as it went', ({ election }) => {
    const settings = defaultDemonstration(election);
    expect(parseDemonstration(formatDemonstration(settings))).toEqual({ ok: true, value: settings });
  });

  const written = formatDemonstration(defaultDemonstration(nec2020));
  const problemsOf = (json: string): string[] => {
    const read = parseDemonstration(json);
    return read.ok ? [] : read.error.map(({ path, message }) => `${path}: ${message}`);
  };
  const changed = (change: (file: Record<string, unknown> & { slates: Record<string, unknown>[] }) => void): string => {
    const file = JSON.parse(written) as Record<string, unknown> & { slates: Record<string, unknown>[] };
    change(file);
    return JSON.stringify(file);
  };

  it('says everything that is wrong in it, and where', () => {
    expect(problemsOf('{')).toHaveLength(1);
    expect(
      problemsOf(
        changed((file) => {
          delete file['seed'];
          Object.assign(file.slates[1] ?? {}, { stood: '6', howFar: { kind: 'far' } });
        }),
      ),
    ).toEqual([
      'seed: is missing',
      'slates[1].stood: must be a number, not "6"',
      'slates[1].howFar.kind: must be one of "at", "own-slate", "beyond", not "far"',
    ]);
    expect(
      problemsOf(
        changed((file) => {
          Object.assign(file, { rule: 'block-vote', chosen: 9, seats: 0 });
          Object.assign(file.slates[0] ?? {}, { stood: 13, loyalty: 2, name: ' ' });
        }),
      ),
    ).toEqual([
      'seats: must be a whole number from 1 to 20, not 0',
      'slates[0].name: must not be empty',
      'slates[0].stood: must be a whole number from 1 to 12, not 13',
      'slates[0].loyalty: must be a number from 0 to 1, not 2',
      'chosen: there is no slate number 9',
      'rule: "block-vote" is no rule of the single transferable vote known here',
    ]);
    expect(problemsOf(changed((file) => Object.assign(file, { rule: 'av' })))[0]).toMatch(/^rule: .*one seat only/);
    expect(problemsOf(changed((file) => Object.assign(file.slates[0] ?? {}, { share: 0.875 })))).toEqual([
      "slates: the shares must come to 1 with the independents', not 1.5",
    ]);
  });
});
