/** Circles of one radius as the `d` of one path: a hundred of them are drawn as quickly as one. */
export function circles(centres: readonly { readonly x: number; readonly y: number }[], radius: number): string {
  const r = short(radius);
  const [down, up] = [`a${r} ${r} 0 1 0 ${short(2 * radius)} 0`, `a${r} ${r} 0 1 0 ${short(-2 * radius)} 0`];
  return centres.map(({ x, y }) => `M${short(x - radius)} ${short(y)}${down}${up}`).join('');
}

const short = (number: number): string => String(Math.round(100 * number) / 100);
