import type { Rule } from '../count/rule';

/**
 * What a rule is known to promise a slate's solid supporters (Droop proportionality; Woodall 1994).
 *
 * The argument, for papers handed on: of a slate with k quotas of solid support as many are elected as papers allow.
 * Whoever is elected keeps one quota; all else passes on within the slate while any of it is still in. So before the last
 * of its k could be excluded they hold a quota or more between them for each seat still owed, and one of them has it and
 * is elected; and as one quota more than there are seats is more than all the votes, others cannot fill the places first.
 * What is cut by rounding is the only vote that can go missing.
 *
 * - quotas: seats for as many quotas as its solid supporters come to, less what this count cut by rounding.
 * - shares: the same with V / (seats + 1) for the quota, of which there must be more than k, as the quota falls as votes
 *   stop and nothing is lost but less than a thousandth of a vote.
 * - none: with the reason.
 */
export type SeatPromise =
  | { readonly kind: 'quotas' }
  | { readonly kind: 'shares' }
  | { readonly kind: 'none'; readonly because: 'counts-xs' | 'excludes-by-number' | 'papers-gain' };

export function promiseOf(rule: Rule): SeatPromise {
  switch (rule.method) {
    case 'keep-values':
    case 'quotients': // Woodall, "QPQ, a quota-preferential STV-like election rule", Voting matters 17, 2003
      return { kind: 'shares' };
    case 'marks':
      return { kind: 'none', because: 'counts-xs' };
    case 'transfers': {
      // Candidates of few votes each go out together, though between them they may have quotas.
      if (rule.excludedFirst > 0) return { kind: 'none', because: 'excludes-by-number' };
      // One value for papers worth more and less: those worth less gain at the cost of the others.
      const evenedOut = rule.surplusValue === 'unweighted' && rule.surplusPapers.startsWith('all');
      return evenedOut ? { kind: 'none', because: 'papers-gain' } : { kind: 'quotas' };
    }
    default:
      return rule satisfies never;
  }
}
