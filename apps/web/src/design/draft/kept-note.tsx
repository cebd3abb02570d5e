import { useTranslation } from 'react-i18next';
import { instantText } from '../../respond/instants.js';
import { useLanguage } from '../../text/use-language.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import type { FilledForm } from './use-kept-form.js';

/** What a reader must know of a form that is kept: that it came back, or that a closed tab would lose it. */
export function KeptNote({
  form,
}: {
  readonly form: Pick<FilledForm<object>, 'restoredAt' | 'isKept' | 'isFilled' | 'clear'>;
}) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  return (
    <>
      {form.restoredAt !== null && (
        <Alert kind="info" title={t('restored')}>
          <p className="kern-body">{t('formRestored', { at: instantText(form.restoredAt, language) })}</p>
          <Button small onClick={form.clear}>
            {t('discard')}
          </Button>
        </Alert>
      )}
      {form.isFilled && !form.isKept && (
        <Alert kind="warning" title={t('notKept')}>
          {t('notKeptText')}
        </Alert>
      )}
    </>
  );
}
