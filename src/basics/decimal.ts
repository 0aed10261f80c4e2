/**
 * Exact decimals as whole numbers of a smallest unit: 12.34 at two places is 1234n.
 * Every rule that names its decimals counts in such units, so nothing is ever rounded by accident.
 */

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

/** As formatDecimal with commas between thousands, for people: "12,954.90". */
export function formatGrouped(units: bigint, decimals: number): string {
  const [whole = '0', fraction] = formatDecimal(units, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
