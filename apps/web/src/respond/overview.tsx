import { contentOf, type SheetData, type SheetSession } from '@reflexbogen/client/sheet';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf } from './places.js';
import { usePart } from './use-sheet.js';
import { valueText } from './value-text.js';

interface OverviewProps {
  readonly session: SheetSession;
  readonly sheet: SheetData;
}

/** Answers that differ from those of the round before. */
export function Changes({ session, sheet }: OverviewProps) {
  const { t } = useTranslation('respond');
  const answers = usePart(session, (snapshot) => snapshot.answers);
  const words = { yes: t('yes'), no: t('no') };
  const changed = sheet.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ question, previous }) => {
      if (!previous) return [];
      const now = valueText(question, answers.get(question.code)?.value ?? null, words);
      const before = valueText(question, contentOf(previous.value), words);
      return now === null || now === before
        ? []
        : [{ question, year: previous.round.year, before: previous.value.label, now }];
    });
  return (
    <section aria-labelledby="respond-changes">
      <h3 className="kern-heading-small" id="respond-changes">
        {t('changes')}
      </h3>
      {changed.length === 0 ? (
        <p className="kern-body">{t('noChanges')}</p>
      ) : (
        <dl className="respond-both">
          {changed.map(({ question, year, before, now }) => (
            <div key={question.code}>
              <dt>{question.text}</dt>
              <dd>
                {year}: {before} → {sheet.round.code}: {now}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Every question that is asked with the answer as it would be handed in, section by section. */
export function Overview({ session, sheet }: OverviewProps) {
  const { t } = useTranslation('respond');
  const answers = usePart(session, (snapshot) => snapshot.answers);
  const visible = usePart(session, (snapshot) => snapshot.visible);
  const words = { yes: t('yes'), no: t('no') };
  const sections = sheet.sections.map(({ code, title, questions }) => {
    const asked = questions
      .filter(({ question }) => visible.has(question.code))
      .map(({ question }) => {
        const answer = answers.get(question.code);
        return { question, comment: answer?.comment, text: valueText(question, answer?.value ?? null, words) };
      });
    return { code, title, asked, answered: asked.filter(({ text }) => text !== null).length };
  });
  return (
    <section aria-labelledby="respond-overview">
      <h3 className="kern-heading-small" id="respond-overview">
        {t('overview')}
      </h3>
      {sections.map(({ code, title, asked, answered }) => (
        <details key={code} className="respond-overview">
          <summary>{t('overviewSection', { section: title, answered, total: asked.length })}</summary>
          <dl className="respond-both">
            {asked.map(({ question, text, comment }) => (
              <div key={question.code}>
                <dt>
                  <Link className="kern-link" to={addressOf(sheet, question.code)}>
                    {question.text}
                  </Link>
                </dt>
                <dd>
                  {text ?? <em>{t('unanswered')}</em>}
                  {comment && ` (${comment})`}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
