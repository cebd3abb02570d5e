import { StudiesDocument } from '@reflexbogen/client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';

export function StudiesPage() {
  const { t } = useTranslation('analyse');
  const locale = useLanguage();
  const { data, error } = useOperation(StudiesDocument, { locale });
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <Page title={t('title')} intro={t('intro')}>
      {data.studies.length === 0 && <p className="kern-body">{t('noStudies')}</p>}
      <ul className="cards">
        {data.studies.map(({ slug, title, description, rounds }) => (
          <li key={slug} className="card">
            <Link className="kern-link card__link" to={slug}>
              {title}
            </Link>
            <p className="kern-body">
              {t('rounds', { from: rounds[0]?.code ?? '–', to: rounds.at(-1)?.code ?? '–', count: rounds.length })}
            </p>
            {description && <p className="kern-body kern-body--small">{description}</p>}
          </li>
        ))}
      </ul>
    </Page>
  );
}
