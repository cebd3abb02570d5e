import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';
import { SelectField } from '../ui/select-field.js';
import { askedRounds, type Settled, type SettledState, type Study } from './settled.js';
import type { Choice, ChoiceParts } from './use-choice.js';

interface ControlsProps {
  readonly study: Study;
  readonly choice: Choice;
  readonly settled: Settled;
  readonly children?: ReactNode;
}

/** Which rounds, in which state of the study. */
export function Controls({ study, choice, settled, children }: ControlsProps) {
  const { t } = useTranslation('analyse');
  const { pair, freeze } = settled;
  return (
    <StateControls {...{ study, choice, settled }} kept={pair} more={children}>
      {(['from', 'to'] as const).map((side) => (
        <Select
          key={side}
          label={t(side)}
          value={pair[side]}
          options={askedRounds(study).map((code) => ({ value: code, label: code }))}
          onChange={(code) => choice.change({ ...pair, freeze, [side]: code })}
        />
      ))}
    </StateControls>
  );
}

/** In which state of the study. @param kept what else the address goes on to say */
export function StateControls({
  study,
  choice,
  settled: { freeze, named, excludeCarriedOver },
  kept = {},
  children,
  more,
}: Omit<ControlsProps, 'settled'> & {
  readonly settled: SettledState;
  readonly kept?: ChoiceParts;
  readonly more?: ReactNode;
}) {
  const { t } = useTranslation('analyse');
  const locale = useLanguage();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const whole = { ...kept, freeze };
  return (
    <div className="analyse-controls" role="group" aria-label={t('choice')}>
      {children}
      <Select
        label={t('freeze')}
        value={freeze ?? ''}
        options={[
          ...(named ? [{ value: '', label: t('running') }] : []),
          ...study.freezes.map(({ name, takenAt }) => ({
            value: name,
            label: `${name} (${day.format(new Date(takenAt))})`,
          })),
        ]}
        onChange={(name) => choice.change({ ...whole, freeze: name || null })}
      />
      {more}
      {named && (
        <div className="kern-form-check">
          <input
            className="kern-form-check__checkbox"
            type="checkbox"
            id="analyse-without"
            checked={excludeCarriedOver}
            onChange={({ target }) => choice.change({ ...whole, carriedOver: target.checked ? 'without' : null })}
          />
          <label className="kern-label" htmlFor="analyse-without">
            {t('without')}
          </label>
        </div>
      )}
    </div>
  );
}

export function Select({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}
