/** The steps of the wizard, in order; each has its own address, `#/rank`. */
export const steps = [
  { id: 'election', label: 'Election' },
  { id: 'rank', label: 'Rank' },
  { id: 'turnout', label: 'Turnout' },
  { id: 'count', label: 'Count' },
  { id: 'keep', label: 'Keep' },
] as const;

export type StepId = (typeof steps)[number]['id'];

export const addressOf = (step: StepId): string => `#/${step}`;

/** Many runs: the other half of the *Count* step. */
export const runsAddress = `${addressOf('count')}/runs`;

/** A stage of the count, from 1: `#/count/stage/12`. */
export const stageAddress = (stage: number): string => `${addressOf('count')}/stage/${stage}`;

/** The stage an address names, from 1, though the count may not have as many; null for any other address. */
export function stageIn(hash: string): number | null {
  const [, digits] = /^#\/count\/stage\/(\d{1,6})$/.exec(hash) ?? [];
  return digits === undefined ? null : Math.max(1, Number(digits));
}

/** Setting a turnout of one's own, within the *Turnout* step. */
export const adjustAddress = `${addressOf('turnout')}/adjust`;

/** The slate room, beside the steps. */
export const slatesAddress = '#/slates';
/** Its slides, `#/slates/present/3`. */
export const presentAddress = `${slatesAddress}/present`;
export const isSlates = (hash: string): boolean => hash === slatesAddress || hash.startsWith(`${slatesAddress}/`);
export const isSlides = (hash: string): boolean => hash === presentAddress || hash.startsWith(`${presentAddress}/`);

/** Two counts beside each other. */
export const compareAddress = `${addressOf('count')}/compare`;

/** The tabs of the *Count* step. */
export const countTabs = (here: 'one' | 'runs' | 'compare') => [
  { label: 'One count', href: addressOf('count'), here: here === 'one' },
  { label: 'Many runs', href: runsAddress, here: here === 'runs' },
  { label: 'Compare', href: compareAddress, here: here === 'compare' },
];

/** The step an address names, or one of its pages; the first step for any other. */
export function stepAt(hash: string): StepId {
  return steps.find(({ id }) => hash === addressOf(id) || hash.startsWith(`${addressOf(id)}/`))?.id ?? 'election';
}

/** Whether an address names no page, but was meant to: without any the app begins at the first step. */
export function isNowhere(hash: string): boolean {
  const known = [runsAddress, compareAddress, adjustAddress, ...steps.map(({ id }) => addressOf(id))];
  return !['', '#', '#/', ...known].includes(hash) && stageIn(hash) === null && !isSlates(hash);
}

export function stepsAround(step: StepId): { readonly back: StepId | null; readonly next: StepId | null } {
  const place = steps.findIndex(({ id }) => id === step);
  return { back: steps[place - 1]?.id ?? null, next: steps[place + 1]?.id ?? null };
}
