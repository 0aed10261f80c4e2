import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, compareAddress, runsAddress, stageAddress, steps } from '../../src/app/steps';
import { rules } from '../../src/count/rules/rules';
import { builtInElections } from '../../src/election/built-in';
import { quickPapers } from '../../src/state/choice';
import {
  formatLink,
  isLink,
  isLinkSeed,
  linkPages,
  parseLink,
  plainAddress,
  type LinkState,
} from '../../src/state/link';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';

const parse = (hash: string) => parseLink(hash, builtInElections);
const messageOf = (hash: string): string => {
  const read = parse(hash);
  return read.ok ? 'no problem' : read.error.message;
};

const links: fc.Arbitrary<LinkState> = fc.constantFrom(...builtInElections).chain(({ election, ballots }) => {
  const ids = sampleTurnouts(election).map(({ id }) => ({ kind: 'turnout' as const, id }));
  const everyone = election.candidates.map((_, id) => id);
  return fc.constantFrom(...linkPages).chain((page) =>
    fc.record({
      page: fc.constant(page),
      ...(page === 'count' && { stage: fc.integer({ min: 1, max: 999_999 }) }),
      electionId: fc.constant(election.id),
      voters: fc.constantFrom(null, ...ids, ...(ballots === null ? [] : [{ kind: 'ballots' as const }])),
      ruleId: fc.constantFrom(null, ...rules.map(({ id }) => id)),
      draw: fc.option(
        fc.record({
          seed: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(isLinkSeed),
          papers:
            page === 'count/runs'
              ? fc.constantFrom(null, quickPapers)
              : fc.option(fc.integer({ min: 1, max: 9_999_999 })),
        }),
      ),
      ballot: fc.shuffledSubarray(everyone),
      ...(page === 'count/compare' && {
        compared: fc.constantFrom(
          { kind: 'rule' as const, id: 'meek-prf' },
          ...ids.map(({ id }) => ({ kind: 'voters' as const, id })),
        ),
      }),
    }),
  );
});

describe('a link', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(links, (link) => {
        const hash = formatLink(link);
        expect(parse(hash)).toEqual({ ok: true, value: link });
        expect(isLink(hash)).toBe(true);
        expect(plainAddress(hash)).toBe(link.stage === undefined ? `#/${link.page}` : stageAddress(link.stage));
      }),
    );
  });

  it('has nothing in it that a browser or a mail program writes otherwise', () => {
    fc.assert(
      fc.property(links, (link) => {
        const hash = formatLink(link);
        expect(hash).toMatch(/^#\/[a-z\d/]+\?[\w=&%.-]+$/);
        expect(new URL(`https://example.org/${hash}`).hash).toBe(hash);
      }),
    );
  });

  it('is written as it is meant to be', () => {
    const link: LinkState = {
      page: 'count',
      electionId: 'nec-2020',
      voters: { kind: 'turnout', id: 'calibrated' },
      ruleId: 'ers97',
      draw: { seed: '2020/17', papers: 10_000 },
      ballot: [0, 4, 11],
    };
    const rest = '?e=nec-2020&t=calibrated&r=ers97&s=2020%2F17&p=10000&b=1.5.12';
    expect(formatLink(link)).toBe(`#/count${rest}`);
    expect(formatLink({ ...link, stage: 12 })).toBe(`#/count/stage/12${rest}`);
  });

  it('leads to every step, to many runs and to two counts compared', () => {
    const addresses = [...steps.map(({ id }) => addressOf(id)), runsAddress, compareAddress];
    expect(linkPages.map((page) => `#/${page}`).sort()).toEqual(addresses.sort());
  });

  it('never mistakes a turnout for the ballots that come with an election', () => {
    const ids = builtInElections.flatMap(({ election }) => sampleTurnouts(election).map(({ id }) => id));
    expect(ids).not.toContain('ballots');
  });

  it.each([
    ['#/room?e=practice', 'It leads to a page that there is not: “#/room”.'],
    ['#/count?', 'It names no election (e).'],
    ['#/count?e=practice&c=r.ers97', 'It has something to compare with (c) on a page that compares nothing.'],
    [
      '#/count/compare?e=practice&c=r.x',
      'What it compares with (c), “r.x”, is no rule or turnout of Practice: the village hall committee.',
    ],
    ['#/count?t=calibrated', 'It names no election (e).'],
    [
      '#/count?e=nec-2042',
      'The election (e) “nec-2042” is not one that comes with Ballotflow, and a link can carry no other.',
    ],
    ['#/count?e=practice&t=calibrated', /^The turnout \(t\) “calibrated” is not one of /],
    ['#/count?e=nec-2020&t=ballots', /^The turnout \(t\) “ballots” is not one of /],
    ['#/count?e=practice&r=borda', 'The rule (r) “borda” is not one that Ballotflow knows.'],
    ['#/count?e=practice&s=', 'The seed (s) must be 1 to 100 characters.'],
    [`#/count?e=practice&s=${'9'.repeat(101)}`, 'The seed (s) must be 1 to 100 characters.'],
    ['#/count?e=practice&s=%E0%A4', 'The seed (s) is not written as links are: “%E0%A4”.'],
    ['#/count?e=practice&p=100', 'It says how many papers (p) to draw, but by no seed (s).'],
    ['#/count?e=practice&s=1&p=0', 'The papers (p) must be a whole number from 1 to 9,999,999, not “0”.'],
    ['#/count?e=practice&s=1&p=1e3', 'The papers (p) must be a whole number from 1 to 9,999,999, not “1e3”.'],
    [
      '#/count/runs?e=practice&s=1&p=500',
      'Many runs are made of 10000 papers (p) each or of all voters, not of 500 papers.',
    ],
    ['#/keep?e=practice&b=1.6', /^The ballot \(b\) names candidate “6”; .* has numbers 1 to 5\.$/],
    ['#/keep?e=practice&b=0', /^The ballot \(b\) names candidate “0”/],
    ['#/keep?e=practice&b=1..2', /^The ballot \(b\) names candidate “”/],
    ['#/keep?e=practice&b=2.1.2', /^The ballot \(b\) names number 2, .+, twice\.$/],
    ['#/keep?e=practice&e=nec-2020', 'It names the election (e) twice.'],
    ['#/keep?e=practice&x=1', 'It has a part that this version of Ballotflow does not know: “x”.'],
    ['#/keep?e=practice&toString=1', 'It has a part that this version of Ballotflow does not know: “toString”.'],
  ])('says what is wrong with %s', (hash, message) => {
    expect(messageOf(hash)).toMatch(message);
  });

  it('is a sentence about anything at all that cannot be read', () => {
    fc.assert(
      fc.property(fc.constantFrom('#/count?e=practice&', '#/', ''), fc.string(), (start, rest) => {
        const read = parse(`${start}?${rest}`);
        if (!read.ok) expect(read.error.message).toMatch(/^(The|It|Many) [^]+\.$/);
      }),
    );
  });

  it('with an address of no page leads to the first', () => {
    expect(plainAddress('#/room?e=practice')).toBe('#/election');
    expect(isLink('#/count/runs')).toBe(false);
  });
});
