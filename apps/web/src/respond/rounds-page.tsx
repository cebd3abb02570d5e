import { CompletionDocument, StudiesDocument, UnreachableError, type StudiesQuery } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Viewer } from '../session/session.js';
import { useOperation } from '../service/use-operation.js';
import { ErrorPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { SelectField } from '../ui/select-field.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { instantText } from './instants.js';
import { KeptSheets } from './kept-sheets.js';
import { laterTexts } from './later-texts.js';
import { addTexts } from '../text/texts.js';

addTexts('respond', laterTexts);

type Study = StudiesQuery['studies'][number];
type Round = Study['rounds'][number];

/** The rounds: to fill one's sheet, or to see how far everybody's are. */
export function RoundsPage({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation('respond');
  const locale = useLanguage();
  const { data, error, refetch } = useOperation(StudiesDocument, { locale });
  if (error && data === undefined)
    return (
      <ErrorPage error={error} onRetry={() => void refetch()}>
        {error instanceof UnreachableError && <KeptSheets viewer={viewer} />}
      </ErrorPage>
    );
  if (data === undefined) return <Loading />;
  const isMunicipality = viewer.roles.includes('RESPONDENT');
  const rounds = data.studies
    .flatMap((study) => study.rounds.map((round) => ({ study, round })))
    .filter(({ round }) => !isMunicipality || round.status !== 'PLANNED')
    .reverse();
  return (
    <Page wide={!isMunicipality} title={isMunicipality ? t('mySheets') : t('rounds')}>
      {rounds.length === 0 && <p className="kern-body">{t('noSheets')}</p>}
      {isMunicipality ? (
        <ul className="cards">
          {rounds.map(({ study, round }) => (
            <li key={`${study.slug} ${round.code}`} className="card">
              <Link className="kern-link card__link" to={`${study.slug}/${round.code}`}>
                {study.title} {round.code}
              </Link>
              <p className="kern-body">
                {t(`window.${round.status}`)} · {t('until', { at: instantText(round.closesAt, locale) })}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        rounds.map(({ study, round }) => <RoundState key={`${study.slug} ${round.code}`} study={study} round={round} />)
      )}
    </Page>
  );
}

/** Counts by state, and the sheets behind them. */
function RoundState({ study, round }: { readonly study: Study; readonly round: Round }) {
  const { t } = useTranslation('respond');
  const locale = useLanguage();
  const [by, setBy] = useState('');
  const id = `round-${study.slug}-${round.code}`;
  const { data, error } = useOperation(
    CompletionDocument,
    { study: study.slug, round: round.code, by: by || null, first: 100 },
    { keep: true },
  );
  const attribute = study.attributes.find(({ code }) => code === by);
  return (
    <section aria-labelledby={id} className="respond-round">
      <h2 className="kern-heading-medium" id={id}>
        {study.title}: {t('round', { code: round.code })}
      </h2>
      <p className="kern-body">
        {t(`window.${round.status}`)} · {t('until', { at: instantText(round.closesAt, locale) })}
      </p>
      {error && <OperationError error={error} />}
      <SelectField label={t('by')} value={by} onChange={setBy}>
        <option value="">{t('whole')}</option>
        {study.attributes.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </SelectField>
      {data?.completion && (
        <div
          className="respond-scroll"
          role="region"
          aria-label={`${t('completion')}: ${study.title} ${round.code}`}
          tabIndex={0}
        >
          <table className="kern-table kern-table--small">
            <thead className="kern-table__head">
              <tr className="kern-table__row">
                <th scope="col" className="kern-table__header">
                  {attribute?.label ?? t('members')}
                </th>
                {data.completion[0]?.counts.map(({ stage }) => (
                  <th key={stage} scope="col" className="kern-table__header">
                    {t(`stage.${stage}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="kern-table__body">
              {data.completion.map(({ value, members, counts }) => (
                <tr key={value ?? ''} className="kern-table__row">
                  <th scope="row" className="kern-table__header">
                    {attribute?.values.find(({ code }) => code === value)?.label ?? value ?? t('all')} ({members})
                  </th>
                  {counts.map(({ stage, count, municipalities }) => (
                    <td key={stage} className="kern-table__cell">
                      {count === 0 ? (
                        0
                      ) : (
                        <details>
                          <summary>{count}</summary>
                          <ul className="respond-plain">
                            {municipalities.map(({ code, name }) => (
                              <li key={code}>
                                <Link className="kern-link" to={`${study.slug}/${round.code}/${code}`}>
                                  {name}
                                </Link>
                              </li>
                            ))}
                            {count > municipalities.length && (
                              <li>{t('moreSheets', { count: count - municipalities.length })}</li>
                            )}
                          </ul>
                        </details>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
