import { PublishDesignModuleDocument } from '@reflexbogen/client';
import { localize } from '@reflexbogen/client/design';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../service/client.js';
import { demanded } from '../../service/refusal.js';
import { DesignError } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { documentInput } from '../document/document-input.js';
import { KeptNote } from '../draft/kept-note.js';
import { useKeptForm } from '../draft/use-kept-form.js';
import { useDocumentOf } from '../editor/since-editor.js';
import { reloadTemplates } from './reload.js';
import type { Template } from './template-page.js';

const NO_SECTIONS: readonly string[] = [];

/** The next revision of a module: sections of a question set, with the scales that they use. */
export function PublishModule({ template }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const form = useKeptForm(`module ${template.slug}`, {
    set: template.questionSets.at(-1)?.id ?? '',
    chosen: NO_SECTIONS,
    code: '',
    title: '',
  });
  const [failure, setFailure] = useState<unknown>(null);
  const [isDone, setDone] = useState(false);
  const document = useDocumentOf(form === null || form.value.set === '' ? null : form.value.set);
  if (form === null) return null;
  const { set, chosen, code, title } = form.value;
  const publish = async (): Promise<void> => {
    setFailure(null);
    setDone(false);
    if (document === null) return;
    const sections = document.sections
      .filter((section) => chosen.includes(section.code))
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
    form.clear();
    setDone(true);
    await reloadTemplates();
  };
  return (
    <details className="design-more" open={form.isFilled || isDone || undefined}>
      <summary>{t('publishModule')}</summary>
      <KeptNote form={form} />
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
                onChange={({ target }) => form.fill({ code: target.value })}
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
                onChange={({ target }) => form.fill({ title: target.value })}
              />
            )}
          </Field>
          <SelectField
            label={t('sectionsFrom')}
            value={set}
            onChange={(value) => form.fill({ set: value, chosen: NO_SECTIONS })}
          >
            {template.questionSets.toReversed().map((one) => (
              <option key={one.id} value={one.id}>
                {t('edition', { year: one.year, revision: one.revision })}
              </option>
            ))}
          </SelectField>
        </div>
        <div role="group" aria-label={t('sections')} className="design-ticks">
          {(document?.sections ?? []).map((section) => (
            <label key={section.code} className="design-tick">
              <input
                type="checkbox"
                className="kern-form-check__checkbox"
                checked={chosen.includes(section.code)}
                onChange={({ target }) =>
                  form.fill({
                    chosen: target.checked ? [...chosen, section.code] : chosen.filter((one) => one !== section.code),
                  })
                }
              />
              <span>{localize(section.title, locale)}</span>
            </label>
          ))}
        </div>
        <Button kind="primary" type="submit" disabled={chosen.length === 0}>
          {t('publishModuleDo')}
        </Button>
        {isDone && <Alert kind="success" title={t('modulePublished')} />}
        {failure !== null && <DesignError error={failure} />}
      </form>
    </details>
  );
}
