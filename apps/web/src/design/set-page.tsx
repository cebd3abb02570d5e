import { QuestionSetDocument } from '@reflexbogen/client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';

/** One question set as it is asked: sections, questions, conditions and verdicts. */
export function SetPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { id = '' } = useParams();
  const { data, error } = useOperation(QuestionSetDocument, { id, locale });
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  const set = data.questionSet;
  if (!set) return <NotFoundPage />;
  return (
    <Page title={t('set', { year: set.year, revision: set.revision })}>
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      {set.sections.map(({ code, title, questions }) => (
        <section key={code} aria-labelledby={`section-${code}`}>
          <h2 className="kern-heading-medium" id={`section-${code}`}>
            {title}
          </h2>
          <ol className="design-questions">
            {questions.map((question) => (
              <li key={question.code}>
                <p className="kern-body">{question.text}</p>
                <p className="kern-hint">
                  {[
                    question.code,
                    question.type,
                    question.required && t('required'),
                    question.visibleIf && t('conditional', { rule: question.visibleIf }),
                    question.since && `${question.since.year}: ${t(`verdict.${question.since.verdict}`)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Page>
  );
}
