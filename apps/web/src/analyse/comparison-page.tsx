import { AnalyseComparisonDocument } from '@reflexbogen/client';
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
import { Controls, Select } from './controls.js';
import { Figure } from './figure.js';
import type { Delta } from './figures/deltas.js';
import { overviewFigures } from './figures/overview-figures.js';
import { QuestionPage } from './question-page.js';
import { QuestionLists } from './question-lists.js';
import { useSettled, type Settled } from './settled.js';
import { FailedPage, SettledPage } from './settled-page.js';
import { useChoice, type Choice } from './use-choice.js';
import { useFigureContext } from './use-figure-context.js';

/** Bars shown at first: what changed most; the others on demand. */
const FIRST_BARS = 12;

/** What changed between two rounds; with a question in the address that question in depth. */
export function ComparisonPage({ viewer }: { readonly viewer: Viewer }) {
  const choice = useChoice();
  return (
    <SettledPage settling={useSettled(choice, viewer)}>
      {(settled) =>
        choice.question === null ? (
          <Overview choice={choice} settled={settled} />
        ) : (
          <QuestionPage choice={choice} settled={settled} question={choice.question} />
        )
      }
    </SettledPage>
  );
}

/** Variables of the one request from which overview and report are drawn. */
export function useComparison(choice: Choice, { pair, freeze, excludeCarriedOver, named }: Settled) {
  const locale = useLanguage();
  const { study } = choice;
  const { from, to } = pair;
  const query = useMemo(
    () => ({
      document: AnalyseComparisonDocument,
      variables: { study, from, to, locale, freeze, excludeCarriedOver, named },
    }),
    [study, from, to, locale, freeze, excludeCarriedOver, named],
  );
  return { query, ...useOperation(AnalyseComparisonDocument, query.variables, { keep: true }) };
}

function Overview({ choice, settled }: { readonly choice: Choice; readonly settled: Settled }) {
  const { query, data, error } = useComparison(choice, settled);
  if (error) return <FailedPage error={error} />;
  if (data === undefined) return <Loading />;
  if (!data.comparison || !data.study) return <NotFoundPage />;
  return <Figures {...{ choice, settled, query }} study={data.study} comparison={data.comparison} />;
}

type FiguresProps = {
  readonly choice: Choice;
  readonly settled: Settled;
  readonly query: ReturnType<typeof useComparison>['query'];
  readonly study: NonNullable<NonNullable<ReturnType<typeof useComparison>['data']>['study']>;
  readonly comparison: NonNullable<NonNullable<ReturnType<typeof useComparison>['data']>['comparison']>;
};

function Figures({ choice, settled, query, study, comparison }: FiguresProps) {
  const { t } = useTranslation('analyse');
  const { pair, freeze } = settled;
  const context = useFigureContext(study, settled, choice, query);
  const { basis, isWhole } = choice;
  const figures = useMemo(
    () => overviewFigures(comparison, basis, isWhole ? Infinity : FIRST_BARS, { t, pair }),
    [comparison, basis, isWhole, t, pair],
  );
  const linkOf = ({ question }: Delta): string =>
    choice.searchWith({ ...pair, freeze, question: question.code, bars: null, basis: null });
  const most = Math.max(0, ...figures.map(({ table }) => table.rows.length));
  return (
    <Page wide title={t('compareTitle', { study: study.title, ...pair })}>
      {study.description && (
        <Alert kind="info" title={t('about')}>
          {study.description}
        </Alert>
      )}
      <Controls {...{ study, choice, settled }}>
        <Select
          label={t('basisHead')}
          value={basis ?? ''}
          options={[
            { value: '', label: t('basisBoth') },
            { value: 'COMPUTED', label: t('basis.COMPUTED') },
            { value: 'REPORTED', label: t('basis.REPORTED') },
          ]}
          onChange={(value) => choice.change({ basis: value || null })}
        />
      </Controls>
      <p className="kern-body">
        {t('panel', { count: comparison.panelSize })} ·{' '}
        <Link
          className="kern-link"
          to={`all${choice.searchWith({ freeze, from: null, to: null, bars: null, basis: null })}`}
        >
          {t('all')}
        </Link>{' '}
        ·{' '}
        <Link className="kern-link" to={`report${choice.searchWith({ ...pair, freeze, bars: null, basis: null })}`}>
          {t('report')}
        </Link>
      </p>
      {figures.every(({ id }) => id !== 'ranking') && <p className="kern-body">{t('none')}</p>}
      {figures.map((figure) => (
        <Figure key={figure.id} {...{ figure, context }} />
      ))}
      {most > FIRST_BARS && (
        <Button onClick={() => choice.change({ bars: isWhole ? null : 'all' }, true)}>
          {isWhole ? t('showFewer', { count: FIRST_BARS }) : t('showMore', { count: most })}
        </Button>
      )}
      <QuestionLists deltas={comparison.deltas} basis={basis} linkOf={linkOf} />
    </Page>
  );
}
