import type { AnswerValueInput } from '@reflexbogen/client';
import type { SheetQuestionData } from '@reflexbogen/client/sheet';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';

type Question = SheetQuestionData['question'];

export interface InputProps {
  readonly question: Question;
  readonly value: AnswerValueInput | null;
  readonly isReadOnly: boolean;
  /** Ids of what names and describes the group. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly onChange: (value: AnswerValueInput | null) => void;
}

const levelOf = (value: AnswerValueInput | null): string | null =>
  value !== null && 'level' in value ? (value.level ?? null) : null;
const missingOf = (value: AnswerValueInput | null): string | null =>
  value !== null && 'missing' in value ? (value.missing ?? null) : null;

/** The input that fits the type of a question, and the reasons for giving no answer that the question offers. */
export function AnswerInput(props: InputProps) {
  const { question } = props;
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE':
    case 'GRID':
      return <Choices {...props} />;
    case 'BOOLEAN':
      return <YesNo {...props} />;
    case 'MULTI_CHOICE':
      return <ManyChoices {...props} />;
    case 'NUMBER':
      return (
        <>
          <NumberInput {...props} />
          <Missing {...props} />
        </>
      );
    case 'TEXT':
      return (
        <>
          <TextInput {...props} />
          <Missing {...props} />
        </>
      );
  }
}

interface Option {
  readonly key: string;
  readonly label: string;
  readonly value: AnswerValueInput;
  readonly isChosen: boolean;
}

function Radios({
  question,
  options,
  isReadOnly,
  labelledBy,
  describedBy,
  onChange,
}: InputProps & { readonly options: readonly Option[] }) {
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy} className="respond-options">
      {options.map(({ key, label, value, isChosen }) => (
        <label key={key} className="respond-option">
          <input
            type="radio"
            className="kern-form-check__radio"
            name={question.code}
            checked={isChosen}
            disabled={isReadOnly}
            onChange={() => onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

const missingOptions = ({ question, value }: InputProps): readonly Option[] =>
  (question.scale?.missing ?? []).map(({ code, label }) => ({
    key: `missing ${code}`,
    label,
    value: { missing: code },
    isChosen: missingOf(value) === code,
  }));

function Choices(props: InputProps) {
  const { question, value } = props;
  const options = (question.scale?.levels ?? [])
    .filter(({ archived, code }) => !archived || levelOf(value) === code)
    .map(({ code, label }) => ({ key: code, label, value: { level: code }, isChosen: levelOf(value) === code }));
  return <Radios {...props} options={[...options, ...missingOptions(props)]} />;
}

function YesNo(props: InputProps) {
  const { t } = useTranslation('respond');
  const { value } = props;
  const chosen = value !== null && 'boolean' in value ? value.boolean : null;
  const options = [
    { key: 'true', label: t('yes'), value: { boolean: true }, isChosen: chosen === true },
    { key: 'false', label: t('no'), value: { boolean: false }, isChosen: chosen === false },
  ];
  return <Radios {...props} options={[...options, ...missingOptions(props)]} />;
}

function ManyChoices(props: InputProps) {
  const { question, value, isReadOnly, labelledBy, describedBy, onChange } = props;
  const chosen = value !== null && 'levels' in value ? (value.levels ?? []) : [];
  const levels = question.scale?.levels ?? [];
  const toggle = (code: string, isOn: boolean): void => {
    // In the order of the scale, whatever the order of the clicks.
    const next = levels.map((level) => level.code).filter((one) => (one === code ? isOn : chosen.includes(one)));
    onChange(next.length === 0 ? null : { levels: next });
  };
  return (
    <>
      <div role="group" aria-labelledby={labelledBy} aria-describedby={describedBy} className="respond-options">
        {levels
          .filter(({ archived, code }) => !archived || chosen.includes(code))
          .map(({ code, label }) => (
            <label key={code} className="respond-option">
              <input
                type="checkbox"
                className="kern-form-check__checkbox"
                checked={chosen.includes(code)}
                disabled={isReadOnly}
                onChange={({ target }) => toggle(code, target.checked)}
              />
              <span>{label}</span>
            </label>
          ))}
      </div>
      <Missing {...props} />
    </>
  );
}

function Missing(props: InputProps) {
  const options = missingOptions(props);
  return options.length === 0 ? null : <Radios {...props} options={options} />;
}

function NumberInput({ question, value, isReadOnly, labelledBy, describedBy, onChange }: InputProps) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  const number = value !== null && 'number' in value ? (value.number ?? null) : null;
  const shown = number === null ? '' : language === 'de' ? String(number).replace('.', ',') : String(number);
  // What is typed stays as it is typed, as long as it says the same number.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && (numberOf(typed) === number || numberOf(typed) === undefined) ? typed : shown;
  const isWrong = numberOf(text) === undefined;
  const hint = `${labelledBy}-number`;
  const wrong = `${labelledBy}-wrong`;
  const { min, max, unit } = question;
  const range = min != null || max != null ? ` (${min ?? '…'} – ${max ?? '…'})` : '';
  return (
    <div className={isWrong ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <div className="kern-hint" id={hint}>
        {t('numberHint', { range, unit: unit ? `, ${unit}` : '' })}
      </div>
      <input
        className="kern-form-input__input respond-number"
        inputMode="decimal"
        aria-labelledby={labelledBy}
        aria-describedby={[isWrong && wrong, hint, describedBy].filter(Boolean).join(' ')}
        aria-invalid={isWrong || undefined}
        readOnly={isReadOnly}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value);
          const parsed = numberOf(target.value);
          if (parsed === null) onChange(null);
          else if (parsed !== undefined) onChange({ number: parsed });
        }}
      />
      {isWrong && (
        <p className="kern-error" id={wrong} role="alert">
          <span className="kern-icon kern-icon--danger" aria-hidden="true" />
          <span className="kern-body">{t('numberWrong')}</span>
        </p>
      )}
    </div>
  );
}

/** A number as it is written in German or English; null for nothing, undefined for what is none. */
function numberOf(text: string): number | null | undefined {
  const trimmed = text.trim().replaceAll(/\s/g, '');
  if (trimmed === '') return null;
  return /^[-+]?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}

function TextInput({ value, isReadOnly, labelledBy, describedBy, onChange }: InputProps) {
  const text = value !== null && 'text' in value ? (value.text ?? '') : '';
  return (
    <div className="kern-form-input">
      <textarea
        className="kern-form-input__input respond-text"
        rows={4}
        maxLength={10_000}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        readOnly={isReadOnly}
        value={text}
        onChange={({ target }) => onChange(target.value === '' ? null : { text: target.value })}
      />
    </div>
  );
}
