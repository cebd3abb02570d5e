export type ReportLocale = 'de' | 'en';

export interface ReportTally {
  readonly increased?: number | null;
  readonly decreased?: number | null;
  readonly unchanged: number;
  readonly changed: number;
  readonly comparable: number;
  readonly excluded: number;
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
}

export interface ReportScale {
  readonly code: string;
  readonly ordered: boolean;
  readonly levels: readonly { readonly code: string; readonly label: string }[];
  readonly boxes: readonly { readonly name: string; readonly levels: readonly string[] }[];
}

/** A delta as the service answers it, texts in the report's language. */
export interface ReportDelta {
  readonly question: {
    readonly code: string;
    readonly text: string;
    readonly type: string;
    readonly scale?: ReportScale | null;
    /** The GRID that the question is a cell of. */
    readonly grid?: { readonly code: string; readonly row: string; readonly column: string } | null;
  };
  readonly option?: { readonly code: string; readonly label: string } | null;
  readonly basis: 'COMPUTED' | 'REPORTED';
  readonly comparability?: string | null;
  readonly notes: readonly string[];
  readonly polarity: string;
  readonly suppressed: boolean;
  readonly tally?: ReportTally | null;
  readonly sentence: string;
  /** Answers by level in each round; empty where the round did not ask. */
  readonly from: readonly { readonly value: string; readonly count: number }[];
  readonly to: readonly { readonly value: string; readonly count: number }[];
  readonly citation?: string | null;
}

export interface ReportSection {
  readonly code: string;
  readonly title: string;
  /** Codes of its questions; a GRID stands for its cells. */
  readonly questions: readonly string[];
}

/** A comparison of two rounds, with everything that a report says. */
export interface ReportData {
  readonly locale: ReportLocale;
  readonly study: { readonly slug: string; readonly title: string; readonly description?: string | null };
  readonly from: { readonly code: string; readonly year: number };
  readonly to: { readonly code: string; readonly year: number };
  readonly panelSize: number;
  /** Name of the freeze, null where the running study is reported. */
  readonly freeze: string | null;
  /** Day of the figures, written in the report's language. */
  readonly asOf: string;
  readonly deltas: readonly ReportDelta[];
  readonly sections: readonly ReportSection[];
  readonly agreements: readonly {
    readonly code: string;
    readonly text: string;
    readonly comparable?: number | null;
    readonly agree?: number | null;
  }[];
}
