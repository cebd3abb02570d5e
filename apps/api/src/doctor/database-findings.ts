import { examineDatabase, runningOwnerUrl, waysAround, type DatabaseExamination } from '@reflexbogen/persistence';
import type { Configuration } from '../configuration.js';
import { fault, ok, placeOf, reasonOf, warning, type Finding } from './finding.js';

/** Clocks further apart than this make deadlines and receipts differ from what people see. */
const CLOCK_WARNING_MS = 2_000;
const CLOCK_FAULT_MS = 60_000;

const MENDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Start the server, and see that it listens on that address and port (listen_addresses, port).',
  ENOTFOUND: 'The name is not known: look for a slip in DATABASE_URL, and at the resolver of this machine.',
  ETIMEDOUT: 'A firewall may be in between: open the port from this machine to the server.',
  '28P01': 'User or password is wrong: set both in DATABASE_URL, percent-encoded.',
  '28000': 'The server does not let this user in from here: see pg_hba.conf.',
  '3D000': 'Create the database: CREATE DATABASE … OWNER …; the service creates its tables by itself.',
};

/** How the database is; the embedded one only while a service is running on it. */
export async function databaseFindings({ databaseUrl, dataDir }: Configuration): Promise<readonly Finding[]> {
  const url = databaseUrl ?? runningOwnerUrl(dataDir);
  if (url === null)
    return [
      warning(
        'database',
        `DATABASE_URL is not set, and no service runs an embedded server in ${dataDir}`,
        'Start the service and run the doctor once more.',
      ),
    ];
  const where = databaseUrl === null ? 'the embedded server' : placeOf(databaseUrl);
  try {
    return findingsOf(where, await examineDatabase(url));
  } catch (error) {
    const reason = reasonOf(error);
    const mend = MENDS[reason] ?? 'See the log of the database server.';
    return [fault('database', `${where} cannot be asked: ${reason}`, mend)];
  }
}

/** What an examination means. */
export function findingsOf(where: string, found: DatabaseExamination): readonly Finding[] {
  const settings = Object.entries(found.settings).map(([name, value]) => `${name}=${value}`);
  const clock = Math.abs(found.clockMs);
  const apart = `its clock and ours are ${clock} ms apart`;
  const mend = 'Let both machines follow one source of time (timedatectl set-ntp true).';
  return [
    ok('database', `${where} answers: PostgreSQL ${found.version}, ${Math.round(found.bytes / 1_048_576)} MiB`),
    found.refusal === null
      ? ok('database', `durable: ${settings.join(', ')}`)
      : fault('database', found.refusal, 'Change the server as said; the service does not start on it as it is.'),
    ...found.warnings.map((text) => warning('database', text, 'Plan an hour without service for it.')),
    ...(found.settings['archive_mode'] === 'off'
      ? [
          warning(
            'database',
            'archive_mode is off: what was saved since the last backup is lost with the disk',
            'Archive the write-ahead log: docs/backup.md.',
          ),
        ]
      : []),
    found.missingMigrations.length === 0
      ? ok('database', 'every migration of this version is there')
      : warning(
          'database',
          `${found.missingMigrations.length} migrations are missing, first ${found.missingMigrations[0]}`,
          'Start this version of the service, without CONTRACT_MIGRATIONS=later: it runs them before it takes requests.',
        ),
    ...(found.unknownMigrations.length === 0
      ? []
      : [
          warning(
            'database',
            `${found.unknownMigrations.length} migrations are of a later version, first ${found.unknownMigrations[0]}`,
            'Bring this machine to the version of the others.',
          ),
        ]),
    ...wallFindings(found),
    clock < CLOCK_WARNING_MS
      ? ok('database', apart)
      : clock < CLOCK_FAULT_MS
        ? warning('database', apart, mend)
        : fault('database', apart, mend),
  ];
}

/** Whether the database is a second wall (docs/adr/0025): its policies are there, and count for the service. */
function wallFindings({ application, unguardedTables, missingMigrations }: DatabaseExamination): readonly Finding[] {
  // Before the first start there is nothing to guard, and nobody to guard it from.
  if (application === null || missingMigrations.length > 0) return [];
  const findings = [
    ...waysAround(application).map(({ what, mend }) => fault('database', what, mend)),
    ...(unguardedTables.length > 0
      ? [
          warning(
            'database',
            `${unguardedTables.length} tables with rows of municipalities have no row level security, first ${unguardedTables[0]}`,
            'On a Citus cluster it is so (docs/scaling.md); anywhere else: ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY.',
          ),
        ]
      : []),
  ];
  return findings.length > 0
    ? findings
    : [ok('database', `row level security holds ${application.name}, which owns nothing`)];
}
