import { DesignTemplatesDocument, type DesignTemplatesQuery } from '@reflexbogen/client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { DesignError } from './design-error.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { NewDraft } from './new-draft.js';

export type Template = DesignTemplatesQuery['templates'][number];
type Study = DesignTemplatesQuery['studies'][number];

/** Every template with its years, drafts included, and the studies that ask it. */
export function TemplatesPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { data, error } = useOperation(DesignTemplatesDocument, { locale });
  if (error) return <DesignError error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <Page title={t('title')} intro={t('intro')} wide>
      <Link className="kern-link" to="scales">
        {t('library')}
      </Link>
      {data.templates.length === 0 && <p className="kern-body">{t('noTemplates')}</p>}
      {data.templates.map((template) => (
        <TemplateCard
          key={template.slug}
          template={template}
          studies={data.studies.filter((study) => study.template === template.slug)}
        />
      ))}
    </Page>
  );
}

function TemplateCard({ template, studies }: { readonly template: Template; readonly studies: readonly Study[] }) {
  const { t } = useTranslation('design');
  const { slug, title, questionSets } = template;
  return (
    <section className="design-template" aria-labelledby={`template-${slug}`}>
      <h2 className="kern-heading-medium" id={`template-${slug}`}>
        {title} <span className="design-code">{slug}</span>
      </h2>
      <ul className="design-years">
        {questionSets.toReversed().map((set) => {
          const before = questionSets.slice(0, questionSets.indexOf(set)).findLast((one) => one.status !== 'DRAFT');
          const rounds = studies.flatMap((study) =>
            study.rounds
              .filter((round) => round.questionSet?.id === set.id)
              .map(({ code }) => `${study.title} ${code}`),
          );
          return (
            <li key={set.id} className="design-year">
              <Link className="kern-link design-year__name" to={`set/${encodeURIComponent(set.id)}`}>
                {t('edition', set)}
              </Link>
              <span
                className={`kern-badge kern-badge--small kern-badge--${set.status === 'DRAFT' ? 'info' : 'success'}`}
              >
                <span className="kern-label kern-label--small">{t(`status.${set.status}`)}</span>
              </span>
              {set.status === 'DRAFT' && <span className="kern-body">{t('versionOf', { version: set.version })}</span>}
              {rounds.length > 0 && <span className="kern-body">{t('asked', { rounds: rounds.join(', ') })}</span>}
              {before !== undefined && (
                <Link
                  className="kern-link"
                  to={`set/${encodeURIComponent(set.id)}/changes?from=${encodeURIComponent(before.id)}`}
                  aria-label={`${t('edition', set)}: ${t('changesSince', before)}`}
                >
                  {t('changesSince', before)}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      <NewDraft template={template} />
      <ul className="design-plain">
        <li>
          <Link className="kern-link" to={`template/${encodeURIComponent(slug)}`}>
            {t('allYears', { template: title })}
          </Link>
        </li>
        {studies.map((study) => (
          <li key={study.slug}>
            <Link className="kern-link" to={`rounds/${encodeURIComponent(study.slug)}`}>
              {t('roundsOf', { study: study.title })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
