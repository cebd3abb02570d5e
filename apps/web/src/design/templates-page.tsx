import { DesignTemplatesDocument, StartDraftDocument, type DesignTemplatesQuery } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf, useOperation } from '../service/use-operation.js';
import { DesignError } from './design-error.js';
import { useLanguage } from '../text/use-language.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';

type Template = DesignTemplatesQuery['templates'][number];
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

/** A draft of a year, with every question of an earlier one, or empty. */
function NewDraft({ template: { slug, questionSets, modules } }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const navigate = useNavigate();
  const published = questionSets.filter(({ status }) => status !== 'DRAFT');
  const last = questionSets.at(-1);
  const [year, setYear] = useState(String((last?.year ?? new Date().getFullYear()) + (last === undefined ? 0 : 1)));
  const [base, setBase] = useState(published.at(-1)?.id ?? '');
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const start = async (): Promise<void> => {
    const basedOn = published.find(({ id }) => id === base);
    const { draftQuestionSet } = await client.request(StartDraftDocument, {
      input: {
        template: slug,
        year: Number(year),
        modules: modules.flatMap(({ code, revisions }) => {
          const last = revisions.at(-1);
          return taken.has(code) && last !== undefined ? [{ code, revision: last.revision }] : [];
        }),
        ...(basedOn === undefined ? {} : { basedOn: { year: basedOn.year, revision: basedOn.revision } }),
      },
    });
    const set = demanded(draftQuestionSet.questionSet, draftQuestionSet.errors);
    await queryClient.invalidateQueries({ queryKey: [nameOf(DesignTemplatesDocument)] });
    await navigate(`set/${encodeURIComponent(set.id)}`);
  };
  return (
    <details className="design-more">
      <summary>{t('newDraft')}</summary>
      <form
        className="design-pair"
        onSubmit={(event) => {
          event.preventDefault();
          start().catch(setError);
        }}
      >
        <Field label={t('draftYear')}>
          {(ids) => (
            <input
              {...ids}
              className="kern-form-input__input"
              type="number"
              min={1900}
              max={2200}
              required
              value={year}
              onChange={({ target }) => setYear(target.value)}
            />
          )}
        </Field>
        <Field label={t('basedOn')}>
          {(ids) => (
            <div className="kern-form-input__select-wrapper">
              <select
                {...ids}
                className="kern-form-input__select"
                value={base}
                onChange={({ target }) => setBase(target.value)}
              >
                {published.toReversed().map((set) => (
                  <option key={set.id} value={set.id}>
                    {t('edition', set)}
                  </option>
                ))}
                <option value="">{t('basedOnNothing')}</option>
              </select>
            </div>
          )}
        </Field>
        {modules.length > 0 && (
          <div role="group" aria-label={t('composeOf')} className="design-ticks">
            <span className="kern-hint">{t('composeOf')}</span>
            {modules.map(({ code, title }) => (
              <label key={code} className="design-tick">
                <input
                  type="checkbox"
                  className="kern-form-check__checkbox"
                  checked={taken.has(code)}
                  onChange={({ target }) => {
                    const next = new Set(taken);
                    if (target.checked) next.add(code);
                    else next.delete(code);
                    setTaken(next);
                  }}
                />
                <span>{title}</span>
              </label>
            ))}
          </div>
        )}
        <Button kind="primary" type="submit">
          {t('startDraft')}
        </Button>
      </form>
      {error !== null && <DesignError error={error} />}
    </details>
  );
}
