import { useTranslation } from 'react-i18next';
import { translated, without } from '../document/list-edits.js';
import { ChoiceInput, FigureInput, LineInput } from './inputs.js';
import type { QuestionFieldsProps } from './question-form.js';

/** Unit, range, decimals, and which changes count as none. */
export function NumberFields({ question, faults, isReadOnly, locale, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('design');
  const shared = { faults, isReadOnly };
  const { tolerance } = question;
  const kind = tolerance === undefined ? '' : 'absolute' in tolerance ? 'absolute' : 'percent';
  const amount = tolerance === undefined ? undefined : 'absolute' in tolerance ? tolerance.absolute : tolerance.percent;
  return (
    <fieldset className="design-group">
      <legend>{t('numberFields')}</legend>
      <LineInput
        {...shared}
        label={t('unit', { locale })}
        field={['unit', locale]}
        value={question.unit?.[locale] ?? ''}
        onChange={(words) =>
          onChange((now) => {
            const unit = translated(now.unit, locale, words);
            return Object.keys(unit).length === 0 ? without(now, 'unit') : { ...now, unit };
          }, `unit ${locale}`)
        }
      />
      <div className="design-pair">
        {(['min', 'max', 'decimals'] as const).map((field) => (
          <FigureInput
            key={field}
            {...shared}
            label={t(field)}
            field={[field]}
            value={question[field]}
            onChange={(figure) =>
              onChange((now) => (figure === undefined ? without(now, field) : { ...now, [field]: figure }), field)
            }
          />
        ))}
      </div>
      <div className="design-pair">
        <ChoiceInput
          {...shared}
          label={t('tolerance')}
          hint={t('toleranceHint')}
          field={['tolerance']}
          value={kind}
          options={[
            ['', t('toleranceNone')],
            ['absolute', t('toleranceAbsolute')],
            ['percent', t('tolerancePercent')],
          ]}
          onChange={(next) =>
            onChange((now) =>
              next === ''
                ? without(now, 'tolerance')
                : { ...now, tolerance: next === 'absolute' ? { absolute: amount ?? 0 } : { percent: amount ?? 0 } },
            )
          }
        />
        {kind !== '' && (
          <FigureInput
            {...shared}
            label={t('toleranceAmount')}
            field={['tolerance', kind]}
            value={amount}
            onChange={(figure) =>
              onChange(
                (now) => ({
                  ...now,
                  tolerance: kind === 'absolute' ? { absolute: figure ?? 0 } : { percent: figure ?? 0 },
                }),
                'tolerance',
              )
            }
          />
        )}
      </div>
    </fieldset>
  );
}
