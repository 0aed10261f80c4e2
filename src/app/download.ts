/**
 * Safari on phones and some versions of Firefox fetch what a link leads to only after the click, and save nothing where its
 * address is given back at once (WebKit bug 211234, Mozilla bug 1282407).
 */
const fetched = 60_000; // ms

/** Offers text, or bytes that know their type, as a file. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), fetched);
}

/** "close-to-2020-adjusted" and an ending, ".turnout.json". */
export function fileNameOf(title: string, ending: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['ballotflow'];
  return `${words.join('-')}${ending}`;
}
