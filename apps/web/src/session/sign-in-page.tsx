import { RequestSignInLinkDocument } from '@reflexbogen/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { client } from '../service/client.js';
import { OperationError } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { localPath } from './local-path.js';
import { sessionTexts } from './session-texts.js';
import { useSignInMethods, useViewer } from './session.js';

addTexts('session', sessionTexts);

/** The ways in that this service offers. `?returnTo=/path` says where to go afterwards, also where the sign-in happened in another tab. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const viewer = useViewer();
  const methods = useSignInMethods();
  const [search] = useSearchParams();
  const returnTo = localPath(search.get('returnTo'));
  if (viewer && returnTo !== null) return <Navigate to={returnTo} replace />;
  return (
    <Page title={t('title')}>
      {viewer && (
        <Alert kind="info" title={t('already', { name: viewer.name })}>
          <Link className="kern-link" to="/account">
            {t('account')}
          </Link>
        </Alert>
      )}
      {methods?.includes('PROVIDER') && (
        <section aria-labelledby="provider">
          <h2 className="kern-heading-medium" id="provider">
            {t('provider')}
          </h2>
          <p className="kern-body">{t('providerText')}</p>
          <a
            className="kern-btn kern-btn--primary"
            href={`/auth/sign-in?returnTo=${encodeURIComponent(returnTo ?? '/')}`}
          >
            <span className="kern-label">{t('providerButton')}</span>
          </a>
        </section>
      )}
      {methods?.includes('DEVELOPMENT') && (
        <section aria-labelledby="development">
          <h2 className="kern-heading-medium" id="development">
            {t('development')}
          </h2>
          <p className="kern-body">
            {t('developmentText')}{' '}
            <Link className="kern-link" to="/">
              {t('home', { ns: 'shell' })}
            </Link>
          </p>
        </section>
      )}
      {methods?.includes('LINK') && <LinkForm />}
      {methods?.length === 0 && (
        <Alert kind="warning" title={t('none')}>
          {t('noneText')}
        </Alert>
      )}
    </Page>
  );
}

function LinkForm() {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setSent(false);
    try {
      const { requestSignInLink } = await client.request(RequestSignInLinkDocument, { input: { email } });
      const [first] = requestSignInLink.errors;
      setRefusal(first?.message ?? null);
      setSent(first === undefined);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section aria-labelledby="link">
      <h2 className="kern-heading-medium" id="link">
        {t('link')}
      </h2>
      <p className="kern-body">{t('linkText')}</p>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <Field label={t('email')} error={refusal}>
          {(ids) => (
            <input
              {...ids}
              className="kern-form-input__input"
              type="email"
              autoComplete="email"
              required
              maxLength={254}
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary">
          {t('sendLink')}
        </Button>
      </form>
      {sent && (
        <Alert kind="success" title={t('linkSent')}>
          {t('linkSentText')}
        </Alert>
      )}
      {error !== null && <OperationError error={error} />}
    </section>
  );
}
