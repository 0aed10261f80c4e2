/**
 * Thrown by a count that cannot be brought to its end in reasonable time, with a sentence for the voter. Only counting
 * shows it, so `checkContest` cannot say so beforehand; who drives a count turns it into a failed Result.
 */
export class CannotCount extends Error {}
