import { AnalyseAllRoundsDocument, type AnalyseAllRoundsQuery } from '@reflexbogen/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import type { Viewer } from '../session/session.js';
import { NotFoundPage } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { StateControls } from './controls.js';
import { Figure } from './figure.js';
import { allRoundsFigures, type Series } from './figures/all-rounds-figures.js';
import type { QueryBehind } from './query-text.js';
import { useSettledState, type SettledState, type Study } from './settled.js';
import { FailedPage, SettledPage } from './settled-page.js';
import { useChoice, type Choice } from './use-choice.js';
import { useFigureContext } from './use-figure-context.js';

/** Questions shown at first; each has a bar for every round. */
const FIRST_QUESTIONS = 6;

/** All rounds of a study at once, from one request. */
export function AllRoundsPage({ viewer }: { readonly viewer: Viewer }) {
  const choice = useChoice();
  return (
    <SettledPage settling={useSettledState(choice, viewer)}>
      {(settled) => <Overview choice={choice} settled={settled} />}
    </SettledPage>
  );
}

function Overview({ choice, settled }: { readonly choice: Choice; readonly settled: SettledState }) {
  const locale = useLanguage();
  const { study } = choice;
  const { freeze, excludeCarriedOver } = settled;
  const query = useMemo(
    () => ({ document: AnalyseAllRoundsDocument, variables: { study, locale, freeze, excludeCarriedOver } }),
    [study, locale, freeze, excludeCarriedOver],
  );
  const { data, error } = useOperation(AnalyseAllRoundsDocument, query.variables, { keep: true });
  if (error) return <FailedPage error={error} />;
  if (data === undefined) return <Loading />;
  if (!data.study || !data.allSeries) return <NotFoundPage />;
  return <Figures {...{ choice, settled, query }} study={data.study} all={data.allSeries} />;
}

interface FiguresProps {
  readonly choice: Choice;
  readonly settled: SettledState;
  readonly query: QueryBehind;
  readonly study: Study;
  readonly all: NonNullable<AnalyseAllRoundsQuery['allSeries']>;
}

function Figures({ choice, settled, query, study, all }: FiguresProps) {
  const { t } = useTranslation('analyse');
  const { freeze } = settled;
  const { isWhole } = choice;
  const context = useFigureContext(study, settled, choice, query);
  const figures = useMemo(() => {
    const [from = '', to = ''] = [study.rounds[0]?.code, study.rounds.at(-1)?.code];
    return allRoundsFigures(all, isWhole ? Infinity : FIRST_QUESTIONS, { t, pair: { from, to } });
  }, [all, study, isWhole, t]);
  // As long as the tables of the pictures have more questions than the pictures.
  const most = Math.max(0, ...figures.map(({ table }) => new Set(table.rows.map(([question]) => question)).size));
  const linkOf = ({ question }: Series): string =>
    `/analyse/${encodeURIComponent(study.slug)}${choice.searchWith({ freeze, question: question.code, bars: null })}`;
  return (
    <Page wide title={t('allTitle', { study: study.title })}>
      {study.description && (
        <Alert kind="info" title={t('about')}>
          {study.description}
        </Alert>
      )}
      <StateControls {...{ study, choice, settled }} />
      <Link
        className="kern-link"
        to={`/analyse/${encodeURIComponent(study.slug)}${choice.searchWith({ freeze, bars: null })}`}
      >
        {t('pairs')}
      </Link>
      {figures.length === 0 && <p className="kern-body">{t('allNone')}</p>}
      {figures.map((figure) => (
        <Figure key={figure.id} {...{ figure, context }} />
      ))}
      {most > FIRST_QUESTIONS && (
        <Button onClick={() => choice.change({ bars: isWhole ? null : 'all' }, true)}>
          {isWhole ? t('showFewer', { count: FIRST_QUESTIONS }) : t('allShowMore')}
        </Button>
      )}
      <section aria-labelledby="questions">
        <h2 className="kern-heading-medium" id="questions">
          {t('allQuestions')}
        </h2>
        <ul className="analyse-sentences">
          {all.map((series) => (
            <li key={series.question.code}>
              <Link className="kern-link" to={linkOf(series)}>
                {series.question.text}
              </Link>{' '}
              ({series.points.map(({ round }) => round.code).join(', ')})
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
