import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Viewer } from '../session/session.js';
import { NotFoundPage } from '../shell/error-page.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { useComparison } from './comparison-page.js';
import { Controls } from './controls.js';
import { Figure } from './figure.js';
import { changeFigure } from './figures/change-figures.js';
import { keyOf, nameOf, nominalDeltas, rankedDeltas, type Comparison } from './figures/deltas.js';
import { overviewFigures } from './figures/overview-figures.js';
import type { QueryBehind } from './query-text.js';
import { ReportChoice } from './report-choice.js';
import { useSettled, type Settled, type Study } from './settled.js';
import { FailedPage, SettledPage } from './settled-page.js';
import { useChoice, type Choice } from './use-choice.js';
import { useFigureContext } from './use-figure-context.js';

/** Figures and sentences of one's choice, in one's order, to print; the address remembers them. */
export function ReportPage({ viewer }: { readonly viewer: Viewer }) {
  const choice = useChoice();
  return (
    <SettledPage settling={useSettled(choice, viewer)}>
      {(settled) => <Report choice={choice} settled={settled} />}
    </SettledPage>
  );
}

function Report({ choice, settled }: { readonly choice: Choice; readonly settled: Settled }) {
  const { query, data, error } = useComparison(choice, settled);
  if (error) return <FailedPage error={error} />;
  if (data === undefined) return <Loading />;
  if (!data.comparison || !data.study) return <NotFoundPage />;
  return <Composed {...{ choice, settled, query }} study={data.study} comparison={data.comparison} />;
}

interface ComposedProps {
  readonly choice: Choice;
  readonly settled: Settled;
  readonly query: QueryBehind;
  readonly study: Study;
  readonly comparison: Comparison;
}

function Composed({ choice, settled, query, study, comparison }: ComposedProps) {
  const { t } = useTranslation('analyse');
  const { pair, freeze } = settled;
  const context = useFigureContext(study, settled, choice, query);
  const { figures, sentences } = useMemo(() => {
    const words = { t, pair };
    const ranked = rankedDeltas(comparison.deltas);
    return {
      figures: [
        ...overviewFigures(comparison, null, Infinity, words),
        ...ranked.map((delta) => changeFigure(delta, words)),
      ],
      sentences: [...ranked, ...nominalDeltas(comparison.deltas)],
    };
  }, [comparison, t, pair]);
  const chosenFigures = choice.figures.flatMap((id) => figures.filter((figure) => figure.id === id));
  const chosenSentences = choice.sentences.flatMap((key) => sentences.filter((delta) => keyOf(delta) === key));
  return (
    <Page wide title={t('compareTitle', { study: study.title, ...pair })}>
      {study.description && <p className="kern-body">{study.description}</p>}
      <p className="kern-body">
        {t('panel', { count: comparison.panelSize })} · {t('freeze')}: {freeze ?? t('running')}
      </p>
      <div className="analyse-choice">
        <Controls {...{ study, choice, settled }} />
        <Link
          className="kern-link"
          to={`..${choice.searchWith({ figure: null, sentence: null, tables: null })}`}
          relative="path"
        >
          {t('back')}
        </Link>
        <p className="kern-body">{t('reportIntro')}</p>
        <ReportChoice
          legend={t('addFigures')}
          part="figure"
          entries={figures.map(({ id, title }) => ({ key: id, label: title }))}
          chosen={choice.figures}
          onChange={(figure) => choice.change({ figure }, true)}
        />
        <ReportChoice
          legend={t('addSentences')}
          part="sentence"
          entries={sentences.map((delta) => ({
            key: keyOf(delta),
            label: `${nameOf(delta)} (${t(`basis.${delta.basis}`)})`,
          }))}
          chosen={choice.sentences}
          onChange={(sentence) => choice.change({ sentence }, true)}
        />
        <div className="kern-form-check">
          <input
            className="kern-form-check__checkbox"
            type="checkbox"
            id="report-tables"
            checked={choice.withTables}
            onChange={({ target }) => choice.change({ tables: target.checked ? 'yes' : null }, true)}
          />
          <label className="kern-label" htmlFor="report-tables">
            {t('withTables')}
          </label>
        </div>
        <Button
          kind="primary"
          disabled={chosenFigures.length + chosenSentences.length === 0}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </div>
      {chosenSentences.length > 0 && (
        <section aria-labelledby="report-sentences">
          <h2 className="kern-heading-medium" id="report-sentences">
            {t('keySentences')}
          </h2>
          <ul className="analyse-sentences">
            {chosenSentences.map((delta) => (
              <li key={keyOf(delta)}>
                {nameOf(delta)}: {delta.sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
      {chosenFigures.map((figure) => (
        <Figure key={`${figure.id} ${choice.withTables}`} {...{ figure, context }} isTableOpen={choice.withTables} />
      ))}
    </Page>
  );
}
