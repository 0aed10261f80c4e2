import type { CandidateId } from '../../election/candidate';
import type { Elected, PaperSet, Transfer } from '../stage';
import { beginMove, endMove, handOn } from './move-papers';
import { papersToQuota } from './sample-hand-out';
import { preferenceReader } from './sort-papers';
import { paperSet, putInOrder } from './sample-order';
import { apart, candidatesWho, restraints, take, tallyOf, wholeVote, type Table } from './table';

/**
 * Massachusetts General Laws c. 54A s. 9 (c) to (f): papers are sorted one by one, and those whose first preference has
 * the quota already go to their next preference that has not. One that names nobody else stays with its first preference,
 * and for it the last paper sorted to them that does name someone is sorted again. First preferences have been credited;
 * a transfer for each candidate who was passed papers makes up the difference. The quota counts all first preferences.
 */
export function passOn(table: Table): { readonly transfers: Transfer[]; readonly elected: Elected[] } {
  const { contest, receives } = table;
  const all = apart(table).which.length;
  const room = roomFromNothing(table);
  const readNext = preferenceReader(table);
  const nobody = contest.candidateCount;
  const firstOf = new Uint16Array(all).fill(nobody);
  table.holdings.forEach((parcels, candidate) => {
    for (const { rows } of parcels) for (const row of rows) firstOf[row] = candidate;
  });
  const given = new Uint16Array(all).fill(nobody);
  const bound = new Uint8Array(all); // set aside for its first preference
  const filled: CandidateId[] = [];

  const give = (row: number, candidate: CandidateId): void => {
    given[row] = candidate;
    room[candidate] = (room[candidate] as number) - 1;
    if (room[candidate] !== 0) return;
    receives[candidate] = 0;
    filled.push(candidate);
  };
  const giveNext = (row: number): boolean => {
    const next = readNext(row);
    if (next !== null) give(row, next);
    return next !== null;
  };
  const owed = new Uint32Array(contest.candidateCount);
  const valid = rowsWith(firstOf, nobody);
  const inOrder = putInOrder(table, valid, [valid.length]);
  const rows = new Uint32Array(valid.length);
  for (let i = 0; i < rows.length; i++) rows[i] = valid[inOrder.order[i] as number] as number;
  for (const row of rows) {
    const first = firstOf[row] as number;
    if (receives[first] === 1) give(row, first);
    else if (!giveNext(row)) {
      given[row] = first;
      bound[row] = 1;
      owed[first] = (owed[first] as number) + 1;
    }
  }
  for (const candidate of [...filled]) {
    for (let last = rows.length - 1; last >= 0 && (owed[candidate] as number) > 0; last--) {
      const row = rows[last] as number;
      if (given[row] !== candidate || bound[row] === 1) continue;
      if (giveNext(row)) owed[candidate] = (owed[candidate] as number) - 1;
    }
  }
  const transfers = movesOf(table, given, (rowsGiven) => {
    const moves = new Uint8Array(all);
    for (const some of rowsGiven) for (const row of some) moves[row] = 1;
    return paperSet(
      inOrder,
      inOrder.order.filter((place) => moves[valid[place] as number] === 1),
    );
  });
  return { transfers, elected: electFilled(table, filled, transfers.length - 1) };
}

/** The rows of those who have a first preference, in their order. */
function rowsWith(firstOf: Uint16Array, nobody: number): Uint32Array {
  const rows = new Uint32Array(firstOf.length);
  let to = 0;
  for (let row = 0; row < firstOf.length; row++) if (firstOf[row] !== nobody) rows[to++] = row;
  return rows.subarray(0, to);
}

/** A transfer to each candidate who was passed papers that name someone else first. */
function movesOf(table: Table, given: Uint16Array, setOf: (rows: readonly Uint32Array[]) => PaperSet): Transfer[] {
  const { candidateCount } = table.contest;
  const nobody = { rowsWithout: new Uint32Array(0), papersWithout: 0 };
  const passed = Array.from({ length: candidateCount }, () => new Map<CandidateId, Uint32Array>());
  const kept = table.holdings.map((parcels, candidate) => {
    const rows = parcels[0]?.rows ?? new Uint32Array(0);
    for (const row of rows.filter((one) => given[one] !== candidate)) {
      const to = given[row] as number;
      const own = passed[to]?.get(candidate) ?? rows.filter((one) => given[one] === to);
      passed[to]?.set(candidate, own);
    }
    return rows.filter((one) => given[one] === candidate);
  });
  table.holdings.forEach(([parcel], candidate) => {
    const rows = kept[candidate];
    if (parcel === undefined || rows === undefined) return;
    const votes = BigInt(rows.length) * table.vote;
    table.holdings[candidate] = rows.length === 0 ? [] : [{ ...parcel, rows, papers: rows.length, votes }];
  });
  return passed.flatMap((givers, to): Transfer[] => {
    if (givers.size === 0) return [];
    const move = { ...beginMove(table), receivers: [to] };
    const from = [...givers.keys()];
    for (const [candidate, rows] of givers) {
      const rowsFor = move.gains.map((_, id) => (id === to ? rows : null));
      const papersFor = rowsFor.map((own) => own?.length ?? 0);
      const parcel = { papers: rows.length, value: wholeVote };
      handOn(table, move, candidate, parcel, { rowsFor, papersFor, ...nobody }, wholeVote, true);
    }
    const fate = {
      kind: 'part',
      drawn: setOf([...givers.values()]),
      filled: null,
    } as const;
    const parted = [...givers.values()].map((rows) => BigInt(rows.length) * table.vote);
    return [endMove(table, move, { from, selection: { kind: 'all' }, fate }, parted)];
  });
}

/** Whoever has the quota is elected, in the order they reached it; what they hold past it by rule (f) is no surplus. */
function electFilled(table: Table, filled: readonly CandidateId[], last: number): Elected[] {
  const afterTransfer = last < 0 ? null : last;
  return filled.flatMap((candidate): Elected[] => {
    table.finished[candidate] = true;
    if (table.placesLeft === 0 || restraints(table).doomed.has(candidate)) return [];
    take(table, candidate, 'elected');
    const because = { kind: 'quota', vote: tallyOf(table, candidate), quota: table.quota } as const;
    return [{ candidate, because, afterTransfer }];
  });
}

/** Votes that make up a quota, before any paper has been sorted. */
function roomFromNothing(table: Table): Float64Array {
  const tallies = table.tallies.map(() => 0n);
  return papersToQuota({ ...table, tallies }, candidatesWho(table, 'continuing'));
}
