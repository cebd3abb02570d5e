import { ALLOWS, ownId, type MessageName } from './field-kinds.js';
import type { FieldsOf } from './log-events.js';

type Said = Pick<
  FieldsOf<'component.warning'>,
  'says' | 'id' | 'job' | 'attempt' | 'count' | 'code' | 'sqlstate' | 'class'
>;

const ID = '(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const REASON = '(?<reason>[A-Za-z0-9_]{1,60})\\b';

/** How the messages of our own components begin. */
const BEGINNINGS: readonly (readonly [says: MessageName, beginning: RegExp])[] = [
  ['IMPORT_FAILED', new RegExp(`^import ${ID}: `)],
  ['EXPORT_FAILED', new RegExp(`^export ${ID}: `)],
  ['COLUMNS_DROPPED', /^could not follow a submission, dropping all columns: /],
  ['JOB_FAILED', new RegExp(`^job (?<job>[a-z-]{1,40}) failed at attempt (?<attempt>\\d{1,4}): ${REASON}`)],
  ['JOB_QUEUE_SILENT', new RegExp(`^the queue of jobs does not answer: ${REASON}`)],
  ['MAIL_NOT_CONFIGURED', /^SMTP_URL is not set: /],
  ['MAILS_WOKEN', /^(?<count>\d{1,9}) queued mails had no job /],
  ['MAIL_GIVEN_UP', new RegExp(`^mail ${ID} is given up after attempt (?<attempt>\\d{1,4}): ${REASON}`)],
  ['MAIL_NOT_WRITTEN', new RegExp(`^mail ${ID} cannot be written: `)],
  ['SESSION_NOT_CHECKED', /^a session could not be checked: /],
  ['SIGN_IN_LINK_NOT_SENT', /^a sign-in link was not sent: /],
  ['SIGN_IN_REFUSED', new RegExp(`^a sign-in was refused: (?:\\w* ${REASON})?`)],
  ['PROVIDER_NAMES_NO_ROLES', /^the identity provider names no roles /],
  ['PROVIDER_SILENT_AT_SIGN_OUT', /^signed out here; the identity provider did not answer/],
  ['NOTICE_NOT_SENT', new RegExp(`^others were not told of a change: ${REASON}`)],
];

/**
 * Reads off a message of our own what it says and the ids and numbers in it. Whatever follows its beginning is left out; a
 * message that is not known gives nothing.
 */
export function saidIn(message: unknown): Said {
  if (typeof message !== 'string') return {};
  for (const [says, beginning] of BEGINNINGS) {
    const found = beginning.exec(message);
    if (found === null) continue;
    const { id, job, attempt, count, reason } = found.groups ?? {};
    return {
      says,
      ...(id === undefined ? {} : { id: ownId(id) }),
      ...(job === undefined ? {} : { job }),
      ...(attempt === undefined ? {} : { attempt: Number(attempt) }),
      ...(count === undefined ? {} : { count: Number(count) }),
      ...(reason === undefined ? {} : reasonOf(reason)),
    };
  }
  return {};
}

/** Components name an SQLSTATE, a code or a class, whichever there is. */
function reasonOf(reason: string): Pick<Said, 'sqlstate' | 'code' | 'class'> {
  if (ALLOWS.code(reason)) return { code: reason };
  if (ALLOWS.sqlstate(reason)) return { sqlstate: reason };
  // What is none of the three is withheld by the gate, and counted there.
  return /^[A-Z][A-Za-z]*(?:Error|Exception)$/.test(reason) ? { class: reason } : { code: reason };
}
