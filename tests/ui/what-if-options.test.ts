import { describe, expect, it } from 'vitest';
import { ers97 } from '../../src/count/rules/ers97';
import { emptyDraft } from '../../src/election/draft';
import { whatIfOptions } from '../../src/ui/runs/what-if-options';
import { election } from './election';

const labels = (options: readonly { readonly label: string }[]): string[] => options.map(({ label }) => label);
const drafts = [
  { ...emptyDraft('Mine'), ranking: [0, 1, 2, 3] },
  { ...emptyDraft('Short'), ranking: [1], last: [5] },
  emptyDraft('Empty'),
];

describe('what can be tried', () => {
  it('cuts the ballot only where it is longer, and offers other drafts that have names', () => {
    const { ballot } = whatIfOptions(election, [0, 1, 2, 3], drafts, ers97);
    expect(labels(ballot)).toEqual([
      'Your ballot stops after 1 name',
      'Your ballot stops after 3 names',
      'Your draft “Short” in its place',
    ]);
    expect(ballot.at(-1)?.whatIf).toEqual({ kind: 'ballot', ranking: [1, 5] });
  });

  it('offers no ballots like one that is empty', () => {
    expect(whatIfOptions(election, [], drafts.slice(2), ers97)).toMatchObject({ ballot: [], copies: [] });
  });

  it('offers the same for every slate with two names or more', () => {
    const { orders } = whatIfOptions(election, [], [], ers97);
    expect(labels(orders).map((label) => label.replace(/Green Hill|Riverside/, '*').replace(/[23]/, 'n'))).toEqual([
      ...Array<string[]>(2)
        .fill([
          'All * supporters copy one order',
          '* supporters copy n orders in turn, each starting with another name',
          'No * supporters copy an order',
        ])
        .flat(),
    ]);
  });

  it('offers every other rule that fits the seats, each once', () => {
    const { rules } = whatIfOptions(election, [], [], ers97);
    expect(rules.map(({ id }) => id)).not.toContain('rule ers97');
    expect(rules.map(({ id }) => id)).not.toContain('rule av');
    expect(rules.length).toBeGreaterThan(20);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
