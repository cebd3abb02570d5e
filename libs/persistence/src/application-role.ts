import type { Client } from 'pg';
import { UnsuitableServerError } from './server-check.js';

/** The role the service works as: it owns nothing and bypasses nothing, so that row level security holds it. */
export const APPLICATION_ROLE = 'reflexbogen_app';

export interface ApplicationRole {
  readonly name: string;
  /** Whether row level security does not count for it: a superuser, or BYPASSRLS. */
  readonly bypasses: boolean;
  /** Tables and sequences that it owns, and so may take the policies off. */
  readonly owned: number;
  /** Other roles that it may take on and that bypass row level security or own tables of the service. */
  readonly mayBecome: readonly string[];
}

/** A way around the policies, with the mend. */
export interface WayAround {
  readonly what: string;
  readonly mend: string;
}

/** The role as the server has it; null where it is not there yet. */
export async function applicationRole(client: Client): Promise<ApplicationRole | null> {
  const { rows } = await client.query<ApplicationRole>(
    `WITH owners AS (SELECT relowner AS oid, count(*)::integer AS tables FROM pg_class
       WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'pgboss')) AND relkind IN ('r', 'p', 'S')
       GROUP BY relowner)
     SELECT r.rolname AS name, r.rolsuper OR r.rolbypassrls AS bypasses,
       coalesce((SELECT tables FROM owners WHERE owners.oid = r.oid), 0) AS owned,
       coalesce((SELECT json_agg(o.rolname ORDER BY o.rolname) FROM pg_roles o WHERE o.oid <> r.oid AND NOT r.rolsuper
         AND (o.rolsuper OR o.rolbypassrls OR o.oid IN (SELECT oid FROM owners)) AND pg_has_role(r.oid, o.oid, 'MEMBER')), '[]')
         AS "mayBecome"
     FROM pg_roles r WHERE r.rolname = $1`,
    [APPLICATION_ROLE],
  );
  return rows[0] ?? null;
}

/** Every way in which the role gets around row level security; none where it is held. */
export const waysAround = ({ name, bypasses, owned, mayBecome }: ApplicationRole): readonly WayAround[] => [
  ...(bypasses
    ? [
        {
          what: `row level security does not count for ${name}`,
          mend: `As an administrator: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS;`,
        },
      ]
    : []),
  ...(owned > 0
    ? [
        {
          what: `${name} owns ${owned} tables or sequences, and could take their policies off`,
          mend: `As an administrator, in this database: REASSIGN OWNED BY ${name} TO the owner of the database; name that owner in DATABASE_URL.`,
        },
      ]
    : []),
  ...mayBecome.map((role) => ({
    what: `${name} may take on ${role}, which row level security does not hold`,
    mend: `As an administrator: REVOKE ${role} FROM ${name};`,
  })),
];

/** @throws UnsuitableServerError where the role gets around row level security, with every way and its mend */
export async function checkApplicationRole(client: Client): Promise<void> {
  const role = await applicationRole(client);
  const ways = role === null ? [] : waysAround(role);
  if (ways.length > 0)
    throw new UnsuitableServerError(
      `The database is refused: ${ways.map(({ what, mend }) => `${what}. ${mend}`).join(' ')}`,
    );
}
