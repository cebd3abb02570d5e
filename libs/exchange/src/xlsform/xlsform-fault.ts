import type { Particulars } from '../file-reasons.js';

/** One thing wrong with an XLSForm, at its place. */
export interface XlsformFault {
  /** Name of the sheet as the file spells it; null where the workbook as a whole is meant. */
  readonly sheet: string | null;
  /** From 1, as spreadsheets count; null where the sheet as a whole is meant. */
  readonly row: number | null;
  /** Letter of the column; null where the row as a whole is meant. */
  readonly column: string | null;
  readonly message: string;
  readonly expected: string;
  /** Of faults in the question set that the form makes; absent where the form is at fault as a form. */
  readonly particulars?: Particulars;
}

/** Something a form says and a question set cannot; the rest of the form is taken over without it. */
export interface NotTakenOver {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** Letter of the column; null where the row as a whole is meant. */
  readonly column: string | null;
  readonly what: string;
  readonly why: string;
  /** Where it would be a fault of the question set. */
  readonly particulars?: Particulars;
}

/** A place in a workbook. */
export interface Place {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

/** Faults listed in full; the last one says that there are more. */
export const MAX_XLSFORM_FAULTS = 1000;
/** Cells without an equal that are listed; a form with more is refused, since nobody would read them. */
export const MAX_NOT_TAKEN_OVER = 10_000;

/** The file is refused before its content is read. */
export class UnreadableXlsxError extends Error {
  constructor(readonly fault: XlsformFault) {
    super(fault.message);
  }
}

export const unreadableXlsx = (message: string, expected: string, place: Partial<Place> = {}): UnreadableXlsxError =>
  new UnreadableXlsxError({ sheet: null, row: null, column: null, ...place, message, expected });

/** Collects what is wrong and what is left out: reading goes on after the first. */
export class XlsformFindings {
  readonly faults: XlsformFault[] = [];
  readonly notTakenOver: NotTakenOver[] = [];

  fault(place: Place, message: string, expected: string, particulars?: Particulars): void {
    const fault = { ...place, message, expected, ...(particulars === undefined ? {} : { particulars }) };
    if (this.faults.length < MAX_XLSFORM_FAULTS - 1) this.faults.push(fault);
    else if (this.faults.length < MAX_XLSFORM_FAULTS)
      this.faults.push({ sheet: null, row: null, column: null, message: 'There are more faults.', expected: 'none' });
  }

  leaveOut(place: Place, what: string, why: string, particulars?: Particulars): void {
    if (this.notTakenOver.length === MAX_NOT_TAKEN_OVER)
      this.fault(
        { ...place },
        `More than ${MAX_NOT_TAKEN_OVER} cells have no equal in a question set.`,
        'a form that question sets can express',
      );
    else
      this.notTakenOver.push({
        sheet: place.sheet ?? '',
        row: place.row ?? 1,
        column: place.column,
        what: what.length > 200 ? `${what.slice(0, 199)}…` : what,
        why,
        ...(particulars === undefined ? {} : { particulars }),
      });
  }
}
