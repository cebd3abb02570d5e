import {
  CorrectWordingDocument,
  DesignTemplatesDocument,
  OpenRoundDocument,
  type DesignTemplatesQuery,
  type PlanNextRoundMutation,
} from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { instantText } from '../../respond/instants.js';
import { client } from '../../service/client.js';
import { demanded } from '../../service/refusal.js';
import { useOperation } from '../../service/use-operation.js';
import { NotFoundPage } from '../../shell/error-page.js';
import { DesignError } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { carriedOverWords } from './carried-over.js';
import { PlanForm } from './plan-form.js';
import { reloadRounds } from './reload.js';

export type Study = DesignTemplatesQuery['studies'][number];
type Round = Study['rounds'][number];
export type QuestionSet = DesignTemplatesQuery['templates'][number]['questionSets'][number];

/** The rounds of a study: plan the next one after the example of the last, open it, correct its wording. */
export function RoundsPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { study: slug = '' } = useParams();
  const { data, error } = useOperation(DesignTemplatesDocument, { locale });
  const [planned, setPlanned] = useState<PlanNextRoundMutation['planRound'] | null>(null);
  if (error) return <DesignError error={error} />;
  if (data === undefined) return <Loading />;
  const study = data.studies.find((one) => one.slug === slug);
  if (study === undefined) return <NotFoundPage />;
  const sets = (data.templates.find((one) => one.slug === study.template)?.questionSets ?? []).filter(
    ({ status }) => status === 'PUBLISHED',
  );
  return (
    <Page title={t('roundsOf', { study: study.title })} wide>
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      {study.rounds.length === 0 && <p className="kern-body">{t('noRounds')}</p>}
      <ol className="design-rounds">
        {study.rounds.map((round) => (
          <RoundEntry key={round.code} study={study} round={round} sets={sets} />
        ))}
      </ol>
      {planned !== null && <Planned planned={planned} />}
      <PlanForm study={study} sets={sets} onPlanned={setPlanned} />
    </Page>
  );
}

function RoundEntry({
  study,
  round,
  sets,
}: {
  readonly study: Study;
  readonly round: Round;
  readonly sets: readonly QuestionSet[];
}) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const [failure, setFailure] = useState<unknown>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const set = round.questionSet;
  const corrections = sets.filter((one) => set !== null && one.year === set.year && one.revision > set.revision);
  const open = async (): Promise<void> => {
    if (set === null) return;
    const { openRound } = await client.request(OpenRoundDocument, {
      input: {
        study: study.slug,
        code: round.code,
        questionSet: set.id,
        opensAt: round.opensAt,
        closesAt: round.closesAt,
      },
    });
    demanded(openRound.round, openRound.errors);
    await reloadRounds();
  };
  const correct = async (to: QuestionSet): Promise<void> => {
    const { correctRound } = await client.request(CorrectWordingDocument, {
      input: { study: study.slug, round: round.code, questionSet: to.id },
    });
    if (correctRound.errors.length > 0) demanded(null, correctRound.errors);
    setMoved(correctRound.movedSheets);
    await reloadRounds();
  };
  return (
    <li className="design-round">
      <h2 className="kern-title">
        {t('round', { code: round.code })}{' '}
        <span className={`kern-badge kern-badge--small kern-badge--${round.status === 'OPEN' ? 'success' : 'info'}`}>
          <span className="kern-label kern-label--small">{t(`window.${round.status}`)}</span>
        </span>
      </h2>
      <p className="kern-body">
        {instantText(round.opensAt, language)} – {instantText(round.closesAt, language)}
        {set !== null && (
          <>
            {' · '}
            <Link className="kern-link" to={`/design/set/${encodeURIComponent(set.id)}`}>
              {t('edition', set)}
            </Link>
          </>
        )}
      </p>
      {round.status === 'PLANNED' && (
        <Button kind="primary" onClick={() => void open().catch(setFailure)}>
          {t('openRound', { code: round.code })}
        </Button>
      )}
      {round.status === 'OPEN' &&
        corrections.map((one) => (
          <Button key={one.id} onClick={() => void correct(one).catch(setFailure)}>
            {t('correctTo', one)}
          </Button>
        ))}
      {moved !== null && <Alert kind="success" title={t('corrected', { count: moved })} />}
      {failure !== null && <DesignError error={failure} />}
    </li>
  );
}

/** What the new round took over from the earlier one. */
function Planned({ planned }: { readonly planned: PlanNextRoundMutation['planRound'] }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  return (
    <Alert kind="success" title={t('planned', { code: planned.round?.code ?? '' })}>
      <ul className="design-plain">
        {planned.carriedOver.map(({ kind, parameters }) => (
          <li key={kind}>
            {t(
              `carriedOver.${kind}`,
              carriedOverWords(parameters, language, (rule) => t(`singleAnswers.${rule}`)),
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
