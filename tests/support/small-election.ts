import type { Election } from '../../src/election/election';

/** An election of made-up names without slates: "Adam", "Basil", ... */
export function smallElection(candidates: number, seats: number): Election {
  const names = ['Adam', 'Basil', 'Charlotte', 'Donald', 'Eve', 'Frank', 'Gina', 'Hal'].slice(0, candidates);
  return {
    id: `small-${candidates}-${seats}`,
    title: 'A small election',
    seats,
    candidates: names.map((name) => ({ name, slate: null, withdrawn: false })),
    slates: [],
    orders: [],
    rule: 'scottish-2007',
    ruleBasis: null,
    notes: [],
    sources: [],
  };
}

export const smallNames = (candidates: number): string[] =>
  smallElection(candidates, 1).candidates.map(({ name }) => name);
