import { DesignTemplatesDocument, StartDraftDocument } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf } from '../service/use-operation.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import { DesignError } from './design-error.js';
import { KeptNote } from './draft/kept-note.js';
import { useKeptForm } from './draft/use-kept-form.js';
import type { Template } from './templates-page.js';

const NO_MODULES: readonly string[] = [];

/** A draft of a year, with every question of an earlier one, or empty. */
export function NewDraft({ template: { slug, questionSets, modules } }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const navigate = useNavigate();
  const published = questionSets.filter(({ status }) => status !== 'DRAFT');
  const last = questionSets.at(-1);
  const form = useKeptForm(`draft ${slug}`, {
    year: String((last?.year ?? new Date().getFullYear()) + (last === undefined ? 0 : 1)),
    base: published.at(-1)?.id ?? '',
    taken: NO_MODULES,
  });
  const [error, setError] = useState<unknown>(null);
  if (form === null) return null;
  const { year, base, taken } = form.value;
  const start = async (): Promise<void> => {
    setError(null);
    const basedOn = published.find(({ id }) => id === base);
    const { draftQuestionSet } = await client.request(StartDraftDocument, {
      input: {
        template: slug,
        year: Number(year),
        modules: modules.flatMap(({ code, revisions }) => {
          const last = revisions.at(-1);
          return taken.includes(code) && last !== undefined ? [{ code, revision: last.revision }] : [];
        }),
        ...(basedOn === undefined ? {} : { basedOn: { year: basedOn.year, revision: basedOn.revision } }),
      },
    });
    const set = demanded(draftQuestionSet.questionSet, draftQuestionSet.errors);
    form.clear();
    await queryClient.invalidateQueries({ queryKey: [nameOf(DesignTemplatesDocument)] });
    await navigate(`set/${encodeURIComponent(set.id)}`);
  };
  return (
    <details className="design-more" open={form.isFilled || undefined}>
      <summary>{t('newDraft')}</summary>
      <KeptNote form={form} />
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
              onChange={({ target }) => form.fill({ year: target.value })}
            />
          )}
        </Field>
        <SelectField label={t('basedOn')} value={base} onChange={(id) => form.fill({ base: id })}>
          {published.toReversed().map((set) => (
            <option key={set.id} value={set.id}>
              {t('edition', set)}
            </option>
          ))}
          <option value="">{t('basedOnNothing')}</option>
        </SelectField>
        {modules.length > 0 && (
          <div role="group" aria-label={t('composeOf')} className="design-ticks">
            <span className="kern-hint">{t('composeOf')}</span>
            {modules.map(({ code, title }) => (
              <label key={code} className="design-tick">
                <input
                  type="checkbox"
                  className="kern-form-check__checkbox"
                  checked={taken.includes(code)}
                  onChange={({ target }) =>
                    form.fill({ taken: target.checked ? [...taken, code] : taken.filter((one) => one !== code) })
                  }
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
