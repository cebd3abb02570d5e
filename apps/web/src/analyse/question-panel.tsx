import { AnalyseQuestionDocument, type AnalyseQuestionQuery } from '@reflexbogen/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Field } from '../ui/field.js';
import { Loading } from '../ui/loading.js';
import { changeChart, levelChart, shadesOf, tileChart, transitionChart } from './charts.js';
import type { Study } from './comparison-page.js';
import { Figure, type QueryBehind } from './figure.js';
import { nameOf } from './rows.js';
import { useChangeWords } from './use-change-words.js';
import type { Choice } from './use-choice.js';

type Comparison = NonNullable<AnalyseQuestionQuery['comparison']>;
type QuestionDelta = Comparison['deltas'][number];

interface PanelProps {
  readonly study: Study;
  readonly choice: Choice;
  readonly pair: { readonly from: string; readonly to: string };
  readonly question: string;
}

/** One question in depth: its sentence, levels, transitions, breakdown and series. */
export function QuestionPanel({ study, choice, pair, question }: PanelProps) {
  const { t } = useTranslation('analyse');
  const locale = useLanguage();
  const by = choice.by ?? '';
  const variables = {
    study: choice.study,
    ...pair,
    question,
    by,
    withGroups: by !== '',
    locale,
    freeze: choice.freeze,
    excludeCarriedOver: choice.excludeCarriedOver,
  };
  const { data, error } = useOperation(AnalyseQuestionDocument, variables, { keep: true });
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  const deltas = data.comparison?.deltas ?? [];
  const [first] = deltas;
  if (first === undefined) return <NotFoundPage />;
  const query: QueryBehind = { document: AnalyseQuestionDocument, variables };
  return (
    <>
      <Link className="kern-link" to={`?${new URLSearchParams(pair).toString()}`}>
        {t('back')}
      </Link>
      {deltas.map((delta) => (
        <DeltaView
          key={`${delta.option?.code ?? ''}${delta.basis}`}
          {...{ delta, pair, query }}
          name={`${choice.study}-${question}`}
        />
      ))}
      <Field label={t('groupsBy')}>
        {(ids) => (
          <div className="kern-form-input__select-wrapper">
            <select
              {...ids}
              className="kern-form-input__select"
              value={by}
              onChange={({ target }) => choice.change({ by: target.value || null }, true)}
            >
              <option value="">{t('noBreakdown')}</option>
              {study.attributes.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
      </Field>
      {by !== '' && <Groups delta={first} {...{ study, by, pair, query }} />}
      <SeriesFigure delta={first} series={data.series} query={query} />
    </>
  );
}

interface DeltaProps {
  readonly delta: QuestionDelta;
  readonly pair: { readonly from: string; readonly to: string };
  readonly query: QueryBehind;
}

function DeltaView({ delta, pair, query, name }: DeltaProps & { readonly name: string }) {
  const { t } = useTranslation('analyse');
  const levels = useMemo(() => delta.question.scale?.levels ?? [], [delta]);
  const title = nameOf(delta);
  const shares = useMemo(() => {
    const labelOf = (code: string): string => levels.find((level) => level.code === code)?.label ?? code;
    const rows = (
      [
        ['before', pair.from],
        ['after', pair.to],
      ] as const
    ).flatMap(([side, row]) => delta[side].map(({ value, count }) => ({ row, level: labelOf(value), count })));
    const names = levels.length > 0 ? levels.map(({ label }) => label) : [...new Set(rows.map(({ level }) => level))];
    return { rows, names, chart: levelChart([pair.from, pair.to], names, rows, `${title}: ${delta.sentence}`) };
  }, [delta, levels, pair.from, pair.to, title]);
  const heat = useMemo(
    () => transitionChart(levels, delta.transitions, `${title}: ${t('transitions')}`),
    [delta, levels, t, title],
  );
  const shades = shadesOf(shares.names.length);
  return (
    <section className="analyse-question">
      <h2 className="kern-heading-large">{title}</h2>
      <p className="kern-body kern-body--large">{delta.suppressed ? t('suppressed') : delta.sentence}</p>
      <Footnotes delta={delta} />
      {shares.rows.length > 0 && shares.names.length <= 12 && (
        <Figure
          name={`${name}-levels`}
          title={t('levels')}
          caption={t('levelsCaption', pair)}
          chart={shares.chart}
          query={query}
          legend={shares.names.map((label, index) => ({ label, colour: shades[index] ?? '' }))}
          table={{
            head: [t('value'), pair.from, pair.to],
            rows: shares.names.map((level) => [
              level,
              ...[pair.from, pair.to].map(
                (row) => shares.rows.find((one) => one.row === row && one.level === level)?.count ?? 0,
              ),
            ]),
          }}
        />
      )}
      {levels.length > 1 && levels.length <= 12 && delta.transitions.length > 0 && (
        <Figure
          name={`${name}-transitions`}
          title={t('transitions')}
          caption={t('transitionsCaption', pair)}
          chart={heat}
          query={query}
          table={{
            head: [pair.from, pair.to, t('count')],
            rows: delta.transitions.map(({ from, to, count }) => [from, to, count]),
          }}
        />
      )}
    </section>
  );
}

/** Base, exclusions and remarks: what has to stand below a figure. */
export function Footnotes({ delta }: { readonly delta: Pick<QuestionDelta, 'tally' | 'notes'> }) {
  const { t } = useTranslation('analyse');
  const { tally, notes } = delta;
  return (
    <div className="analyse-notes">
      {tally && (
        <p className="kern-body kern-body--small">
          {t('comparable')}: {tally.comparable} · {t('excluded')}: {tally.excluded}
          {tally.exclusions.length > 0 &&
            ` (${tally.exclusions.map(({ reason, count }) => `${t(`reason.${reason}`)}: ${count}`).join('; ')})`}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="kern-body kern-body--small">
          {note}
        </p>
      ))}
    </div>
  );
}

function Groups({ delta, study, by, pair, query }: DeltaProps & { readonly study: Study; readonly by: string }) {
  const { t } = useTranslation('analyse');
  const attribute = study.attributes.find(({ code }) => code === by);
  const groups = useMemo(() => {
    const labelOf = (value: string | null | undefined): string =>
      value == null ? t('notStated') : (attribute?.values.find(({ code }) => code === value)?.label ?? value);
    return (delta.groups ?? []).map(({ value, tally }) => ({
      key: value ?? '',
      label: labelOf(value),
      increased: tally?.increased ?? 0,
      decreased: tally?.decreased ?? 0,
      unchanged: tally?.unchanged ?? 0,
      comparable: tally?.comparable ?? 0,
    }));
  }, [attribute, delta, t]);
  const words = useChangeWords();
  const bars = useMemo(() => changeChart(groups, words, t('groups')), [groups, t, words]);
  const tiles = useMemo(
    () =>
      tileChart(new Map(groups.map(({ key, increased, comparable }) => [key, { increased, comparable }])), t('tiles')),
    [groups, t],
  );
  const table = {
    head: [attribute?.label ?? by, t('increased'), t('decreased'), t('unchanged'), t('comparable')],
    rows: groups.map(({ label, increased, decreased, unchanged, comparable }) => [
      label,
      increased,
      decreased,
      unchanged,
      comparable,
    ]),
  };
  if (groups.length === 0) return null;
  return (
    <>
      <Figure
        name={`${study.slug}-${delta.question.code}-${by}`}
        title={`${t('groups')}: ${attribute?.label ?? by}`}
        caption={t('rankingCaption', pair)}
        chart={bars}
        {...{ query, table }}
      />
      {by === 'land' && (
        <Figure
          name={`${study.slug}-${delta.question.code}-map`}
          title={t('tiles')}
          caption={t('tilesCaption')}
          chart={tiles}
          {...{ query, table }}
        />
      )}
    </>
  );
}

function SeriesFigure({
  delta,
  series,
  query,
}: {
  readonly delta: QuestionDelta;
  readonly series: AnalyseQuestionQuery['series'];
  readonly query: QueryBehind;
}) {
  const { t } = useTranslation('analyse');
  const levels = useMemo(() => delta.question.scale?.levels ?? [], [delta]);
  const built = useMemo(() => {
    const points = (series?.points ?? []).filter(({ distribution }) => distribution.some(({ count }) => count > 0));
    const rows = points.map(({ round }) => round.code);
    const counts = points.flatMap(({ round, distribution }) =>
      distribution.map(({ value, count }) => ({
        row: round.code,
        level: levels.find(({ code }) => code === value)?.label ?? value,
        count,
      })),
    );
    const names = levels.map(({ label }) => label);
    const breaks = points.filter(({ comparability }) => comparability === 'BREAK').map(({ round }) => round.code);
    return { rows, counts, names, chart: levelChart(rows, names, counts, t('series'), breaks) };
  }, [series, levels, t]);
  if (built.rows.length < 2 || built.names.length === 0 || built.names.length > 12) return null;
  const shades = shadesOf(built.names.length);
  return (
    <Figure
      name={`${delta.question.code}-series`}
      title={t('series')}
      caption={t('seriesCaption')}
      chart={built.chart}
      query={query}
      legend={built.names.map((label, index) => ({ label, colour: shades[index] ?? '' }))}
      table={{
        head: [t('value'), ...built.rows],
        rows: built.names.map((level) => [
          level,
          ...built.rows.map((row) => built.counts.find((one) => one.row === row && one.level === level)?.count ?? 0),
        ]),
      }}
    />
  );
}
