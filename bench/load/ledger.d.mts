export interface SavedAnswer {
  readonly municipalityId: string;
  readonly question: string;
  readonly revision: number;
  readonly value: string;
}
export class Ledger {
  saves: (SavedAnswer & { readonly key: string })[];
  submissions: { readonly municipalityId: string; readonly receipt: string }[];
  unsure: number;
  contradictions: string[];
}
export function integrityOf(
  ledger: Ledger,
  stored: {
    readonly events: readonly SavedAnswer[];
    readonly answers: readonly SavedAnswer[];
    readonly keys: readonly string[];
    readonly receipts: readonly string[];
    readonly invalid: readonly string[];
  },
): { readonly acknowledged: number; readonly lost: readonly string[]; readonly surplus: number };
