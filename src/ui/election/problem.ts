/** A problem in words: what, where, what to do, and what is as it was. */
export interface Problem {
  readonly title: string;
  readonly message: string;
  /** "Line 3, column 7" where there is such a place. */
  readonly where: string | null;
  readonly todo: string | null;
  readonly untouched: string | null;
}
