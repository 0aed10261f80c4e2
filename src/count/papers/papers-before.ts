/** Papers in the rows before each, and at the end all of them; null where every row is one paper. */
export function papersBefore(copies: Uint32Array): Float64Array | null {
  if (isSingle(copies)) return null;
  const before = new Float64Array(copies.length + 1);
  let papers = 0;
  for (let row = 0; row < copies.length; row++) {
    papers += copies[row] as number;
    before[row + 1] = papers;
  }
  return before;
}

export function isSingle(copies: Uint32Array): boolean {
  for (let row = 0; row < copies.length; row++) if (copies[row] !== 1) return false;
  return true;
}
