import { isKnownRelation } from '../logging/known-names.js';

const KINDS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH', 'COPY', 'START', 'BEGIN', 'COMMIT', 'ROLLBACK'] as const;
export type StatementKind = (typeof KINDS)[number] | 'OTHER';

const known: ReadonlySet<unknown> = new Set(KINDS);

export const isStatementKind = (value: unknown): boolean => known.has(value) || value === 'OTHER';

/** The word that a statement begins with; OTHER for all but the usual ones. */
export function kindOf(statement: string): StatementKind {
  const word = /^\s*([a-z]+)/i.exec(statement)?.[1]?.toUpperCase() ?? '';
  return known.has(word) ? (word as StatementKind) : 'OTHER';
}

/** The first table that a statement names, as the database knows it; null where it names none. The rest of it may hold values. */
export function tableOf(statement: string): string | null {
  for (const [, name] of statement.matchAll(/\b(?:from|into|update|join|copy)\s+"?([a-z_]+(?:\.[a-z_]+)?)/gi)) {
    const plain = name?.replace(/^(?:public|pgboss)\./, '') ?? '';
    if (isKnownRelation(plain)) return plain;
  }
  return null;
}
