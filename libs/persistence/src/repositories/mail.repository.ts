import type { LocalizedText } from '@reflexbogen/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { MailKind, MailStatus } from '../entities/mail.entity.js';
import { firstRow, Repository, rowsOf } from './repository.js';

export type { MailKind, MailStatus } from '../entities/mail.entity.js';

/** A mail to be sent. */
export interface NewMail {
  /** Null only for SIGN_IN_LINK. */
  readonly studyId: string | null;
  readonly municipalityId: string | null;
  readonly roundId: string | null;
  readonly personId: string;
  readonly kind: MailKind;
  /** 1 to 300 characters. What the mail is about: asked for twice, it is sent once. */
  readonly dedupeKey: string;
  /** Neither names nor addresses. */
  readonly data: Readonly<Record<string, unknown>>;
  /** SIGN_IN_LINK only: removed as soon as the mail is sent or given up. */
  readonly secret: string | null;
}

/** What became of a wish to send a mail. `id` is the earlier mail's where the key is taken. */
export interface EnqueuedMail {
  readonly id: string;
  readonly outcome: 'QUEUED' | 'ALREADY_THERE';
}

/** Puts jobs beside the rows they are about, in the same transaction. */
export interface JobOutbox {
  readonly send: (
    jobs: readonly {
      readonly handler: string;
      readonly payload: object;
      /** Higher goes first; default 0. */
      readonly priority?: number;
    }[],
    manager: EntityManager,
  ) => Promise<void>;
}

/** Name of the job handler that sends a mail; its payload is `{ mail: id }`. */
export const MAIL_JOB = 'send-mail';

/** Everything that a message is written from, as it stands now. */
export interface Letter {
  readonly id: string;
  readonly kind: MailKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly secret: string | null;
  /** Times sending was begun, this one included. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly messageId: string;
  readonly person: {
    readonly name: string | null;
    /** Null: erased, disabled, or never stated. */
    readonly email: string | null;
    readonly locale: string;
  };
  readonly study: { readonly slug: string; readonly title: LocalizedText; readonly defaultLocale: string } | null;
  readonly round: {
    readonly code: string;
    readonly year: number;
    readonly opensAt: Date;
    readonly closesAt: Date;
  } | null;
  readonly municipality: { readonly code: string; readonly name: string } | null;
}

/** A row of the operators' list. Name and address are the person's of today, null after erasure. */
export interface MailRow {
  readonly id: string;
  readonly kind: MailKind;
  readonly status: MailStatus;
  readonly round: string | null;
  readonly municipality: string | null;
  readonly recipientName: string | null;
  readonly recipientAddress: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface MailFilter {
  readonly studyId: string;
  readonly roundId: string | null;
  readonly status: MailStatus | null;
}

/** A link that signs in is waited for, and expires: it overtakes a thousand invitations. */
const URGENT = 10;

/** Mails of one act: a round invites at most so many at once. */
const MOST_AT_ONCE = 20_000;

const LIST = `m.id, m.kind, m.status, r.code AS round, y.code AS municipality, p.name AS "recipientName",
  p.email AS "recipientAddress", m.attempts, m.last_error AS "lastError", m.created_at AS "createdAt", m.sent_at AS "sentAt"`;
const LIST_FROM = `mail m JOIN person p ON p.id = m.person_id LEFT JOIN round r ON r.id = m.round_id
  LEFT JOIN municipality y ON y.id = m.municipality_id`;
const LIST_WHERE = `m.study_id = $1 AND ($2::uuid IS NULL OR m.round_id = $2) AND ($3::text IS NULL OR m.status = $3)`;

/** Mails: the truth about what is to be sent, was sent and was given up. Jobs only wake whoever sends. */
export class MailRepository extends Repository {
  constructor(
    dataSource: DataSource,
    private readonly jobs: JobOutbox,
  ) {
    super(dataSource);
  }

  /** Asks for a mail within the caller's transaction: it is sent if and only if that commits. */
  async enqueue(mail: NewMail, manager: EntityManager): Promise<EnqueuedMail> {
    const [outcome] = await this.enqueueAll([mail], manager);
    if (outcome === undefined) throw new Error('a mail was neither queued nor there already');
    return outcome;
  }

  /**
   * Asks for several mails within the caller's transaction.
   * @param mails at most 20,000, each with a dedupe key of its own
   * @returns what became of each, in the order given
   */
  async enqueueAll(mails: readonly NewMail[], manager: EntityManager): Promise<readonly EnqueuedMail[]> {
    if (mails.length > MOST_AT_ONCE) throw new RangeError(`${mails.length} mails at once; expected ${MOST_AT_ONCE}`);
    const keys = mails.map(({ dedupeKey }) => dedupeKey);
    if (new Set(keys).size < keys.length) throw new RangeError('two mails of one act have the same dedupe key');
    if (mails.length === 0) return [];
    // By key, so that two acts that ask for the same mails wait for one another instead of locking each other out.
    const queued = await rowsOf<{ id: string; key: string; urgent: boolean }>(
      manager,
      `INSERT INTO mail (study_id, municipality_id, round_id, person_id, kind, dedupe_key, data, secret)
       SELECT "studyId", "municipalityId", "roundId", "personId", kind, "dedupeKey", data, secret
       FROM jsonb_to_recordset($1) AS row ("studyId" uuid, "municipalityId" uuid, "roundId" uuid, "personId" uuid,
         kind text, "dedupeKey" text, data jsonb, secret text)
       ORDER BY "dedupeKey"
       ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, dedupe_key AS key, kind = 'SIGN_IN_LINK' AS urgent`,
      [JSON.stringify(mails)],
    );
    await this.wake(queued, manager);
    const known = new Map(queued.map(({ id, key }) => [key, { id, outcome: 'QUEUED' as const }]));
    const taken = keys.filter((key) => !known.has(key));
    const earlier = await rowsOf<{ id: string; key: string }>(
      manager,
      'SELECT id, dedupe_key AS key FROM mail WHERE dedupe_key = ANY ($1)',
      [taken],
    );
    const before = new Map(earlier.map(({ id, key }) => [key, { id, outcome: 'ALREADY_THERE' as const }]));
    return keys.flatMap((key) => known.get(key) ?? before.get(key) ?? []);
  }

  /**
   * Begins an attempt: counts it and fixes the Message-ID, before anything is sent.
   * @param messageId used unless an earlier attempt has one
   * @returns null where there is nothing to send: sent already, cancelled, given up
   */
  async beginAttempt(id: string, messageId: string): Promise<Letter | null> {
    const counted = await rowsOf(
      this.executor(),
      `UPDATE mail SET attempts = attempts + 1, message_id = coalesce(message_id, $2)
       WHERE id = $1 AND status = 'QUEUED' RETURNING id`,
      [id, messageId],
    );
    if (counted.length === 0) return null;
    return firstRow<Letter>(
      this.executor(),
      `SELECT m.id, m.kind, m.data, m.secret, m.attempts, m.last_error AS "lastError", m.message_id AS "messageId",
         jsonb_build_object('name', p.name, 'locale', p.locale,
           'email', CASE WHEN p.disabled_at IS NULL AND p.erased_at IS NULL THEN p.email END) AS person,
         CASE WHEN s.id IS NOT NULL THEN
           jsonb_build_object('slug', s.slug, 'title', s.title, 'defaultLocale', s.default_locale) END AS study,
         CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('code', r.code, 'year', r.year,
           'opensAt', r.opens_at, 'closesAt', r.closes_at) END AS round,
         CASE WHEN y.id IS NOT NULL THEN jsonb_build_object('code', y.code, 'name', y.name) END AS municipality
       FROM mail m JOIN person p ON p.id = m.person_id LEFT JOIN study s ON s.id = m.study_id
         LEFT JOIN round r ON r.id = m.round_id LEFT JOIN municipality y ON y.id = m.municipality_id
       WHERE m.id = $1 AND m.status = 'QUEUED'`,
      [id],
    ).then((row) => row && { ...row, round: row.round && withDates(row.round) });
  }

  /** The server has taken it. Says nothing about mails that were finished otherwise in the meantime. */
  async markSent(id: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `UPDATE mail SET status = 'SENT', sent_at = now(), last_error = NULL, secret = NULL WHERE id = $1 AND status = 'QUEUED'`,
      [id],
    );
  }

  /** An attempt failed and another one will follow. @param code SMTP or network code, see MailEntity.lastError */
  async noteFailure(id: string, code: string): Promise<void> {
    await rowsOf(this.executor(), `UPDATE mail SET last_error = $2 WHERE id = $1 AND status = 'QUEUED'`, [id, code]);
  }

  /** Gives a mail up: it is on the operators' list from now on. */
  async bury(id: string, code: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `UPDATE mail SET status = 'DEAD', last_error = $2, secret = NULL WHERE id = $1 AND status = 'QUEUED'`,
      [id, code],
    );
  }

  /** There is nobody to send it to any more, or no point in it. @param reason code, see MailEntity.lastError */
  async cancel(id: string, reason: string): Promise<void> {
    await rowsOf(
      this.executor(),
      `UPDATE mail SET status = 'CANCELLED', last_error = $2, secret = NULL WHERE id = $1 AND status = 'QUEUED'`,
      [id, reason],
    );
  }

  /** With a person's erasure: nothing more is sent, and what messages said beside the round is emptied. */
  async eraseOf(personId: string, manager: EntityManager): Promise<void> {
    await rowsOf(
      manager,
      `UPDATE mail SET data = '{}', secret = NULL, last_error = CASE WHEN status = 'SENT' THEN NULL ELSE 'ERASED' END,
         status = CASE WHEN status IN ('QUEUED', 'DEAD') THEN 'CANCELLED' ELSE status END
       WHERE person_id = $1`,
      [personId],
    );
  }

  /** Sends a mail that was given up once more, with attempts counted from 0. @returns null where it is not DEAD */
  async revive(id: string, manager: EntityManager): Promise<{ readonly id: string } | null> {
    const row = await firstRow<{ id: string }>(
      manager,
      `UPDATE mail SET status = 'QUEUED', attempts = 0 WHERE id = $1 AND status = 'DEAD' AND kind <> 'SIGN_IN_LINK' RETURNING id`,
      [id],
    );
    if (row !== null) await this.wake([{ ...row, urgent: false }], manager);
    return row;
  }

  /**
   * Mails that are queued and have no job, as after a restored backup or a queue that was emptied, get one again.
   * @returns how many
   */
  async wakeStranded(manager: EntityManager): Promise<number> {
    const stranded = await rowsOf<{ id: string; urgent: boolean }>(
      manager,
      `SELECT m.id, m.kind = 'SIGN_IN_LINK' AS urgent FROM mail m WHERE m.status = 'QUEUED' AND m.created_at < now() - interval '1 minute'
         AND NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = 'mail' AND j.state < 'completed'
                         AND j.data->'payload'->>'mail' = m.id::text)
       ORDER BY m.created_at LIMIT 1000 FOR UPDATE OF m SKIP LOCKED`,
    );
    await this.wake(stranded, manager);
    return stranded.length;
  }

  /** One mail of the operators' list with its study's slug. */
  findById(id: string): Promise<(MailRow & { readonly study: string | null }) | null> {
    return firstRow(
      this.executor(),
      `SELECT ${LIST}, s.slug AS study FROM ${LIST_FROM} LEFT JOIN study s ON s.id = m.study_id WHERE m.id = $1`,
      [id],
    );
  }

  /** A study's mails, latest first. @param after id of the last mail of the page before; unknown gives an empty page */
  list(filter: MailFilter, first: number, after: string | null): Promise<readonly MailRow[]> {
    return rowsOf(
      this.executor(),
      `SELECT ${LIST} FROM ${LIST_FROM} WHERE ${LIST_WHERE}
         AND ($4::uuid IS NULL OR (m.created_at, m.id) < (SELECT created_at, id FROM mail WHERE id = $4))
       ORDER BY m.created_at DESC, m.id DESC LIMIT $5`,
      [filter.studyId, filter.roundId, filter.status, after, first],
    );
  }

  async count(filter: MailFilter): Promise<number> {
    const row = await firstRow<{ count: number }>(
      this.executor(),
      `SELECT count(*)::integer AS count FROM mail m WHERE ${LIST_WHERE}`,
      [filter.studyId, filter.roundId, filter.status],
    );
    return row?.count ?? 0;
  }

  /** Which of these keys have a mail already. */
  async takenKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ key: string }>(
      this.executor(),
      'SELECT dedupe_key AS key FROM mail WHERE dedupe_key = ANY ($1)',
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  private async wake(
    mails: readonly { readonly id: string; readonly urgent: boolean }[],
    manager: EntityManager,
  ): Promise<void> {
    if (mails.length === 0) return;
    await this.jobs.send(
      mails.map(({ id, urgent }) => ({
        handler: MAIL_JOB,
        payload: { mail: id },
        ...(urgent ? { priority: URGENT } : {}),
      })),
      manager,
    );
  }
}

/** Instants come as text out of jsonb. */
const withDates = (round: NonNullable<Letter['round']>): NonNullable<Letter['round']> => ({
  ...round,
  opensAt: new Date(round.opensAt),
  closesAt: new Date(round.closesAt),
});
