/** Rows written out as one text, with a pause for the page whenever that has taken a while. */
export async function written(
  rows: Iterable<readonly string[]>,
  line: (cells: readonly string[]) => string,
): Promise<string> {
  const lines: string[] = [];
  let since = performance.now();
  for (const row of rows) {
    lines.push(line(row));
    if (performance.now() - since < 12) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return lines.join('');
}
