import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** The cells of the first sheet of a workbook (.xlsx) as text, row by row and column by column; empty ones are ''. */
export function spreadsheetRows(file: string): string[][] {
  const parts = unzipSync(readFileSync(file));
  const part = (name: string): string => {
    const bytes = parts[name];
    if (bytes === undefined) throw new Error(`${file} has no ${name}`);
    return strFromU8(bytes);
  };
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    textIn(item, 't'),
  );
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', inside = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = textIn(inside, 'v');
      const column = columnOf(/\br="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A');
      while (cells.length < column) cells.push('');
      cells[column] = /\bt="s"/.test(attributes) ? (shared[Number(value)] ?? '') : value;
    }
    return cells;
  });
}

/** The text of all elements of this name, one after the other. */
const textIn = (xml: string, element: 't' | 'v'): string =>
  [...xml.matchAll(new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => text).join('');

/** Column A is 0. */
const columnOf = (letters: string): number =>
  Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((column, value) => column * 26 + value, 0) - 1;
