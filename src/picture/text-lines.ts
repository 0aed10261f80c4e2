import { words, type Block, type Mark } from './scene';

/*
 * Nothing here can ask how wide a text will be, and nobody knows the font it will be drawn in. So widths are reckoned
 * generously, by kinds of letters: lines break a little early rather than run out of the picture.
 */

/** In parts of the font's size. */
function widthOf(letter: string): number {
  if (/[il.,:;'|!’‘ ]/.test(letter)) return 0.34;
  if (/[fjrtI()[\]/-]/.test(letter)) return 0.45;
  if (/[mwMW—…%@]/.test(letter)) return 0.98;
  if (/\p{Lu}/u.test(letter)) return 0.76;
  if (/[\p{Ll}\p{N}]/u.test(letter)) return 0.62;
  return 1.05; // letters of other scripts can be as wide as they are high
}

/** About how wide a text is at most, in pixels. */
export const textWidth = (text: string, size: number, bold = false): number =>
  Array.from(text, widthOf).reduce((sum, width) => sum + width, 0) * size * (bold ? 1.06 : 1);

/** The text in lines no wider than this; a word that is wider by itself is broken. */
export function textLines(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => textWidth(candidate, size, bold) <= width;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A paragraph of this width. */
export function paragraph(
  text: string,
  width: number,
  size: number,
  more: Partial<Pick<Extract<Mark, { kind: 'text' }>, 'bold' | 'fill'>> = {},
): Block {
  const leading = Math.round(size * 1.4);
  const lines = textLines(text, width, size, more.bold);
  const marks = lines.map((line, i) => words(0, i * leading + Math.round(size * 1.08), size, line, more));
  return { height: lines.length * leading, marks };
}
