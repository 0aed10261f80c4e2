import { fail, ok, type Result } from '../basics/result';
import { type Ballots, skippedMark } from '../election/ballots';
import { checkElection, type Election } from '../election/election';
import { BltBallots } from './blt-ballots';
import { type BltHeader, readHeader } from './blt-header';
import { type BltNames, readNames } from './blt-names';
import type { Scanner } from './blt-scanner';
import { contentHash } from './content-hash';
import { errorAt, type FileError, type OpenedElection } from './file';

/**
 * BLT, the format of Hill, Wichmann and Woodall (Algorithm 123, The Computer Journal 30, 1987), with what programs
 * since have added to it: comments, ballot names in brackets, "-" for a skipped place, "2=3" for candidates ranked
 * equal, options in square brackets, names without quotes, lists without the closing 0.
 */
export interface BltOptions {
  /** The file's name: its title where the text has none. */
  readonly file?: string;
}

const rowsPerSlice = 16384;

/** Reads a whole BLT file. Part votes and repeated or unknown candidates are errors, never left out. */
export function parseBlt(text: string, options: BltOptions = {}): Result<OpenedElection, FileError> {
  const reading = readBlt(text, options);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** As parseBlt in slices: yields how much of the text has been read, from 0 to 1, every few thousand ballots. */
export function* readBlt(
  source: string,
  { file }: BltOptions = {},
): Generator<number, Result<OpenedElection, FileError>, void> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const scanner: Scanner = { text, at: 0 };
  const header = readHeader(scanner);
  if (!header.ok) return header;

  const reader = new BltBallots(scanner, header.value);
  let outcome = reader.readRows(rowsPerSlice);
  while (outcome === 'more') {
    yield scanner.at / text.length;
    outcome = reader.readRows(rowsPerSlice);
  }
  if (outcome !== 'end') return fail(outcome);
  const ballotWarnings = reader.warnings();

  const names = readNames(scanner, header.value.candidateCount);
  if (!names.ok) return names;
  const election = checkElection(assemble(header.value, names.value, `blt-${contentHash(text)}`, file));
  if (!election.ok) return fail(errorAt(text, 0, () => election.error.message));
  const warnings = [
    ...header.value.warnings,
    ...seatWarnings(header.value, text),
    ...ballotWarnings,
    ...names.value.warnings,
  ];
  return ok({ election: election.value, ballots: reader.rows.finish(), warnings });
}

function assemble(header: BltHeader, { names, title }: BltNames, id: string, file: string | undefined): Election {
  return {
    id,
    title: title || titleFrom(file ?? '') || 'Untitled election',
    seats: header.seats,
    candidates: names.map((name, candidate) => ({ name, slate: null, withdrawn: header.withdrawn.has(candidate) })),
    slates: [],
    orders: [],
    rule: 'scottish-2007',
    ruleBasis: null,
    notes: [],
    sources: [],
  };
}

/** "votes/ward-3.blt" -> "ward-3" */
function titleFrom(file: string): string {
  return file
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]+$/, '')
    .trim();
}

function seatWarnings({ seats, candidateCount, withdrawn }: BltHeader, text: string): FileError[] {
  const standing = candidateCount - withdrawn.size;
  if (seats <= standing) return [];
  return [errorAt(text, 0, () => `There are more seats (${seats}) than candidates standing (${standing}).`)];
}

/**
 * A BLT file of an election: title, seats, names, who withdrew, ballots row by row. What BLT has no place for (slates,
 * published orders, the rule, notes and sources) is left out; a line break in a name becomes a space.
 */
export function formatBlt({ title, seats, candidates }: Election, ballots: Ballots): string {
  const lines = [`${candidates.length} ${seats}`];
  const withdrawn = candidates.flatMap((candidate, id) => (candidate.withdrawn ? [`-${id + 1}`] : []));
  if (withdrawn.length > 0) lines.push(withdrawn.join(' '));
  const { starts, preferences, copies, joined } = ballots;
  const mark = skippedMark(ballots);
  for (let row = 0; row < copies.length; row++) {
    let line = `${copies[row]}`;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const candidate = preferences[at] as number;
      line += candidate === mark ? ' -' : `${joined?.[at] === 1 ? '=' : ' '}${candidate + 1}`;
    }
    lines.push(`${line} 0`);
  }
  lines.push('0', ...candidates.map(({ name }) => quoted(name)), quoted(title), '');
  return lines.join('\n');
}

const quoted = (text: string): string => `"${text.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`;
