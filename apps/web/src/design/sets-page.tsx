import { StudiesDocument } from '@reflexbogen/client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';

/** The question sets that rounds have asked, in their order, each with the way to what changed. Drafts are not among them. */
export function SetsPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { data, error } = useOperation(StudiesDocument, { locale });
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Alert kind="info" title={t('asFilesTitle')}>
        {t('asFiles')}
      </Alert>
      {data.studies.map(({ slug, title, rounds }) => {
        const sets = rounds.flatMap(({ code, questionSet }) => (questionSet ? [{ code, questionSet }] : []));
        return (
          <section key={slug} aria-labelledby={`study-${slug}`}>
            <h2 className="kern-heading-medium" id={`study-${slug}`}>
              {title}
            </h2>
            {sets.length === 0 && <p className="kern-body">{t('noSets')}</p>}
            <ul className="design-sets">
              {sets.map(({ code, questionSet }, index) => {
                const before = sets[index - 1]?.questionSet;
                return (
                  <li key={code}>
                    <Link className="kern-link" to={`set/${encodeURIComponent(questionSet.id)}`}>
                      {t('set', questionSet)}
                    </Link>{' '}
                    ({t('asked', { round: code })})
                    {before && before.id !== questionSet.id && (
                      <>
                        {' · '}
                        <Link
                          className="kern-link"
                          to={`changes/${encodeURIComponent(before.id)}/${encodeURIComponent(questionSet.id)}`}
                        >
                          {t('changes', { year: before.year })}
                        </Link>
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}
