/** Words that belong to the surname behind them: "Ó Briain", "van der Berg". */
const particles = new Set(
  'al ap av bin da dal de del della den der di dos du el ibn la le ní nic ó st ten ter ua uí van von y zu'.split(' '),
);
/** What may stand behind a surname without being one. */
const behind = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/**
 * What a name is filed under, "Ó Briain Łukasz": its last word with the particles before it, or what stands before a comma.
 * A guess, since names do not say which part is the surname.
 */
export function surnameFirst(name: string): string {
  if (name.includes(',')) return name.replace(/\s*,\s*/, ' ');
  const words = name.trim().split(/\s+/);
  const plain = (word: string | undefined): string => (word ?? '').toLowerCase().replace(/\.$/, '');
  let end = words.length;
  while (end > 1 && behind.has(plain(words[end - 1]))) end -= 1;
  let start = end - 1;
  while (start > 1 && particles.has(plain(words[start - 1]))) start -= 1;
  return [...words.slice(start), ...words.slice(0, start)].join(' ');
}
