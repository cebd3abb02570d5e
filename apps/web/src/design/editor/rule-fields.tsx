import { cellCode, localize, type AnswerCheck, type QuestionSetDocument } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { translated, without } from '../document/list-edits.js';
import { useSet } from '../set-context.js';
import { LineInput, WordsInput } from './inputs.js';
import type { QuestionFieldsProps } from './question-form.js';

/** When the question is shown, when it is required, and what its answers are checked for. */
export function RuleFields(props: QuestionFieldsProps) {
  const { t } = useTranslation('design');
  const { question, faults, isReadOnly, onChange } = props;
  const { draft, locale } = useSet();
  const rules = ['visibleIf', 'requiredIf'] as const;
  const isUsed =
    rules.some((rule) => question[rule] !== undefined) ||
    question.valid !== undefined ||
    question.plausible !== undefined;
  return (
    <details className="design-more" open={isUsed || undefined}>
      <summary>{t('rules')}</summary>
      <p className="kern-hint">{t('rulesHint')}</p>
      {rules.map((rule) => (
        <div key={rule} className="design-rule">
          <LineInput
            isCode
            label={t(rule)}
            hint={t(`${rule}Hint`)}
            field={[rule]}
            faults={faults}
            isReadOnly={isReadOnly}
            value={question[rule] ?? ''}
            onChange={(text) => onChange((now) => (text === '' ? without(now, rule) : { ...now, [rule]: text }), rule)}
          />
          {!isReadOnly && (
            <Insert
              label={t('insert', { rule: t(rule) })}
              options={conditionsBefore(draft.document, question.code, locale)}
              onInsert={(condition) =>
                onChange((now) => ({ ...now, [rule]: now[rule] ? `${now[rule]} && ${condition}` : condition }))
              }
            />
          )}
        </div>
      ))}
      <CheckFields {...props} name="valid" />
      <CheckFields {...props} name="plausible" />
    </details>
  );
}

function CheckFields({
  question,
  faults,
  isReadOnly,
  locale,
  onChange,
  name,
}: QuestionFieldsProps & { readonly name: 'valid' | 'plausible' }) {
  const { t } = useTranslation('design');
  const check: AnswerCheck = question[name] ?? { rule: '', message: {} };
  const set = (next: AnswerCheck, of: string): void =>
    onChange(
      (now) =>
        next.rule === '' && Object.keys(next.message).length === 0 ? without(now, name) : { ...now, [name]: next },
      `${name} ${of}`,
    );
  return (
    <div className="design-rule">
      <LineInput
        isCode
        label={t(name)}
        hint={t(`${name}Hint`)}
        field={[name, 'rule']}
        faults={faults}
        isReadOnly={isReadOnly}
        value={check.rule}
        onChange={(rule) => set({ ...check, rule }, 'rule')}
      />
      {question[name] !== undefined && (
        <WordsInput
          label={t(`${name}Message`, { locale })}
          field={[name, 'message', locale]}
          lang={locale}
          faults={faults}
          isReadOnly={isReadOnly}
          value={check.message[locale] ?? ''}
          onChange={(words) => set({ ...check, message: translated(check.message, locale, words) }, locale)}
        />
      )}
    </div>
  );
}

/** A list of what a rule can say; choosing writes it. */
function Insert({
  label,
  options,
  onInsert,
}: {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onInsert: (condition: string) => void;
}) {
  const { t } = useTranslation('design');
  if (options.length === 0) return null;
  return (
    <select
      className="design-insert"
      aria-label={label}
      value=""
      onChange={({ target }) => {
        if (target.value !== '') onInsert(target.value);
      }}
    >
      <option value="">{t('insertPlaceholder')}</option>
      {options.map(([condition, words]) => (
        <option key={condition} value={condition}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** A condition for each answer of each question that stands before this one: rules look back. */
function conditionsBefore(
  document: QuestionSetDocument,
  code: string,
  locale: string,
): readonly (readonly [string, string])[] {
  const questions = document.sections.flatMap((section) => section.questions);
  const before = questions.slice(
    0,
    questions.findIndex((question) => question.code === code),
  );
  return before.flatMap((question): readonly (readonly [string, string])[] => {
    const name = localize(question.text, locale) || question.code;
    const levels = document.scales.find((scale) => scale.code === question.scale)?.levels ?? [];
    switch (question.type) {
      case 'BOOLEAN':
        return [[`answer('${question.code}')`, `${name}: ✓`] as const];
      case 'SCALE':
      case 'CHOICE':
        return levels.map(
          (level) =>
            [`answer('${question.code}') == '${level.code}'`, `${name}: ${localize(level.label, locale)}`] as const,
        );
      case 'MULTI_CHOICE':
        return levels.map(
          (level) =>
            [`'${level.code}' in answer('${question.code}')`, `${name}: ${localize(level.label, locale)}`] as const,
        );
      case 'GRID':
        return (question.rows ?? []).flatMap((row) =>
          (question.columns ?? []).map((column) => {
            const cell = cellCode(question.code, row.code, column.code);
            return [
              `answered('${cell}')`,
              `${name}: ${localize(row.text, locale)} – ${localize(column.text, locale)}`,
            ] as const;
          }),
        );
      case 'NUMBER':
      case 'TEXT':
        return [[`answered('${question.code}')`, `${name}: …`] as const];
    }
  });
}
