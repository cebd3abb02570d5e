import { DesignSetDocument } from '@reflexbogen/client';
import {
  localize,
  VERDICTS,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
  type Since,
} from '@reflexbogen/client/design';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../service/use-operation.js';
import { documentOfFile } from '../document/document-file.js';
import { placeOf } from '../document/edits.js';
import { without } from '../document/list-edits.js';
import { predecessorOf, useSet } from '../set-context.js';
import { ChoiceInput, WordsInput } from './inputs.js';
import type { QuestionFieldsProps } from './question-form.js';

/** The document of another set of the template; null while it loads, and where there is none. */
export function useDocumentOf(id: string | null): QuestionSetDocument | null {
  const { data } = useOperation(DesignSetDocument, { id: id ?? '' }, { enabled: id !== null });
  const file = data?.questionSet?.file.base64;
  return useMemo(() => (file === undefined ? null : documentOfFile(file)), [file]);
}

/** How the question compares with an earlier year: verdict, level map, reason. */
export function SinceEditor({ question, faults, isReadOnly, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('design');
  const { template, draft } = useSet();
  const { since } = question;
  const earlier = template.questionSets.filter(
    (set) =>
      set.status !== 'DRAFT' &&
      (set.year < draft.set.year || (set.year === draft.set.year && set.revision < draft.set.revision)),
  );
  const predecessor = predecessorOf(template, draft.set);
  const compared =
    since === undefined
      ? predecessor
      : (earlier.findLast((set) => set.year === since.year && (since.revision ?? set.revision) === set.revision) ??
        null);
  const past = useDocumentOf(compared?.id ?? null);
  const before = past === null ? null : (placeOf(past, question.code)?.question ?? null);
  if (predecessor === null && since === undefined) return null;
  const set = (next: Since | undefined, of?: string): void =>
    onChange((now) => (next === undefined ? without(now, 'since') : { ...now, since: next }), of);
  const shared = { faults, isReadOnly };
  return (
    <fieldset className="design-group">
      <legend>{t('since')}</legend>
      {past !== null && before === null && <p className="kern-hint">{t('notAskedBefore', compared ?? { year: '' })}</p>}
      <div className="design-pair">
        <ChoiceInput
          {...shared}
          label={t('verdictLabel')}
          field={['since', 'verdict']}
          value={since?.verdict ?? ''}
          options={[['', t('noVerdict')], ...VERDICTS.map((verdict) => [verdict, t(`verdict.${verdict}`)] as const)]}
          onChange={(verdict) => {
            if (verdict === '' || compared === null) return set(undefined);
            const { recode: _recode, ...rest } = since ?? { year: compared.year, revision: compared.revision };
            const recode =
              verdict === 'RECODED'
                ? { recode: since?.recode ?? sameLevels(before, past, question, draft.document) }
                : {};
            set({ ...rest, verdict, ...recode });
          }}
        />
        {since !== undefined && (
          <ChoiceInput
            {...shared}
            label={t('comparedWith')}
            field={['since', 'year']}
            value={compared?.id ?? ''}
            options={[
              ...(compared === null ? [['', `${since.year}`] as const] : []),
              ...earlier.map((one) => [one.id, t('edition', one)] as const),
            ]}
            onChange={(id) => {
              const chosen = earlier.find((one) => one.id === id);
              if (chosen !== undefined) set({ ...since, year: chosen.year, revision: chosen.revision });
            }}
          />
        )}
      </div>
      {since?.verdict === 'RECODED' && (
        <RecodeTable
          from={scaleOf(past, before)}
          to={scaleOf(draft.document, question)}
          recode={since.recode ?? {}}
          isReadOnly={isReadOnly}
          onChange={(recode) => set({ ...since, recode })}
        />
      )}
      {since !== undefined && (
        <WordsInput
          {...shared}
          label={t('verdictNote')}
          field={['since', 'note']}
          value={since.note ?? ''}
          onChange={(note) => set(note === '' ? without(since, 'note') : { ...since, note }, 'note')}
        />
      )}
    </fieldset>
  );
}

const scaleOf = (document: QuestionSetDocument | null, question: QuestionDefinition | null): Scale | null =>
  document?.scales.find((scale) => scale.code === question?.scale) ?? null;

/** Levels of one code go on as they are; the rest is the designer's to say. */
const sameLevels = (
  before: QuestionDefinition | null,
  past: QuestionSetDocument | null,
  question: QuestionDefinition,
  document: QuestionSetDocument,
): Readonly<Record<string, string>> => {
  const [from, to] = [scaleOf(past, before), scaleOf(document, question)];
  return Object.fromEntries(
    (from?.levels ?? [])
      .filter(({ code }) => to?.levels.some((level) => level.code === code))
      .map(({ code }) => [code, code]),
  );
};

/** Where each earlier level goes on the scale of now. */
export function RecodeTable({
  from,
  to,
  recode,
  isReadOnly,
  onChange,
}: {
  readonly from: Scale | null;
  readonly to: Scale | null;
  readonly recode: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
  readonly onChange: (recode: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useTranslation('design');
  const { locale } = useSet();
  if (from === null || to === null) return <p className="kern-hint">{t('noLevelsToMap')}</p>;
  return (
    <table className="kern-table kern-table--small design-recode">
      <caption className="kern-title kern-title--small">{t('recode')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('earlierLevel')}</th>
          <th scope="col">{t('levelNow')}</th>
        </tr>
      </thead>
      <tbody>
        {from.levels.map((level) => {
          const name = localize(level.label, locale);
          return (
            <tr key={level.code}>
              <th scope="row">{name}</th>
              <td>
                <select
                  aria-label={t('goesTo', { level: name })}
                  disabled={isReadOnly}
                  value={recode[level.code] ?? ''}
                  onChange={({ target }) => {
                    const { [level.code]: _gone, ...rest } = recode;
                    onChange(target.value === '' ? rest : { ...rest, [level.code]: target.value });
                  }}
                >
                  <option value="">{t('notComparable')}</option>
                  {to.levels.map((one) => (
                    <option key={one.code} value={one.code}>
                      {localize(one.label, locale)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
