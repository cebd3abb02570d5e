import type { QuestionSetFault } from '@reflexbogen/client/design';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.js';
import { fieldId } from '../document/places.js';
import { useHalfTyped } from '../draft/half-typed.js';
import { FaultText } from '../fault-text.js';

interface InputOf<Value> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Keys within the section, question or scale. */
  readonly field: readonly (string | number)[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** All of the thing; those of this field are shown. */
  readonly faults: readonly PlacedFault[];
  readonly isReadOnly: boolean;
}

/** A fault of a section, question or scale, by its field within it. */
export interface PlacedFault {
  readonly field: readonly string[];
  readonly fault: QuestionSetFault;
}

/** Faults of a field: of itself, of what lies within it, and of what it is a language of. */
const faultsOf = (faults: readonly PlacedFault[], field: readonly (string | number)[]): readonly QuestionSetFault[] => {
  const own = field.join('.');
  return faults
    .filter(({ field: at }) => {
      const place = at.join('.');
      return (
        place === own ||
        place.startsWith(`${own}.`) ||
        (place !== '' && LANGUAGE_OF.test(own.slice(place.length)) && own.startsWith(`${place}.`))
      );
    })
    .map(({ fault }) => fault);
};
const LANGUAGE_OF = /^\.[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** What is wrong with a field; null where nothing is. */
function errorOf(faults: readonly PlacedFault[], field: readonly (string | number)[]): ReactNode {
  const own = faultsOf(faults, field);
  return own.length === 0
    ? null
    : own.map((fault, index) => (
        <Fragment key={`${fault.code} ${fault.path.join('.')}`}>
          {index > 0 && ' '}
          <FaultText fault={fault} />
        </Fragment>
      ));
}

/** A line or a few of text; grows with what is written. */
export function WordsInput({
  label,
  hint,
  field,
  value,
  onChange,
  faults,
  isReadOnly,
  lines = 1,
  lang,
}: InputOf<string> & { readonly lines?: number; readonly lang?: string }) {
  const error = errorOf(faults, field);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          data-field={fieldId(field)}
          className="kern-form-input__input design-words-input"
          rows={Math.max(lines, value.split('\n').length, Math.ceil(value.length / 70))}
          maxLength={10_000}
          lang={lang}
          readOnly={isReadOnly}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A rule or another text of one line, as it is typed. */
export function LineInput({
  label,
  hint,
  field,
  value,
  onChange,
  faults,
  isReadOnly,
  isCode = false,
  error: own,
}: InputOf<string> & { readonly isCode?: boolean; readonly error?: string }) {
  const found = errorOf(faults, field);
  const error = own ?? found;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          data-field={fieldId(field)}
          className={isCode ? 'kern-form-input__input design-code-input' : 'kern-form-input__input'}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={!isCode}
          readOnly={isReadOnly}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A code: taken over when the field is left, since everything else is known by it. Until then it is kept as it is typed. */
export function CodeInput({ value, onChange, hint, ...rest }: InputOf<string>) {
  const { t } = useTranslation('design');
  const [typed, type] = useHalfTyped(rest.field, value);
  const [hasFocus, setFocus] = useState(false);
  const take = (): void => {
    if (typed === null) return;
    const code = typed.trim();
    type(null);
    if (code !== '' && code !== value) onChange(code);
  };
  return (
    <div
      onFocus={() => setFocus(true)}
      onBlur={() => {
        setFocus(false);
        take();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') type(null);
      }}
    >
      <LineInput
        {...rest}
        isCode
        hint={typed !== null && !hasFocus ? t('notTaken') : hint}
        value={typed ?? value}
        onChange={type}
      />
    </div>
  );
}

export function ChoiceInput<Value extends string>({
  label,
  hint,
  field,
  value,
  options,
  onChange,
  faults,
  isReadOnly,
}: InputOf<Value> & { readonly options: readonly (readonly [Value, string])[] }) {
  const error = errorOf(faults, field);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="kern-form-input__select-wrapper">
          <select
            {...ids}
            data-field={fieldId(field)}
            className="kern-form-input__select"
            disabled={isReadOnly}
            value={value}
            onChange={({ target }) => {
              const chosen = options.find(([one]) => one === target.value);
              if (chosen !== undefined) onChange(chosen[0]);
            }}
          >
            {options.map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

export function TickInput({ label, value, onChange, isReadOnly, field }: Omit<InputOf<boolean>, 'faults' | 'hint'>) {
  return (
    <label className="design-tick">
      <input
        type="checkbox"
        className="kern-form-check__checkbox"
        data-field={fieldId(field)}
        checked={value}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** A number as it is written in German or English; undefined for nothing. What is no number stays in the field, and says so. */
export function FigureInput({ field, value, onChange, ...rest }: InputOf<number | undefined>) {
  const { t } = useTranslation('design');
  const shown = value === undefined ? '' : String(value);
  const [typed, type] = useHalfTyped(field, shown);
  const isFigure = typed === null || figureOf(typed) !== null;
  return (
    <div onBlur={() => isFigure && typed !== null && type(null)}>
      <LineInput
        {...rest}
        field={field}
        {...(isFigure ? {} : { error: t('noFigure') })}
        value={typed ?? shown}
        onChange={(text) => {
          const figure = figureOf(text);
          type(text, figure === null ? shown : String(figure ?? ''));
          if (figure !== null) onChange(figure);
        }}
      />
    </div>
  );
}

const figureOf = (text: string): number | undefined | null => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[-+]?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
};
