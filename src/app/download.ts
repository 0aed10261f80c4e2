/** Offers text as a file, by way of a link that is gone at once. */
export function download(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
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
