import { AnalyseComparisonDocument, StudiesDocument } from '@reflexbogen/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { changeChart } from './charts.js';
import { pairOf } from './comparison-page.js';
import { Figure } from './figure.js';
import { Footnotes } from './question-panel.js';
import { orderedRows } from './rows.js';
import { useChangeWords } from './use-change-words.js';
import { useChoice } from './use-choice.js';

/** Figures and sentences of one's choice, to print. */
export function ReportPage() {
  const { t } = useTranslation('analyse');
  const locale = useLanguage();
  const choice = useChoice();
  const [, setSearch] = useSearchParams();
  const studies = useOperation(StudiesDocument, { locale });
  const study = studies.data?.studies.find(({ slug }) => slug === choice.study);
  const pair = study === undefined ? null : pairOf(study, choice);
  const variables = {
    study: choice.study,
    from: pair?.from ?? '',
    to: pair?.to ?? '',
    locale,
    freeze: choice.freeze,
    excludeCarriedOver: choice.excludeCarriedOver,
  };
  const { data, error } = useOperation(AnalyseComparisonDocument, variables, { enabled: pair !== null, keep: true });
  const rows = useMemo(() => orderedRows(data?.comparison?.deltas ?? []), [data]);
  const chosen = rows.filter(({ key }) => choice.figures.includes(key));
  const words = useChangeWords();
  const charts = useMemo(
    () => new Map(rows.map((row) => [row.key, changeChart([row], words, row.delta.sentence)])),
    [rows, words],
  );
  if (error ?? studies.error) return <OperationError error={error ?? studies.error} />;
  if (studies.data === undefined) return <Loading />;
  if (study === undefined || pair === null) return <NotFoundPage />;
  if (data === undefined) return <Loading />;
  const toggle = (key: string): void =>
    setSearch((now) => {
      const left = now.getAll('figure').filter((one) => one !== key);
      const added = left.length === now.getAll('figure').length;
      now.delete('figure');
      for (const one of added ? [...left, key] : left) now.append('figure', one);
      return now;
    });
  return (
    <Page wide title={t('compareTitle', { study: study.title, ...pair })}>
      {study.description && <p className="kern-body">{study.description}</p>}
      <div className="analyse-choice">
        <Link className="kern-link" to={`../${study.slug}?${new URLSearchParams(pair).toString()}`} relative="path">
          {t('back')}
        </Link>
        <p className="kern-body">{t('reportIntro')}</p>
        <fieldset className="kern-fieldset">
          <legend className="kern-label">{t('add')}</legend>
          {rows.map(({ key, label }) => (
            <div key={key} className="kern-form-check">
              <input
                className="kern-form-check__checkbox"
                type="checkbox"
                id={`figure-${key}`}
                checked={choice.figures.includes(key)}
                onChange={() => toggle(key)}
              />
              <label className="kern-label" htmlFor={`figure-${key}`}>
                {label}
              </label>
            </div>
          ))}
        </fieldset>
        <Button kind="primary" disabled={chosen.length === 0} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {chosen.map(({ key, label, increased, decreased, unchanged, delta }) => (
        <section key={key} className="analyse-question">
          <Figure
            name={key}
            title={label}
            caption={delta.sentence}
            chart={charts.get(key) ?? changeChart([], words, label)}
            query={{ document: AnalyseComparisonDocument, variables }}
            table={{
              head: [t('question'), t('increased'), t('decreased'), t('unchanged')],
              rows: [[label, increased, decreased, unchanged]],
            }}
          />
          <Footnotes delta={delta} />
        </section>
      ))}
    </Page>
  );
}
