import type { Particulars } from './file-reasons.js';

/** One thing wrong with a study package, at its place. */
export interface PackageFault {
  /** For programs, e.g. UNKNOWN_LEVEL. */
  readonly code: string;
  /** File inside the package. */
  readonly file: string;
  /** From 1; null where the file as a whole is meant. */
  readonly line: number | null;
  /** From 1, in characters; null where the line or file as a whole is meant. */
  readonly column: number | null;
  readonly message: string;
  readonly expected: string;
  /** Of faults in a question set, and of a questionnaire as a file; absent elsewhere. */
  readonly particulars?: Particulars;
}

/** Faults listed in full; the rest is counted. */
export const MAX_LISTED_FAULTS = 1000;

/** Collects faults: reading goes on after the first, so that all are reported at once. */
export class FaultCollector {
  readonly faults: PackageFault[] = [];
  count = 0;

  add(fault: PackageFault): void {
    this.count += 1;
    if (this.faults.length < MAX_LISTED_FAULTS) this.faults.push(fault);
  }
}

/** The package cannot be read at all: not a folder, not a zip, or one that is refused for what it is. */
export class UnreadablePackageError extends Error {
  constructor(readonly fault: PackageFault) {
    super(fault.message);
  }
}

export const unreadable = (code: string, file: string, message: string, expected: string): UnreadablePackageError =>
  new UnreadablePackageError({ code, file, line: null, column: null, message, expected });
