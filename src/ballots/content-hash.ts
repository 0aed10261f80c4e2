/**
 * A short stable name for a text: FNV-1a of 64 bits over UTF-16 code units, as 16 hexadecimal digits.
 * Kept in two halves of 32 bits because BigInt would be far too slow for a file of many megabytes.
 */
export function contentHash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < text.length; at++) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // Times 2^40 + 0x1b3: the product of a half and 0x1b3 is below 2^53, so it is exact.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x100000000)) >>> 0;
    low = product >>> 0;
  }
  return hex(high) + hex(low);
}

const hex = (half: number): string => half.toString(16).padStart(8, '0');
