import { DesignTemplateDocument, RequireLanguagesDocument } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf } from '../service/use-operation.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { DesignError } from './design-error.js';
import { KeptNote } from './draft/kept-note.js';
import { useKeptForm } from './draft/use-kept-form.js';
import { useSet } from './set-context.js';

/** Languages in which every text must be there: of the template, for every set to come. */
export function RequiredLanguages({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useTranslation('design');
  const { template } = useSet();
  const form = useKeptForm(`languages ${template.slug}`, { typed: template.locales.join(', ') });
  const [failure, setFailure] = useState<unknown>(null);
  if (form === null) return null;
  const { typed } = form.value;
  const save = async (): Promise<void> => {
    setFailure(null);
    const locales = typed
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    const { requireLocales } = await client.request(RequireLanguagesDocument, {
      input: { template: template.slug, locales },
    });
    if (requireLocales.errors.length > 0) demanded(null, requireLocales.errors);
    await queryClient.invalidateQueries({ queryKey: [nameOf(DesignTemplateDocument)] });
    form.clear();
    onChanged();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save().catch(setFailure);
      }}
    >
      <KeptNote form={form} />
      <Field label={t('requiredLanguages')} hint={t('requiredLanguagesHint')}>
        {(ids) => (
          <input
            {...ids}
            className="kern-form-input__input"
            value={typed}
            onChange={({ target }) => form.fill({ typed: target.value })}
          />
        )}
      </Field>
      <Button type="submit">{t('saveLanguages')}</Button>
      {failure !== null && <DesignError error={failure} />}
    </form>
  );
}
