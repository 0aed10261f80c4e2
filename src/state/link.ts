import { fail, ok, type Result } from '../basics/result';
import { findRule } from '../count/rules/rules';
import type { BuiltIn } from '../election/built-in';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { sampleTurnouts } from '../turnout/samples/sample-turnouts';
import { quickPapers, type VotersChoice } from './choice';
import { countableBallots } from './voters';

/** The pages a link can lead to, each as the address names it. */
export const linkPages = ['election', 'rank', 'turnout', 'count', 'count/runs', 'count/compare', 'keep'] as const;
export type LinkPage = (typeof linkPages)[number];

/**
 * What a link carries, all of it after the #, which no browser sends to a server. What is null in it is left as the one who
 * opens it has it.
 */
export interface LinkState {
  readonly page: LinkPage;
  /** A stage of the count, from 1, though there may be fewer; only on the page of one count. */
  readonly stage?: number;
  /** A built-in election. */
  readonly electionId: string;
  readonly voters: VotersChoice | null;
  readonly ruleId: string | null;
  /** The seed, and how many weighted papers stand for all made-up voters; `papers` is null for a paper each. */
  readonly draw: { readonly seed: string; readonly papers: number | null } | null;
  /** First preference first; empty where no ballot goes with the link. */
  readonly ballot: readonly CandidateId[];
  /** The rule or the voters that those of the link are compared with; only on the page that compares. */
  readonly compared?: ComparedWith;
}

export type ComparedWith =
  { readonly kind: 'rule'; readonly id: string } | { readonly kind: 'voters'; readonly id: string };

/** What is wrong with a link, or cannot go into one: a sentence or more for the screen. */
export type LinkProblem = { readonly message: string };

/** The ballots that come with an election, in the place of a turnout's id. */
const givenBallots = 'ballots';
const longestSeed = 100;

const parts = {
  e: 'election',
  t: 'turnout',
  r: 'rule',
  s: 'seed',
  p: 'papers',
  b: 'ballot',
  c: 'comparison',
} as const;
type Part = keyof typeof parts;
const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

/** `#/count?e=nec-2020&t=calibrated&r=ers97&s=2020%2F17&p=10000&b=1.5.12`; candidates by their number on the paper, from 1. */
export function formatLink({ page, stage, electionId, voters, ruleId, draw, ballot, compared }: LinkState): string {
  const values: Record<Part, string | null> = {
    e: electionId,
    t: voters === null ? null : (voters.id ?? givenBallots),
    r: ruleId,
    s: draw?.seed ?? null,
    p: draw?.papers?.toString() ?? null,
    b: ballot.length === 0 ? null : ballot.map((candidate) => candidate + 1).join('.'),
    c: compared === undefined ? null : `${compared.kind === 'rule' ? 'r' : 't'}.${compared.id}`,
  };
  const written = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : `${name}=${encode(value)}`));
  return `#/${page}${stage === undefined ? '' : `/stage/${stage}`}?${written.join('&')}`;
}

/** Whether a seed can be written in a link and read back: no half of a character, and not too long. */
export const isLinkSeed = (seed: string): boolean =>
  seed.trim() !== '' && seed.length <= longestSeed && !/\p{Surrogate}/u.test(seed);

/** Whether an address carries anything; any other is a plain one and no link. */
export const isLink = (hash: string): boolean => hash.includes('?');

/** The address without what it carries; that of the first page where it names none there is. */
export function plainAddress(hash: string): string {
  return stageOf(hash) === null ? `#/${pageOf(hash) ?? linkPages[0]}` : hash.slice(0, hash.indexOf('?'));
}

/** Reads an address from its # on. `elections` are those a link can name. */
export function parseLink(hash: string, elections: readonly BuiltIn[]): Result<LinkState, LinkProblem> {
  const page = pageOf(hash);
  if (page === null) return wrong(`It leads to a page that there is not: “${hash.slice(0, hash.indexOf('?'))}”.`);
  const read = readParts(hash.slice(hash.indexOf('?') + 1));
  if (!read.ok) return read;
  const { e, t, r, s, p, b, c } = read.value;

  if (e === undefined) return wrong('It names no election (e).');
  const found = elections.find(({ election }) => election.id === e);
  if (found === undefined) {
    return wrong(`The election (e) “${e}” is not one that comes with Ballotflow, and a link can carry no other.`);
  }
  const voters = t === undefined ? null : votersNamed(t, found);
  if (voters === undefined) return wrong(`The turnout (t) “${t ?? ''}” is not one of ${found.election.title}.`);
  if (r !== undefined && findRule(r) === null) return wrong(`The rule (r) “${r}” is not one that Ballotflow knows.`);
  const draw = parseDraw(s, p, page);
  if (!draw.ok) return draw;
  const ballot = b === undefined ? ok([]) : parseBallot(b, found.election);
  if (!ballot.ok) return ballot;
  const stage = stageOf(hash);
  const at = stage === null ? {} : { stage };
  const link = { page, ...at, electionId: e, voters, ruleId: r ?? null, draw: draw.value, ballot: ballot.value };
  if (c === undefined) return ok(link);
  if (page !== 'count/compare') return wrong('It has something to compare with (c) on a page that compares nothing.');
  const compared = comparedNamed(c, found);
  return compared === null
    ? wrong(`What it compares with (c), “${c}”, is no rule or turnout of ${found.election.title}.`)
    : ok({ ...link, compared });
}

const wrong = (message: string): Result<never, LinkProblem> => fail({ message });

const pageOf = (hash: string): LinkPage | null => (stageOf(hash) !== null ? 'count' : pageNamed(hash));
const pageNamed = (hash: string): LinkPage | null =>
  linkPages.find((page) => hash === `#/${page}` || hash.startsWith(`#/${page}?`)) ?? null;

function stageOf(hash: string): number | null {
  const [, digits] = /^#\/count\/stage\/([1-9]\d{0,5})\?/.exec(hash) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** As in a form, and also what mail programs leave out of a link at the end of a sentence. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function readParts(query: string): Result<Partial<Record<Part, string>>, LinkProblem> {
  const read: Partial<Record<Part, string>> = {};
  for (const piece of query.split('&').filter((one) => one !== '')) {
    const [name = '', ...rest] = piece.split('=');
    if (!isPart(name)) return wrong(`It has a part that this version of Ballotflow does not know: “${name}”.`);
    if (read[name] !== undefined) return wrong(`It names the ${parts[name]} (${name}) twice.`);
    try {
      read[name] = decodeURIComponent(rest.join('='));
    } catch {
      return wrong(`The ${parts[name]} (${name}) is not written as links are: “${rest.join('=')}”.`);
    }
  }
  return ok(read);
}

/** Undefined where the election has no such turnout. */
function votersNamed(id: string, { election, ballots }: BuiltIn): VotersChoice | undefined {
  if (id === givenBallots) return countableBallots({ ballots }) === null ? undefined : { kind: 'ballots' };
  return sampleTurnouts(election).some((turnout) => turnout.id === id) ? { kind: 'turnout', id } : undefined;
}

/** `r.` and a rule, or `t.` and a turnout; null where there is no such. */
function comparedNamed(text: string, found: BuiltIn): ComparedWith | null {
  const id = text.slice(2);
  if (text.startsWith('r.') && findRule(id) !== null) return { kind: 'rule', id };
  return text.startsWith('t.') && votersNamed(id, found) !== undefined ? { kind: 'voters', id } : null;
}

function parseDraw(
  seed: string | undefined,
  papers: string | undefined,
  page: LinkPage,
): Result<LinkState['draw'], LinkProblem> {
  if (seed === undefined) {
    return papers === undefined ? ok(null) : wrong('It says how many papers (p) to draw, but by no seed (s).');
  }
  if (!isLinkSeed(seed)) return wrong(`The seed (s) must be 1 to ${longestSeed} characters.`);
  if (papers === undefined) return ok({ seed, papers: null });
  if (!/^[1-9]\d{0,6}$/.test(papers)) {
    return wrong(`The papers (p) must be a whole number from 1 to 9,999,999, not “${papers}”.`);
  }
  if (page === 'count/runs' && Number(papers) !== quickPapers) {
    return wrong(`Many runs are made of ${quickPapers} papers (p) each or of all voters, not of ${papers} papers.`);
  }
  return ok({ seed, papers: Number(papers) });
}

function parseBallot(text: string, { title, candidates }: Election): Result<readonly CandidateId[], LinkProblem> {
  const ballot: CandidateId[] = [];
  for (const number of text.split('.')) {
    const candidate = /^[1-9]\d{0,4}$/.test(number) ? Number(number) - 1 : -1;
    const name = candidates[candidate]?.name;
    if (name === undefined) {
      return wrong(`The ballot (b) names candidate “${number}”; ${title} has numbers 1 to ${candidates.length}.`);
    }
    if (ballot.includes(candidate)) return wrong(`The ballot (b) names number ${number}, ${name}, twice.`);
    ballot.push(candidate);
  }
  return ok(ballot);
}
