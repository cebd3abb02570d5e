import { SetChangesDocument } from '@reflexbogen/client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';

/** What changed between two question sets, and which series that breaks: a page to discuss. */
export function ChangesPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { from = '', to = '' } = useParams();
  const { data, error } = useOperation(SetChangesDocument, { from, to, locale });
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  const diff = data.questionSetDiff;
  if (!diff) return <NotFoundPage />;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['added', diff.added.map(({ code, section }) => `${code} (${section})`)],
    ['removed', diff.removed.map(({ code, section }) => `${code} (${section})`)],
    ['moved', diff.moved.map(({ code, fromSection, toSection }) => `${code}: ${fromSection} → ${toSection}`)],
    [
      'changed',
      diff.changed.map(({ code, verdict, breaksSeries }) =>
        [`${code}: ${verdict ? t(`verdict.${verdict}`) : t('noVerdict')}`, breaksSeries && t('breaks')]
          .filter(Boolean)
          .join(' – '),
      ),
    ],
    ['broken', diff.brokenUnchanged],
  ];
  return (
    <Page title={t('changed')}>
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      <p className="kern-body">{t('unchanged', { count: diff.unchanged })}</p>
      {lists.map(([name, entries]) => (
        <section key={name} aria-labelledby={`changes-${name}`}>
          <h2 className="kern-heading-medium" id={`changes-${name}`}>
            {t(name)}
          </h2>
          {entries.length === 0 ? (
            <p className="kern-body">{t('nothing')}</p>
          ) : (
            <ul className="design-sets">
              {entries.map((entry) => (
                <li key={entry}>{entry}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <details className="design-words">
        <summary>{t('words')}</summary>
        <pre className="design-text" tabIndex={0}>
          {diff.text}
        </pre>
      </details>
    </Page>
  );
}
