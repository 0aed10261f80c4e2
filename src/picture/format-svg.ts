import type { Mark, Paint, Scene } from './scene';

/** The light colours of the app's tokens: a saved picture is on paper, whatever the screen is like. */
export const paperColours = {
  ink: '#1c1b18',
  soft: '#57534a',
  line: '#dedacf',
  paper: '#ffffff',
  sunken: '#f1efe8',
  gold: '#ffc933',
  'gold-ink': '#1c1b18',
  stopped: '#b9b7b0',
} as const;
export const slateColours = ['#12436d', '#28a197', '#f46a25', '#3d3d3d', '#a285d1'] as const;
export const slateInks = ['#ffffff', '#10100e', '#10100e', '#ffffff', '#10100e'] as const;
export const noSlate = { colour: '#77736a', ink: '#ffffff' } as const;

/** Whatever sans serif there is: nothing is loaded from anywhere. */
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/** Over a slate's colour; four patterns to five colours, as on screen. */
const overColour = [null, 'M-1 7 7 -1M3 11 11 3', 'M2 4h2M6 8h2M6 0h2', 'M0 4h8'] as const;
const overNone = 'M2 0v8M6 0v8';

/** A picture as the text of an SVG file that needs nothing else. */
export function formatSvg({ width, height, title, marks }: Scene): string {
  const patterns = new Map<string, string>();
  const body = marks.map((mark) => drawn(mark, patterns));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    ...(patterns.size > 0 ? [`<defs>${[...patterns.values()].join('')}</defs>`] : []),
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

function drawn(mark: Mark, patterns: Map<string, string>): string {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, radius, hatched } = mark;
      const fill = hatched ? hatching(mark.fill, patterns) : fillOf(mark.fill, patterns);
      const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
      const round = radius > 0 ? ` rx="${radius}"` : '';
      return `<rect ${place}${round} fill="${fill}"/>`;
    }
    case 'text': {
      const { x, y, size, bold, anchor, text } = mark;
      const weight = bold ? ' font-weight="700"' : '';
      const where = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
      const fill = fillOf(mark.fill, patterns);
      return `<text x="${short(x)}" y="${short(y)}" font-size="${size}"${weight}${where} fill="${fill}">${escaped(text)}</text>`;
    }
    default:
      return mark satisfies never;
  }
}

function fillOf(paint: Paint, patterns: Map<string, string>): string {
  if (typeof paint === 'string') return paperColours[paint];
  const { slate, as } = paint;
  const [colour, ink] =
    slate === null
      ? [noSlate.colour, noSlate.ink]
      : [slateColours[slate % 5] as string, slateInks[slate % 5] as string];
  const over = slate === null ? overNone : (overColour[slate % 4] ?? null);
  switch (as) {
    case 'letter':
      return ink;
    case 'plain':
      return colour;
    case 'fill':
      if (over === null) return colour;
      return pattern(patterns, `slate-${slate ?? 'none'}`, colour, over, 0.45);
    default:
      return as satisfies never;
  }
}

/** Half of what is under it shows through. */
const hatching = (paint: Paint, patterns: Map<string, string>): string => {
  const colour = fillOf(typeof paint === 'string' ? paint : { ...paint, as: 'plain' }, patterns);
  return pattern(patterns, `hatched-${colour.slice(1)}`, colour, 'M-1 7 7 -1M3 11 11 3', 0.6);
};

function pattern(patterns: Map<string, string>, id: string, colour: string, over: string, opacity: number): string {
  patterns.set(
    id,
    `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/><path d="${over}" fill="none" stroke="#ffffff" stroke-width="2" opacity="${opacity}"/></pattern>`,
  );
  return `url(#${id})`;
}

/** To a tenth of a pixel. */
const short = (length: number): string => String(Math.round(length * 10) / 10);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** For text and attributes of XML; what XML cannot hold at all is left out. */
const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- those are what cannot be in it
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[&<>"]/g, (letter) => escapes[letter] ?? '');
