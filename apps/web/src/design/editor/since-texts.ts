import type { Verdict } from '@reflexbogen/client';
import { defineTexts } from '../../text/define-texts.js';

/** How a question compares with earlier years. */
export const sinceTexts = defineTexts(
  {
    since: 'Vergleichbarkeit',
    notAskedBefore: '{{year}} nicht gefragt.',
    verdictLabel: 'Urteil',
    comparedWith: 'Verglichen mit',
    verdictNote: 'Begründung',
    verdict: {
      IDENTICAL: 'gleich',
      EDITORIAL: 'redaktionell geändert',
      COMPARABLE: 'umformuliert, vergleichbar',
      RECODED: 'umgeschlüsselt',
      BREAK: 'nicht vergleichbar',
    } satisfies Record<Verdict, string>,
    noVerdict: 'ohne Urteil',
    recode: 'Umschlüsselung',
    earlierLevel: 'Frühere Stufe',
    levelNow: 'Stufe jetzt',
    goesTo: '{{level}} wird zu',
    notComparable: 'nicht vergleichbar',
    noLevelsToMap: 'Keine Stufen, die umgeschlüsselt werden könnten.',
  },
  {
    since: 'Comparability',
    notAskedBefore: 'Not asked in {{year}}.',
    verdictLabel: 'Verdict',
    comparedWith: 'Compared with',
    verdictNote: 'Reason',
    verdict: {
      IDENTICAL: 'identical',
      EDITORIAL: 'edited',
      COMPARABLE: 'reworded, comparable',
      RECODED: 'recoded',
      BREAK: 'not comparable',
    },
    noVerdict: 'no verdict',
    recode: 'Recode',
    earlierLevel: 'Earlier level',
    levelNow: 'Level now',
    goesTo: '{{level}} becomes',
    notComparable: 'not comparable',
    noLevelsToMap: 'No levels that could be recoded.',
  },
);
