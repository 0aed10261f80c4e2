import type { CandidateId, SlateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import type { SampleFacts } from '../../turnout/preview';

/** What a sample comes to for one slate, those on none, or one candidate where there are no slates. */
export interface PreviewRow {
  readonly name: string;
  readonly slate: SlateId | null;
  readonly letter: string;
  /** Of all first preferences. */
  readonly percent: number;
  /** Null where the sample could not be counted. */
  readonly seats: number | null;
}

/** A row for each slate, in their order, and one for those on none; without slates one for each who stands. */
export function previewRows(
  { firsts, voters }: SampleFacts,
  elected: readonly CandidateId[] | null,
  { slates, candidates }: Election,
): PreviewRow[] {
  const row = (name: string, slate: SlateId | null, letter: string, ids: readonly CandidateId[]): PreviewRow => ({
    name,
    slate,
    letter,
    percent: voters === 0 ? 0 : (100 * ids.reduce((sum, id) => sum + (firsts[id] ?? 0), 0)) / voters,
    seats: elected === null ? null : elected.filter((id) => ids.includes(id)).length,
  });
  const idsOf = (slate: SlateId | null): CandidateId[] =>
    candidates.flatMap((one, id) => (one.slate === slate && !one.withdrawn ? [id] : []));
  if (slates.length === 0) return idsOf(null).map((id) => row(candidates[id]?.name ?? '', null, String(id + 1), [id]));
  const onNone = idsOf(null);
  return [
    ...slates.map(({ name, letter }, slate) => row(name, slate, letter, idsOf(slate))),
    ...(onNone.length > 0 ? [row('On no slate', null, '–', onNone)] : []),
  ];
}

/** "Grassroots Voice 5, Labour to Win 3"; nothing where nobody is elected. */
export function seatsSentence(rows: readonly PreviewRow[]): string {
  return rows.flatMap(({ name, seats }) => (seats === null || seats === 0 ? [] : [`${name} ${seats}`])).join(', ');
}
