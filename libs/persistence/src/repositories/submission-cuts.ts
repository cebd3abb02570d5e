/** Which submission of each municipality counts: the last one, the last one up to an instant, or the one pinned by a freeze. */
export type SubmissionCut =
  | { readonly kind: 'LATEST' }
  | { readonly kind: 'AS_OF'; readonly instant: Date }
  /** Number of the submission by municipality; without a number none counts. */
  | { readonly kind: 'PINNED'; readonly numbers: ReadonlyMap<string, number> };

export const LATEST: SubmissionCut = { kind: 'LATEST' };

interface CutStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** One statement per kind of cut: the planner sees only the conditions that matter. */
export function cutSql(
  columns: string,
  roundId: string,
  cut: SubmissionCut,
  municipalityIds?: readonly string[],
): CutStatement {
  if (cut.kind === 'PINNED') {
    const ids = municipalityIds ?? [...cut.numbers.keys()];
    return {
      sql: `SELECT ${columns} FROM submission JOIN unnest($2::uuid[], $3::int[]) AS pin (municipality, pinned)
        ON municipality_id = municipality AND number = pinned WHERE round_id = $1`,
      parameters: [roundId, ids, ids.map((id) => cut.numbers.get(id) ?? 0)],
    };
  }
  const parameters: unknown[] = [roundId];
  const conditions = ['round_id = $1'];
  if (municipalityIds !== undefined) conditions.push(`municipality_id = ANY ($${parameters.push(municipalityIds)})`);
  if (cut.kind === 'AS_OF') conditions.push(`submitted_at <= $${parameters.push(cut.instant)}`);
  return {
    sql: `SELECT DISTINCT ON (municipality_id) ${columns} FROM submission WHERE ${conditions.join(' AND ')}
      ORDER BY municipality_id, number DESC`,
    parameters,
  };
}

/** The submissions that count in several rounds: one statement for those cut at an instant, one for those pinned. */
export function roundCutsSql(columns: string, cuts: ReadonlyMap<string, SubmissionCut>): readonly CutStatement[] {
  const atInstants: [string, Date][] = [];
  const pinned: [string, string, number][] = [];
  for (const [roundId, cut] of cuts)
    if (cut.kind === 'AS_OF') atInstants.push([roundId, cut.instant]);
    else if (cut.kind === 'PINNED')
      for (const [municipalityId, number] of cut.numbers) pinned.push([roundId, municipalityId, number]);
  const asOf = {
    sql: `SELECT DISTINCT ON (round_id, municipality_id) round_id AS "roundId", ${columns} FROM submission
      JOIN unnest($1::uuid[], $2::timestamptz[]) AS cut (round, instant) ON round_id = round AND submitted_at <= instant
      ORDER BY round_id, municipality_id, number DESC`,
    parameters: [atInstants.map(([roundId]) => roundId), atInstants.map(([, instant]) => instant)],
  };
  const atNumbers = {
    sql: `SELECT round_id AS "roundId", ${columns} FROM submission
      JOIN unnest($1::uuid[], $2::uuid[], $3::int[]) AS pin (round, municipality, pinned)
      ON round_id = round AND municipality_id = municipality AND number = pinned`,
    parameters: [
      pinned.map(([roundId]) => roundId),
      pinned.map(([, municipalityId]) => municipalityId),
      pinned.map(([, , number]) => number),
    ],
  };
  return [...(atInstants.length > 0 ? [asOf] : []), ...(pinned.length > 0 ? [atNumbers] : [])];
}
