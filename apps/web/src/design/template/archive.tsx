import { ArchiveForEverDocument } from '@reflexbogen/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../respond/instants.js';
import { client } from '../../service/client.js';
import { demanded } from '../../service/refusal.js';
import { DesignError } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { KeptNote } from '../draft/kept-note.js';
import { useKeptForm } from '../draft/use-kept-form.js';
import { reloadTemplates } from './reload.js';
import type { Template } from './template-page.js';

/** Questions that are asked no more: their codes are taken for ever. */
export function Archive({ template }: { readonly template: Template }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const form = useKeptForm(`archive ${template.slug}`, { codes: '', reason: '' });
  const [failure, setFailure] = useState<unknown>(null);
  if (form === null) return null;
  const { codes, reason } = form.value;
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
    form.clear();
    await reloadTemplates();
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
      <KeptNote form={form} />
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
                onChange={({ target }) => form.fill({ codes: target.value })}
              />
            )}
          </Field>
          <Field label={t('archiveReason')}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                value={reason}
                onChange={({ target }) => form.fill({ reason: target.value })}
              />
            )}
          </Field>
        </div>
        <Button type="submit">{t('archiveDo')}</Button>
        {failure !== null && <DesignError error={failure} />}
      </form>
    </section>
  );
}
