/** Offers text, or bytes that know their type, as a file, by way of a link that is gone at once. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** "close-to-2020-adjusted" and an ending, ".turnout.json". */
export function fileNameOf(title: string, ending: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['ballotflow'];
  return `${words.join('-')}${ending}`;
}
