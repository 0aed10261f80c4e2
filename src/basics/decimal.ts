/**
 * Exact decimals as whole numbers of a smallest unit: 12.34 at two places is 1234n.
 * Every rule that names its decimals counts in such units, so nothing is ever rounded by accident.
 */

/** How the votes of a count are kept and written: units in one vote, and the decimals shown. */
export interface Scale {
  readonly vote: bigint;
  readonly places: number;
}

/** 10^decimals: how many units make one whole vote. */
export function unitsPerVote(decimals: number): bigint {
  return 10n ** BigInt(decimals);
}

/** 1234n at two places -> "12.34"; no grouping, always all the decimals. */
export function formatDecimal(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString();
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Votes with the scale's decimals. Exact where its unit is a decimal; else to the nearest, halves up. */
export function formatVotes(units: bigint, { vote, places }: Scale): string {
  return formatDecimal(inPlaces(units, vote, places), places);
}

/** As formatVotes with commas between thousands, for people: "12,954.90". */
export const formatGrouped = (units: bigint, scale: Scale): string => groupThousands(formatVotes(units, scale));

/** "12954.90" -> "12,954.90". */
export function groupThousands(decimal: string): string {
  const [whole = '0', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function inPlaces(units: bigint, vote: bigint, places: number): bigint {
  const wanted = unitsPerVote(places);
  if (wanted === vote) return units;
  const doubled = 2n * units * wanted + vote;
  const nearest = doubled / (2n * vote);
  return doubled < 0n && doubled % (2n * vote) !== 0n ? nearest - 1n : nearest;
}
