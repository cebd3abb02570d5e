import { useTranslation } from 'react-i18next';
import { Refusal } from '../service/refusal.js';
import { OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { ParticularsText } from './fault-text.js';
import { isKnownRefusal, GERMAN_REFUSALS } from './refusal-texts.js';

/** What a failed act says to a designer: a refusal by its code, everything else as on other pages. */
export function DesignError({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  return error instanceof Refusal ? (
    <Alert kind="danger" title={t('failed')}>
      <RefusalText refusal={error} />
    </Alert>
  ) : (
    <OperationError error={error} />
  );
}

/** Why the service has refused, in the language of the page: what exactly is wrong, else what its code says. */
export function RefusalText({ refusal: { errors } }: { readonly refusal: Refusal }) {
  const isEnglish = useLanguage() === 'en';
  return errors.map(({ code, message, particulars }) => (
    <p key={`${code} ${message}`} className="kern-body">
      {!isEnglish && !particulars && isKnownRefusal(code) ? (
        GERMAN_REFUSALS[code]
      ) : (
        <ParticularsText particulars={particulars ?? null} english={message} />
      )}
    </p>
  ));
}
