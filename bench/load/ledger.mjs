/** What the service has acknowledged, and whether the database has it. */

export class Ledger {
  /** `{ municipalityId, question, value, revision, key }` each. */
  saves = [];
  /** `{ municipalityId, response, receipt }` each. */
  submissions = [];
  /** Answers that were sent and never acknowledged: they may be there or not. */
  unsure = 0;
  /** What the service said and cannot be. */
  contradictions = [];
}

const placeOf = ({ municipalityId, question, revision }) => `${municipalityId} ${question} ${revision}`;

/**
 * @param ledger what was acknowledged
 * @param stored `events` (`{ municipalityId, question, revision, value }`, the history of saves), `answers` (the same, as they stand),
 *   `keys` (of acts that have a stored result), `receipts` (`municipality receipt` of each submission), `invalid` (those of them that
 *   do not recompute)
 * @returns `acknowledged` acts; `lost` lists those that are not there as acknowledged; `surplus` is how many saves stand in the history
 *   that nobody was told of, beyond those that are unsure
 */
export function integrityOf(ledger, { events, answers, keys, receipts, invalid }) {
  const history = new Map(events.map((event) => [placeOf(event), event.value]));
  const standing = new Map(answers.map((answer) => [`${answer.municipalityId} ${answer.question}`, answer]));
  const kept = new Set(keys);
  const stored = new Set(receipts);
  const wrong = new Set(invalid);
  const lost = [];
  for (const save of ledger.saves) {
    const { municipalityId, question, value, revision, key } = save;
    const answer = standing.get(`${municipalityId} ${question}`);
    const faults = [
      history.get(placeOf(save)) === value ? null : 'not in the history',
      answer !== undefined && (answer.revision > revision || (answer.revision === revision && answer.value === value))
        ? null
        : 'not among the answers',
      kept.has(key) ? null : 'its key is not kept',
    ].filter((fault) => fault !== null);
    if (faults.length > 0) lost.push(`saveAnswers ${placeOf(save)}: ${faults.join(', ')}`);
  }
  for (const { municipalityId, receipt } of ledger.submissions) {
    const name = `${municipalityId} ${receipt}`;
    if (!stored.has(name)) lost.push(`submitResponse ${name}: there is no such submission`);
    else if (wrong.has(name)) lost.push(`submitResponse ${name}: the receipt does not recompute`);
  }
  return {
    acknowledged: ledger.saves.length + ledger.submissions.length,
    lost,
    surplus: Math.max(0, events.length - ledger.saves.length - ledger.unsure),
  };
}
