import { CannotCount } from '../../count/cannot-count';

/** Ends the program with one line on standard error, as a newcomer or a script needs it. */
export class Refusal extends Error {}

/** Runs a command: what it refuses, or cannot count, becomes its one line and exit code 1. */
export function runCommand(main: () => void): void {
  try {
    main();
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof CannotCount)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

export const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error));
