import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';

interface ReportChoiceProps {
  readonly legend: string;
  readonly part: string;
  readonly entries: readonly { readonly key: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What a report is made of, to tick, and to move up: the report has the order of the ticks. */
export function ReportChoice({ legend, part, entries, chosen, onChange }: ReportChoiceProps) {
  const { t } = useTranslation('analyse');
  const toggle = (key: string): void =>
    onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  const moveUp = (key: string): void => {
    const at = chosen.indexOf(key);
    const others = chosen.filter((one) => one !== key);
    onChange([...others.slice(0, at - 1), key, ...others.slice(at - 1)]);
  };
  return (
    <fieldset className="kern-fieldset">
      <legend className="kern-label">{legend}</legend>
      <div className="kern-fieldset__body analyse-entries">
        {entries.map(({ key, label }) => {
          const at = chosen.indexOf(key);
          return (
            <div key={key} className="kern-form-check">
              <input
                className="kern-form-check__checkbox"
                type="checkbox"
                id={`${part}-${key}`}
                checked={at >= 0}
                onChange={() => toggle(key)}
              />
              <label className="kern-label" htmlFor={`${part}-${key}`}>
                {at >= 0 ? `${label} [${at + 1}]` : label}
              </label>
              {at > 0 && (
                <Button small kind="tertiary" aria-label={`${t('moveUp')}: ${label}`} onClick={() => moveUp(key)}>
                  {t('moveUp')}
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
