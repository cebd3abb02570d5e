import { instantsOf, STUDY_ZONE } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { isTime, type RoundTime } from './round-time.js';

/** Day and time on the clocks of the study, whatever the browser's are; of an hour that comes twice, which one. */
export function TimeInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: RoundTime;
  readonly onChange: (time: RoundTime) => void;
}) {
  const { t } = useTranslation('design');
  return (
    <div className="stack">
      <Field label={label} hint={t('windowHint', { zone: STUDY_ZONE })} error={isTime(value) ? null : t('noSuchTime')}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            className="kern-form-input__input"
            value={value.wall}
            onChange={({ target }) => onChange({ wall: target.value, isSecond: false })}
          />
        )}
      </Field>
      {instantsOf(value.wall).length > 1 && (
        <SelectField
          label={t('whichHour', { end: label })}
          hint={t('whichHourHint')}
          value={value.isSecond ? 'second' : 'first'}
          onChange={(hour) => onChange({ ...value, isSecond: hour === 'second' })}
        >
          <option value="first">{t('firstHour')}</option>
          <option value="second">{t('secondHour')}</option>
        </SelectField>
      )}
    </div>
  );
}
