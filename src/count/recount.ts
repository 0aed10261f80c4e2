import type { CandidateId } from '../election/candidate';
import type { Contest } from './contest';

/** Members who have left their seats, and those who sit on. */
export interface Vacancy {
  readonly leaving: readonly CandidateId[];
  /**
   * Members who cannot lose their seats by it: guarded from exclusion, as Hill ("Casual vacancies and the Meek method",
   * Voting matters) has it. Empty where the votes alone decide.
   */
  readonly keeping: readonly CandidateId[];
}

/**
 * The contest that fills a casual vacancy from the same ballots: those who left are passed over as if they had not
 * stood, and all seats are counted again. So the Labour Party filled a seat on its National Executive in 2022; whether
 * the other members were guarded then is not known. PRSA's countback of the leaver's papers alone is another thing.
 */
export function recount(contest: Contest, { leaving, keeping }: Vacancy): Contest {
  const sitting = { group: 'sitting members', members: keeping, min: keeping.length, max: keeping.length };
  return {
    ...contest,
    withdrawn: [...new Set([...contest.withdrawn, ...leaving])],
    constraints: [...(contest.constraints ?? []), ...(keeping.length > 0 ? [sitting] : [])],
  };
}
