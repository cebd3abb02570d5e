import { DesignScalesDocument } from '@reflexbogen/client';
import { localize } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { instantText } from '../../respond/instants.js';
import { useOperation } from '../../service/use-operation.js';
import { DesignError } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { scaleOfLibrary } from './library-scale.js';

/** The library of scales that all templates share; question sets own copies of them. */
export function ScalesPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { data, error } = useOperation(DesignScalesDocument, {});
  if (error) return <DesignError error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <Page title={t('library')} intro={t('libraryIntro')} wide>
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      {data.sharedScales.length === 0 && <p className="kern-body">{t('libraryEmpty')}</p>}
      <ul className="design-years">
        {data.sharedScales.map(({ scale: stored, revision, savedAt, savedByName }) => {
          const scale = scaleOfLibrary(stored);
          return (
            <li key={scale.code} className="design-year">
              <Link className="kern-link design-year__name" to={`edit/${encodeURIComponent(scale.code)}`}>
                {scale.code}
              </Link>
              <span className="kern-body">{scale.levels.map(({ label }) => localize(label, locale)).join(' · ')}</span>
              <span className="kern-hint">
                {t('versionOf', { version: revision })}, {instantText(savedAt, locale)}, {savedByName}
              </span>
            </li>
          );
        })}
      </ul>
      <Link className="kern-btn kern-btn--secondary" to="new">
        <span className="kern-icon kern-icon--add" aria-hidden="true" />
        <span className="kern-label">{t('addScale')}</span>
      </Link>
    </Page>
  );
}
