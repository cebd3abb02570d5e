import {
  ArchiveForEverDocument,
  DesignTemplateDocument,
  DesignTemplatesDocument,
  PublishDesignModuleDocument,
  type DesignTemplateQuery,
} from '@reflexbogen/client';
import { localize } from '@reflexbogen/client/design';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { instantText } from '../respond/instants.js';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf, useOperation } from '../service/use-operation.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { documentInput } from './document/document-input.js';
import { useDocumentOf } from './editor/since-editor.js';

type Template = NonNullable<DesignTemplateQuery['template']>;

const reload = () =>
  Promise.all(
    [DesignTemplateDocument, DesignTemplatesDocument].map((document) =>
      queryClient.invalidateQueries({ queryKey: [nameOf(document)] }),
    ),
  );

/** What holds for all years of a template: its modules, and the questions that are asked no more. */
export function TemplatePage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { slug = '' } = useParams();
  const { data, error } = useOperation(DesignTemplateDocument, { slug, locale });
  if (error) return <OperationError error={error} />;
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

/** The next revision of a module: sections of a question set, with the scales that they use. */
function PublishModule({ template }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const [set, setSet] = useState(template.questionSets.at(-1)?.id ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [isDone, setDone] = useState(false);
  const document = useDocumentOf(set === '' ? null : set);
  const publish = async (): Promise<void> => {
    setFailure(null);
    setDone(false);
    if (document === null) return;
    const sections = document.sections
      .filter((section) => chosen.has(section.code))
      .map((section) => ({
        ...section,
        // A module says nothing of years, and belongs to none.
        questions: section.questions.map(({ since: _since, module: _module, ...question }) => question),
      }));
    const used = new Set(sections.flatMap(({ questions }) => questions.map(({ scale }) => scale)));
    const input = documentInput({
      ...document,
      sections,
      scales: document.scales.filter((scale) => used.has(scale.code)),
    });
    const { publishModule } = await client.request(PublishDesignModuleDocument, {
      input: {
        template: template.slug,
        code,
        title: [{ locale, text: title }],
        sections: input.sections,
        scales: input.scales,
      },
    });
    demanded(publishModule.module, publishModule.errors);
    setDone(true);
    await reload();
  };
  return (
    <details className="design-more">
      <summary>{t('publishModule')}</summary>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          publish().catch(setFailure);
        }}
      >
        <div className="design-pair">
          <Field label={t('code')}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                required
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            )}
          </Field>
          <Field label={t('sectionTitle', { locale })}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                required
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          <Field label={t('sectionsFrom')}>
            {(ids) => (
              <div className="kern-form-input__select-wrapper">
                <select
                  {...ids}
                  className="kern-form-input__select"
                  value={set}
                  onChange={({ target }) => {
                    setSet(target.value);
                    setChosen(new Set());
                  }}
                >
                  {template.questionSets.toReversed().map((one) => (
                    <option key={one.id} value={one.id}>
                      {t('edition', { year: one.year, revision: one.revision })}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </Field>
        </div>
        <div role="group" aria-label={t('sections')} className="design-ticks">
          {(document?.sections ?? []).map((section) => (
            <label key={section.code} className="design-tick">
              <input
                type="checkbox"
                className="kern-form-check__checkbox"
                checked={chosen.has(section.code)}
                onChange={({ target }) => {
                  const next = new Set(chosen);
                  if (target.checked) next.add(section.code);
                  else next.delete(section.code);
                  setChosen(next);
                }}
              />
              <span>{localize(section.title, locale)}</span>
            </label>
          ))}
        </div>
        <Button kind="primary" type="submit" disabled={chosen.size === 0}>
          {t('publishModuleDo')}
        </Button>
        {isDone && <Alert kind="success" title={t('modulePublished')} />}
        {failure !== null && <OperationError error={failure} />}
      </form>
    </details>
  );
}

function Archive({ template }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const [codes, setCodes] = useState('');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const archive = async (): Promise<void> => {
    setFailure(null);
    const { archiveQuestions } = await client.request(ArchiveForEverDocument, {
      input: {
        template: template.slug,
        questions: codes
          .split(',')
          .map((code) => code.trim())
          .filter((code) => code !== ''),
        ...(reason === '' ? {} : { reason }),
      },
    });
    if (archiveQuestions.errors.length > 0) demanded(null, archiveQuestions.errors);
    setCodes('');
    setReason('');
    await reload();
  };
  return (
    <section className="design-template" aria-labelledby="design-archive">
      <h2 className="kern-heading-medium" id="design-archive">
        {t('archived')}
      </h2>
      <p className="kern-hint">{t('archivedHint')}</p>
      <ul className="design-plain">
        {template.archivedQuestions.map((question) => (
          <li key={question.code}>
            <span className="design-code">{question.code}</span> {instantText(question.archivedAt, language)}
            {question.reason !== null && `: ${question.reason}`}
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          archive().catch(setFailure);
        }}
      >
        <div className="design-pair">
          <Field label={t('archiveCodes')} hint={t('archiveCodesHint')}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                required
                value={codes}
                onChange={({ target }) => setCodes(target.value)}
              />
            )}
          </Field>
          <Field label={t('archiveReason')}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit">{t('archiveDo')}</Button>
        {failure !== null && <OperationError error={failure} />}
      </form>
    </section>
  );
}
