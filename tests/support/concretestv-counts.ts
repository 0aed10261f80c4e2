import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import type { Fraction } from '../../src/basics/fraction';
import { count, type Count } from '../../src/count/count';
import type { TransferRule } from '../../src/count/rule';
import type { Stage, Transfer } from '../../src/count/stage';
import type { CandidateId } from '../../src/election/candidate';
import { contestOfTranscript, lotsOf, readTranscript, type Transcript } from './concretestv';
import { sharedData } from './shared-data';

/** One count as both tell of it. Votes with their decimals, papers as numbers. */
interface Row {
  readonly what: string;
  readonly value: string | null;
  readonly tallies: readonly string[];
  readonly exhausted: string;
  readonly rounding: string;
  readonly papers: readonly number[];
  readonly exhaustedPapers: number;
  readonly elected: readonly CandidateId[];
}

/** The counts of a transcript. It has blank papers among the exhausted from the first, which are left out here. */
function transcriptRows({ counts }: Transcript, places: number): Row[] {
  const blank = Number(counts[0]?.status.papers.exhausted ?? 0);
  return counts.map(({ reason, portion, created_transfer_value: created, status, elected }) => ({
    what: reason === 'FirstPreferenceCount' ? 'first' : JSON.stringify(reason),
    value: reason === 'FirstPreferenceCount' ? null : (created?.transfer_value ?? portion.transfer_value),
    tallies: status.tallies.candidate.map((votes) => decimals(votes, places)),
    exhausted: decimals(status.tallies.exhausted, places, blank),
    rounding: decimals(status.tallies.rounding, places),
    papers: status.papers.candidate.map(Number),
    exhaustedPapers: Number(status.papers.exhausted) - blank,
    elected: elected.map(({ who }) => who).sort((a, b) => a - b),
  }));
}

function decimals(votes: number | string, places: number, less = 0): string {
  const [whole = '0', part = ''] = String(votes).split('.');
  const rest = String(BigInt(whole) - BigInt(less));
  return places === 0 ? rest : `${rest}.${part.padEnd(places, '0')}`;
}

/**
 * The counts of ours: first preferences, then every transfer; an exclusion of someone without papers is one as well.
 * Printed as the transcripts do: votes that a capped value leaves behind are in the loss by fraction, and papers of a
 * last parcel that have no next preference lie with the exhausted ones.
 */
function countRows(counted: Count, rule: TransferRule): Row[] {
  const rows: Row[] = [];
  const papers = new Array<number>(counted.candidateCount).fill(0);
  let exhaustedPapers = 0;
  let exhausted = 0n;
  let rounding = 0n;
  const leaveWithoutNext = rule.surplusPapers === 'last-parcel-transferable';
  const row = (stage: Stage, transfer: Transfer | null, at: number | null): void => {
    for (const entry of transfer?.papers ?? []) {
      if (leaveWithoutNext && stage.kind === 'surplus') {
        papers[entry.from] = (papers[entry.from] ?? 0) - (entry.papers - entry.transferable);
        exhaustedPapers += entry.papers - entry.transferable;
      }
      for (const pile of entry.credits ?? []) {
        papers[entry.from] = (papers[entry.from] ?? 0) - pile.papers;
        if (pile.to === null) exhaustedPapers += pile.papers;
        else papers[pile.to] = (papers[pile.to] ?? 0) + pile.papers;
      }
    }
    const shortfall = transfer?.fate.kind === 'surplus' ? transfer.fate.shortfall : 0n;
    exhausted += (transfer?.nonTransferable ?? 0n) - shortfall;
    rounding += (transfer?.lossByFraction ?? 0n) + shortfall;
    const elected = stage.elected.filter(({ afterTransfer }) => afterTransfer === at);
    rows.push({
      what: whatOf(stage),
      value: transfer === null ? null : valueOf(transfer),
      tallies: (transfer?.tallies ?? stage.tallies).map((votes) => formatDecimal(votes, counted.places)),
      exhausted: formatDecimal(exhausted, counted.places),
      rounding: formatDecimal(rounding, counted.places),
      papers: [...papers],
      exhaustedPapers,
      elected: elected.map(({ candidate }) => candidate).sort((a, b) => a - b),
    });
  };
  for (const stage of counted.stages) {
    if (stage.kind === 'first-preferences') {
      stage.tallies.forEach((votes, candidate) => (papers[candidate] = Number(votes / counted.vote)));
    }
    if (stage.transfers.length === 0) row(stage, null, null);
    stage.transfers.forEach((transfer, at) => row(stage, transfer, at));
  }
  return rows;
}

function whatOf({ kind, of }: Stage): string {
  switch (kind) {
    case 'first-preferences':
      return 'first';
    case 'surplus':
      return JSON.stringify({ ExcessDistribution: of[0] });
    case 'exclusion':
      return JSON.stringify({ Elimination: of });
    default:
      return kind satisfies never;
  }
}

function valueOf({ selection, papers }: Transfer): string {
  const value: Fraction | undefined = selection.kind === 'value' ? selection.value : papers[0]?.valueAfter;
  if (value === undefined) throw new Error('a transfer without papers has no value');
  return value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;
}

/** A test for each transcript whose ballots are here: what moved, votes, papers and elections of every count. */
export function describeTranscripts(
  title: string,
  rule: TransferRule,
  from: readonly (readonly [string, string])[],
): void {
  const data = sharedData();
  const cases = join(data ?? '.', 'cases');
  const files = from.flatMap(([folder, ending]) =>
    (data === null ? [] : readdirSync(join(cases, folder)))
      .filter((file) => file.endsWith(ending))
      .map((file) => [file.slice(0, -ending.length), folder, file] as const),
  );
  const here = files.flatMap(([name, folder, file]) => {
    const contest = contestOfTranscript(cases, folder, name);
    return contest === null ? [] : [{ name: `${folder}/${file}`, contest, file: join(cases, folder, file) }];
  });
  describe.runIf(data !== null)(title, () => {
    it.each(here)('every figure of every count: $name', ({ contest, file }) => {
      const transcript = readTranscript(file);
      const result = count(contest, rule, lotsOf(transcript, contest.candidateCount));
      expect(formatDecimal(result.quota ?? 0n, result.places)).toBe(decimals(transcript.quota.quota, result.places));
      expect(countRows(result, rule)).toEqual(transcriptRows(transcript, result.places));
      expect(result.elected.map(({ candidate }) => candidate).sort()).toEqual([...transcript.elected].sort());
    });
  });
}
