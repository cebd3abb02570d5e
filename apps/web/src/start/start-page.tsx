import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { queryClient } from '../service/query-client.js';
import { signInAs } from '../session/development-sign-in.js';
import { useSignInMethods, useViewer, workspacesOf } from '../session/session.js';
import { OperationError } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { PERSONAS, type Persona } from './personas.js';
import { preparePracticeRound } from './practice-round.js';
import { startTexts } from './start-texts.js';

addTexts('start', startTexts);

/** What this is; the way on for whoever is signed in; on a laptop the reference study and a person per task. */
export function StartPage() {
  const { t } = useTranslation('start');
  const viewer = useViewer();
  const methods = useSignInMethods();
  return (
    <Page title={t('title')} intro={t('intro')}>
      {viewer && (
        <section aria-labelledby="workspaces">
          <h2 className="kern-heading-medium" id="workspaces">
            {t('workspaces')}
          </h2>
          <ul className="cards">
            {workspacesOf(viewer).map((workspace) => (
              <li key={workspace} className="card">
                <Link className="kern-link card__link" to={`/${workspace}`}>
                  {t(workspace, { ns: 'shell' })}
                </Link>
                <p className="kern-body">{t(`${workspace}Text`)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {viewer === null && !methods?.includes('DEVELOPMENT') && (
        <p className="kern-body">
          {t('signInText')}{' '}
          <Link className="kern-link" to="/sign-in">
            {t('signIn', { ns: 'shell' })}
          </Link>
        </p>
      )}
      {methods?.includes('DEVELOPMENT') && <Personas />}
    </Page>
  );
}

function Personas() {
  const { t } = useTranslation('start');
  const navigate = useNavigate();
  const [entering, setEntering] = useState<Persona['key'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const enter = async (persona: Persona) => {
    setEntering(persona.key);
    setError(null);
    try {
      if (persona.path === '/respond') await preparePracticeRound();
      await signInAs(persona.grant);
      await queryClient.resetQueries();
      await navigate(persona.path);
    } catch (failure) {
      setError(failure);
    } finally {
      setEntering(null);
    }
  };
  return (
    <section aria-labelledby="study">
      <h2 className="kern-heading-medium" id="study">
        {t('study')}
      </h2>
      <p className="kern-body">{t('studyText')}</p>
      <Alert kind="info" title={t('syntheticTitle')}>
        {t('synthetic')}
      </Alert>
      <h3 className="kern-heading-small">{t('personas')}</h3>
      <p className="kern-hint">{t('personasHint')}</p>
      {error !== null && <OperationError error={error} />}
      <ul className="cards">
        {PERSONAS.map((persona) => (
          <li key={persona.key} className="card">
            <h4 className="kern-title">{t(persona.key)}</h4>
            <p className="kern-body">{t(`${persona.key}Text`)}</p>
            <Button disabled={entering !== null} onClick={() => void enter(persona)}>
              {t('enter', { name: persona.grant.name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
