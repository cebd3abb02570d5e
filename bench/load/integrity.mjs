/** Reads from the database what a run should have left there. */
import pg from 'pg';
import { integrityOf } from './ledger.mjs';

const EVENTS = `SELECT municipality_id AS "municipalityId", object AS question, revision, new::json ->> 'value' AS value
  FROM sheet_event WHERE round_id = $1 AND act = 'SAVE_ANSWER' AND NOT municipality_id = ANY ($2)`;
const ANSWERS = `SELECT municipality_id AS "municipalityId", code AS question, revision, value
  FROM answer JOIN question ON question.id = question_id WHERE round_id = $1`;
const KEYS = 'SELECT key FROM idempotency_key WHERE NOT municipality_id = ANY ($1)';
const RECEIPTS = 'SELECT municipality_id, receipt FROM submission WHERE round_id = $1';

/** How many receipts are asked for at once. */
const VERIFYING = 8;

/**
 * @param options.aside municipalities that the yardsticks wrote to
 * @returns as integrityOf; `verified` is how many receipts the service computed again
 */
export async function checkIntegrity({ stage, ledger, crew, aside }) {
  const invalid = [];
  const left = [...ledger.submissions];
  const verify = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop())
      if (!(await crew.verifies(one))) invalid.push(`${one.municipalityId} ${one.receipt}`);
  };
  await Promise.all(Array.from({ length: VERIFYING }, verify));
  const client = new pg.Client({ connectionString: stage.database.ownerUrl });
  await client.connect();
  try {
    const { rows: events } = await client.query(EVENTS, [stage.roundId, aside]);
    const { rows: answers } = await client.query(ANSWERS, [stage.roundId]);
    const { rows: keys } = await client.query(KEYS, [aside]);
    const { rows: receipts } = await client.query(RECEIPTS, [stage.roundId]);
    const stored = {
      events,
      answers,
      keys: keys.map(({ key }) => key),
      receipts: receipts.map(({ municipality_id, receipt }) => `${municipality_id} ${receipt}`),
      invalid,
    };
    return { ...integrityOf(ledger, stored), verified: ledger.submissions.length - invalid.length };
  } finally {
    await client.end();
  }
}

/** A control: one acknowledged answer is gone, and in one submission another answer stands. Both must be found. */
export async function spoil({ stage, ledger }) {
  const [save] = ledger.saves;
  const [submission] = ledger.submissions;
  if (save === undefined || submission === undefined) throw new Error('nothing was acknowledged that could be spoilt');
  const client = new pg.Client({ connectionString: stage.database.ownerUrl });
  await client.connect();
  try {
    // Triggers refuse it otherwise, as they should.
    await client.query('SET session_replication_role = replica');
    await client.query(
      `DELETE FROM answer USING question
       WHERE question.id = question_id AND municipality_id = $1 AND round_id = $2 AND code = $3`,
      [save.municipalityId, stage.roundId, save.question],
    );
    await client.query(
      `UPDATE submission SET vector = set_byte(vector, 0, (get_byte(vector, 0) + 1) % 5)
       WHERE municipality_id = $1 AND round_id = $2`,
      [submission.municipalityId, stage.roundId],
    );
  } finally {
    await client.end();
  }
}
