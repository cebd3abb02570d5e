import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyOf, nameOf, nominalDeltas, otherDeltas, rankedDeltas, type Delta } from './figures/deltas.js';
import type { BasisChoice } from './figures/overview-figures.js';

interface QuestionListsProps {
  readonly deltas: readonly Delta[];
  readonly basis: BasisChoice;
  readonly linkOf: (delta: Delta) => string;
}

/** Every question with its sentence, and the way to it: those with an order, those without, those that cannot be compared. */
export function QuestionLists({ deltas, basis, linkOf }: QuestionListsProps) {
  const { t } = useTranslation('analyse');
  const ranked = rankedDeltas(deltas).filter((delta) => basis === null || delta.basis === basis);
  const nominal = nominalDeltas(deltas);
  const known = new Set([...ranked, ...nominal].map(({ question }) => question.code));
  const others = otherDeltas(deltas).filter(({ question }) => !known.has(question.code));
  return (
    <>
      <List name="sentences" title={t('sentences')} {...{ deltas: ranked, linkOf }} />
      <List name="nominal" title={t('others')} text={t('othersText')} {...{ deltas: nominal, linkOf }} />
      {others.length > 0 && (
        <details className="analyse-table">
          <summary>
            {t('alone')} ({others.length})
          </summary>
          <p className="kern-body">{t('aloneText')}</p>
          <ul className="analyse-sentences">
            {others.map((delta) => (
              <li key={keyOf(delta)}>
                <Link className="kern-link" to={linkOf(delta)}>
                  {nameOf(delta)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function List({
  name,
  title,
  text,
  deltas,
  linkOf,
}: {
  readonly name: string;
  readonly title: string;
  readonly text?: string;
  readonly deltas: readonly Delta[];
  readonly linkOf: (delta: Delta) => string;
}) {
  if (deltas.length === 0) return null;
  return (
    <section aria-labelledby={name}>
      <h2 className="kern-heading-medium" id={name}>
        {title}
      </h2>
      {text !== undefined && <p className="kern-body">{text}</p>}
      <ol className="analyse-sentences">
        {deltas.map((delta) => (
          <li key={keyOf(delta)}>
            <Link className="kern-link" to={linkOf(delta)}>
              {nameOf(delta)}
            </Link>
            : {delta.sentence}
          </li>
        ))}
      </ol>
    </section>
  );
}
