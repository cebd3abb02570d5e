import { AnalyseQuestionDocument, type AnalyseQuestionQuery } from '@reflexbogen/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { Controls, Select } from './controls.js';
import { Figure } from './figure.js';
import { groupFigures } from './figures/change-figures.js';
import { keyOf, nameOf, type QuestionDelta } from './figures/deltas.js';
import type { FigureModel } from './figures/figure-model.js';
import { distributionFigure, seriesFigure } from './figures/level-figures.js';
import { notesOf } from './figures/notes.js';
import { transitionFigure } from './figures/transition-figures.js';
import type { QueryBehind } from './query-text.js';
import type { Settled, Study } from './settled.js';
import { FailedPage } from './settled-page.js';
import type { Choice } from './use-choice.js';
import { useFigureContext } from './use-figure-context.js';

interface QuestionPageProps {
  readonly choice: Choice;
  readonly settled: Settled;
  readonly question: string;
}

/** One question in depth: its sentence, levels, transitions, breakdown and series, from one request. */
export function QuestionPage({ choice, settled, question }: QuestionPageProps) {
  const locale = useLanguage();
  const { pair, freeze, excludeCarriedOver, breakdowns } = settled;
  const by = breakdowns === null || breakdowns.includes(choice.by ?? '') ? (choice.by ?? '') : '';
  const { from, to } = pair;
  const { study } = choice;
  const query = useMemo(
    () => ({
      document: AnalyseQuestionDocument,
      variables: { study, from, to, question, by, withGroups: by !== '', locale, freeze, excludeCarriedOver },
    }),
    [study, from, to, question, by, locale, freeze, excludeCarriedOver],
  );
  const { data, error } = useOperation(AnalyseQuestionDocument, query.variables, { keep: true });
  if (error) return <FailedPage error={error} />;
  if (data === undefined) return <Loading />;
  const deltas = data.comparison?.deltas ?? [];
  if (!data.study || deltas.length === 0) return <NotFoundPage />;
  return <Panel {...{ choice, settled, query, deltas }} study={data.study} series={data.series} />;
}

interface PanelProps {
  readonly choice: Choice;
  readonly settled: Settled;
  readonly query: QueryBehind;
  readonly study: Study;
  readonly deltas: readonly QuestionDelta[];
  readonly series: AnalyseQuestionQuery['series'];
}

function Panel({ choice, settled, query, study, deltas, series }: PanelProps) {
  const { t } = useTranslation('analyse');
  const { pair, freeze, breakdowns } = settled;
  const context = useFigureContext(study, settled, choice, query);
  const attributes = study.attributes.filter(({ code }) => breakdowns === null || breakdowns.includes(code));
  const by = attributes.some(({ code }) => code === choice.by) ? choice.by : null;
  const attribute = study.attributes.find(({ code }) => code === by);
  const parts = useMemo(() => {
    const words = { t, pair };
    return deltas.map((delta, index) => ({
      delta,
      notes: notesOf(delta, words),
      figures: [
        distributionFigure(delta, words),
        transitionFigure(delta, words),
        // The series is of the question, or of its first option.
        index === 0 ? seriesFigure(delta, series, words) : null,
        ...(attribute === undefined ? [] : groupFigures(delta, attribute, words)),
      ].filter((figure): figure is FigureModel => figure !== null),
    }));
  }, [deltas, series, attribute, t, pair]);
  return (
    <Page wide title={t('compareTitle', { study: study.title, ...pair })}>
      {study.description && (
        <Alert kind="info" title={t('about')}>
          {study.description}
        </Alert>
      )}
      <Controls {...{ study, choice, settled }}>
        <Select
          label={t('groupsBy')}
          value={by ?? ''}
          options={[
            { value: '', label: t('noBreakdown') },
            ...attributes.map(({ code, label }) => ({ value: code, label })),
          ]}
          onChange={(value) => choice.change({ by: value || null }, true)}
        />
      </Controls>
      <Link className="kern-link" to={choice.searchWith({ ...pair, freeze, question: null, by: null })}>
        {t('back')}
      </Link>
      {parts.map(({ delta, notes, figures }) => (
        <section key={keyOf(delta)} className="analyse-question">
          <h2 className="kern-heading-large">{nameOf(delta)}</h2>
          <p className="kern-body kern-body--large">{delta.sentence}</p>
          {figures.length === 0 && (
            <ul className="analyse-notes" aria-label={t('notes')}>
              {notes.map((note) => (
                <li key={note} className="kern-body kern-body--small">
                  {note}
                </li>
              ))}
            </ul>
          )}
          {figures.map((figure) => (
            <Figure key={figure.id} {...{ figure, context }} />
          ))}
        </section>
      ))}
    </Page>
  );
}
