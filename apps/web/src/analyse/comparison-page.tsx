import { AnalyseComparisonDocument, StudiesDocument, type StudiesQuery } from '@reflexbogen/client';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { changeChart } from './charts.js';
import { DataTable, Figure } from './figure.js';
import { QuestionPanel } from './question-panel.js';
import { keyOf, nameOf, nominalRows, orderedRows, type Delta } from './rows.js';
import { useChangeWords } from './use-change-words.js';
import { useChoice, type Choice } from './use-choice.js';

export type Study = StudiesQuery['studies'][number];
/** Bars shown at first: what changed most; the others on demand. */
const FIRST_BARS = 12;

/** What changed between two rounds; with a question in the address that question in depth. */
export function ComparisonPage() {
  const { t } = useTranslation('analyse');
  const locale = useLanguage();
  const choice = useChoice();
  const studies = useOperation(StudiesDocument, { locale });
  if (studies.error) return <OperationError error={studies.error} />;
  if (studies.data === undefined) return <Loading />;
  const study = studies.data.studies.find(({ slug }) => slug === choice.study);
  if (study === undefined) return <NotFoundPage />;
  const pair = pairOf(study, choice);
  if (pair === null)
    return (
      <Page title={study.title}>
        <p className="kern-body">{t('noPair')}</p>
      </Page>
    );
  return (
    <Page wide title={t('compareTitle', { study: study.title, ...pair })}>
      {study.description && (
        <Alert kind="info" title={t('about')}>
          {study.description}
        </Alert>
      )}
      <Controls study={study} choice={choice} pair={pair} />
      {choice.question === null ? (
        <Overview choice={choice} pair={pair} />
      ) : (
        <QuestionPanel study={study} choice={choice} pair={pair} question={choice.question} />
      )}
    </Page>
  );
}

/** The rounds of the address, else the last two that are over or open. */
export function pairOf({ rounds }: Study, { from, to }: Choice): { from: string; to: string } | null {
  const codes = rounds.filter(({ status }) => status !== 'PLANNED').map(({ code }) => code);
  const closed = rounds.filter(({ status }) => status === 'CLOSED').map(({ code }) => code);
  const usual = closed.length >= 2 ? closed : codes;
  const later = to ?? usual.at(-1);
  const earlier = from ?? usual.at(-2);
  return later === undefined || earlier === undefined ? null : { from: earlier, to: later };
}

function Controls({ study, choice, pair }: { study: Study; choice: Choice; pair: { from: string; to: string } }) {
  const { t } = useTranslation('analyse');
  const codes = study.rounds.filter(({ status }) => status !== 'PLANNED').map(({ code }) => code);
  return (
    <div className="analyse-controls">
      {(['from', 'to'] as const).map((side) => (
        <Field key={side} label={t(side)}>
          {(ids) => (
            <div className="kern-form-input__select-wrapper">
              <select
                {...ids}
                className="kern-form-input__select"
                value={pair[side]}
                onChange={({ target }) => choice.change({ ...pair, [side]: target.value })}
              >
                {codes.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </select>
            </div>
          )}
        </Field>
      ))}
      <div className="kern-form-check">
        <input
          className="kern-form-check__checkbox"
          type="checkbox"
          id="analyse-without"
          checked={choice.excludeCarriedOver}
          onChange={({ target }) => choice.change({ carriedOver: target.checked ? 'without' : null })}
        />
        <label className="kern-label" htmlFor="analyse-without">
          {t('without')}
        </label>
      </div>
    </div>
  );
}

function Overview({ choice, pair }: { choice: Choice; pair: { from: string; to: string } }) {
  const { t } = useTranslation('analyse');
  const locale = useLanguage();
  const variables = {
    study: choice.study,
    ...pair,
    locale,
    freeze: choice.freeze,
    excludeCarriedOver: choice.excludeCarriedOver,
  };
  const { data, error } = useOperation(AnalyseComparisonDocument, variables, { keep: true });
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  if (!data.comparison) return <NotFoundPage />;
  const { deltas, panelSize } = data.comparison;
  return (
    <>
      <p className="kern-body">
        {t('panel', { count: panelSize })} ·{' '}
        <Link className="kern-link" to={`report?${new URLSearchParams(pair).toString()}`}>
          {t('report')}
        </Link>
      </p>
      <Ranking deltas={deltas} choice={choice} pair={pair} variables={variables} />
      <Nominal deltas={deltas} choice={choice} pair={pair} />
    </>
  );
}

interface RankingProps {
  readonly deltas: readonly Delta[];
  readonly choice: Choice;
  readonly pair: { readonly from: string; readonly to: string };
  readonly variables: object;
}

function Ranking({ deltas, choice, pair, variables }: RankingProps) {
  const { t } = useTranslation('analyse');
  const [isWhole, setWhole] = useState(false);
  const rows = useMemo(() => orderedRows(deltas), [deltas]);
  const shown = useMemo(() => (isWhole ? rows : rows.slice(0, FIRST_BARS)), [isWhole, rows]);
  const words = useChangeWords();
  const chart = useMemo(() => changeChart(shown, words, t('ranking')), [shown, t, words]);
  if (rows.length === 0) return <p className="kern-body">{t('none')}</p>;
  return (
    <>
      <Figure
        name={`${choice.study}-${pair.from}-${pair.to}`}
        title={t('ranking')}
        caption={t('rankingCaption', pair)}
        chart={chart}
        query={{ document: AnalyseComparisonDocument, variables }}
        table={{
          head: [
            t('question'),
            t('increased'),
            t('decreased'),
            t('unchanged'),
            t('comparable'),
            t('excluded'),
            t('sentence'),
          ],
          rows: rows.map(({ label, increased, decreased, unchanged, delta }) => [
            label,
            increased,
            decreased,
            unchanged,
            increased + decreased + unchanged,
            delta.tally?.excluded ?? 0,
            delta.sentence,
          ]),
        }}
      >
        {!isWhole && rows.length > FIRST_BARS && (
          <Button onClick={() => setWhole(true)}>{t('showMore', { count: rows.length })}</Button>
        )}
      </Figure>
      <ol className="analyse-sentences">
        {shown.map(({ key, delta }) => (
          <li key={key}>
            <Link className="kern-link" to={linkTo(choice, pair, delta)}>
              {nameOf(delta)}
            </Link>
            : {delta.sentence}
          </li>
        ))}
      </ol>
    </>
  );
}

function Nominal({ deltas, choice, pair }: Omit<RankingProps, 'variables'>) {
  const { t } = useTranslation('analyse');
  const rows = nominalRows(deltas);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="nominal">
      <h2 className="kern-heading-medium" id="nominal">
        {t('others')}
      </h2>
      <p className="kern-body">{t('othersText')}</p>
      <DataTable
        title={t('others')}
        table={{
          head: [t('question'), t('changed'), t('comparable')],
          rows: rows.map((delta) => [nameOf(delta), delta.tally?.changed ?? 0, delta.tally?.comparable ?? 0]),
        }}
      />
      <ul className="analyse-sentences">
        {rows.map((delta) => (
          <li key={keyOf(delta)}>
            <Link className="kern-link" to={linkTo(choice, pair, delta)}>
              {nameOf(delta)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const linkTo = (choice: Choice, pair: { readonly from: string; readonly to: string }, { question }: Delta): string =>
  `?${new URLSearchParams({
    ...pair,
    ...(choice.excludeCarriedOver ? { carriedOver: 'without' } : {}),
    question: question.code,
  }).toString()}`;
