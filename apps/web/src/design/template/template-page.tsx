import { DesignTemplateDocument, type DesignTemplateQuery } from '@reflexbogen/client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { instantText } from '../../respond/instants.js';
import { useOperation } from '../../service/use-operation.js';
import { NotFoundPage } from '../../shell/error-page.js';
import { DesignError } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { Archive } from './archive.js';
import { PublishModule } from './publish-module.js';

export type Template = NonNullable<DesignTemplateQuery['template']>;

/** What holds for all years of a template: its modules, and the questions that are asked no more. */
export function TemplatePage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { slug = '' } = useParams();
  const { data, error } = useOperation(DesignTemplateDocument, { slug, locale });
  if (error) return <DesignError error={error} />;
  if (data === undefined) return <Loading />;
  const { template } = data;
  if (!template) return <NotFoundPage />;
  return (
    <Page title={t('allYears', { template: template.title })} wide>
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      <Modules template={template} />
      <Archive template={template} />
    </Page>
  );
}

function Modules({ template }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  return (
    <section className="design-template" aria-labelledby="design-modules">
      <h2 className="kern-heading-medium" id="design-modules">
        {t('modules')}
      </h2>
      <p className="kern-hint">{t('modulesHint')}</p>
      <ul className="design-plain">
        {template.modules.map((module) => {
          const last = module.revisions.at(-1);
          return (
            <li key={module.code}>
              <strong>{module.title}</strong> <span className="design-code">{module.code}</span>{' '}
              {last !== undefined &&
                t('moduleRevision', {
                  revision: last.revision,
                  at: instantText(last.publishedAt, language),
                  count: last.sections.reduce((sum, section) => sum + section.questions.length, 0),
                })}
            </li>
          );
        })}
      </ul>
      <PublishModule template={template} />
    </section>
  );
}
