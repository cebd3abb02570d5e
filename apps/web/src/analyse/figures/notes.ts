import { nameOf, type Delta, type Words } from './deltas.js';

type Noted = Pick<Delta, 'tally' | 'notes' | 'comparability' | 'suppressed'>;

/** What has to stand below a figure of one question: verdict, remarks, base and exclusions. */
export function notesOf({ tally, notes, comparability, suppressed }: Noted, { t }: Words): readonly string[] {
  const verdict =
    comparability === 'EDITORIAL' || comparability === 'COMPARABLE' || comparability === 'RECODED'
      ? [t(`comparability.${comparability}`)]
      : [];
  const base = tally
    ? [
        t('base', { comparable: tally.comparable, excluded: tally.excluded }) +
          (tally.exclusions.length === 0
            ? ''
            : ` (${tally.exclusions.map(({ reason, count }) => `${t(`reason.${reason}`)}: ${count}`).join('; ')})`),
      ]
    : [];
  return [...base, ...verdict, ...notes, ...(suppressed ? [t('suppressedText')] : [])];
}

/**
 * The same of many questions, with the names of those that a note is about. What holds for more than half of them is not
 * listed: it stands last, for all others.
 */
export function notesOfAll(deltas: readonly (Noted & Pick<Delta, 'question'>)[], words: Words): readonly string[] {
  const names = new Map<string, string[]>();
  for (const delta of deltas)
    for (const note of notesOf(delta, words)) {
      const known = names.get(note);
      if (known === undefined) names.set(note, [nameOf(delta)]);
      else known.push(nameOf(delta));
    }
  const isCommon = (about: readonly string[]): boolean => about.length > deltas.length / 2;
  const all = [...names];
  return [
    ...all.filter(([, about]) => !isCommon(about)).map(([note, about]) => `${about.join('; ')}: ${note}`),
    ...all
      .filter(([, about]) => isCommon(about))
      .map(([note, about]) => (about.length === deltas.length ? note : `${words.t('otherQuestions')}: ${note}`)),
  ];
}
