import { sql } from '../harness/postgres.js';
import { keysOf } from '../harness/sheet-state.js';

/** What a page has shown: a value as saved, or all as saved while these questions were not. */
export type Claim =
  | { readonly kind: 'SAVED'; readonly question: string; readonly value: string }
  | { readonly kind: 'ALL'; readonly unsaved: readonly string[] };

/**
 * Runs in every page before its own script: tells of each value as soon as the page shows it as saved, and of "everything is
 * saved". Reads what readers see, never the app's own state.
 */
export function watchClaims(): void {
  const { witness } = globalThis as unknown as { witness: (claim: Claim) => void };
  const shown = new Map<string, string>();
  const look = (): void => {
    const unsaved: string[] = [];
    for (const question of document.querySelectorAll('.respond-question')) {
      const code = question.id.replace('question-', '');
      const state = question.querySelector('[data-state]')?.getAttribute('data-state') ?? null;
      const value = question.querySelector<HTMLTextAreaElement>('.respond-answer textarea')?.value ?? '';
      if (state !== 'SAVED') {
        shown.delete(code);
        if (state !== null) unsaved.push(code);
      } else if (shown.get(code) !== value) {
        shown.set(code, value);
        witness({ kind: 'SAVED', question: code, value });
      }
    }
    if (unsaved.length > 0 && document.querySelector('.respond-saved') !== null) witness({ kind: 'ALL', unsaved });
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-state', 'class'],
  });
}

/** Holds what pages show against the history of the sheet in the database, at the moment at which it is shown. */
export class Witness {
  /** What was shown and was not so. */
  readonly lies: string[] = [];
  claims = 0;
  private readonly checks: Promise<void>[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly response: string,
  ) {}

  hear(claim: Claim): void {
    this.claims += 1;
    if (claim.kind === 'ALL') this.lies.push(`all was shown as saved while ${claim.unsaved.join(', ')} was not`);
    else if (claim.value !== '') this.checks.push(this.check(claim.question, claim.value));
  }

  /** Whether the service has ever saved this value. */
  async wasSaved(question: string, value: string): Promise<boolean> {
    const { municipalityId, roundId } = keysOf(this.response);
    const { rows } = await sql(
      this.databaseUrl,
      `SELECT 1 FROM sheet_event WHERE municipality_id = $1 AND round_id = $2 AND act = 'SAVE_ANSWER'
       AND object = $3 AND new::jsonb ->> 'value' = $4 LIMIT 1`,
      [municipalityId, roundId, question, value],
    );
    return rows.length > 0;
  }

  /** Waits for the checks that are under way. */
  async settled(): Promise<void> {
    await Promise.all(this.checks);
  }

  private async check(question: string, value: string): Promise<void> {
    if (!(await this.wasSaved(question, value))) this.lies.push(`${question}: "${value}" was shown as saved`);
  }
}
