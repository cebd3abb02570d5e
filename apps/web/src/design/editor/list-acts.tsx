import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';

/** Up, down and away, for an entry of a list. @param name of the entry, for screen readers */
export function ListActs({
  name,
  index,
  count,
  onMove,
  onRemove,
}: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { t } = useTranslation('design');
  return (
    <div className="design-acts">
      <Button
        small
        kind="tertiary"
        icon="arrow-up"
        disabled={index === 0}
        aria-label={`${t('up')}: ${name}`}
        onClick={() => onMove(-1)}
      >
        {''}
      </Button>
      <Button
        small
        kind="tertiary"
        icon="arrow-down"
        disabled={index === count - 1}
        aria-label={`${t('down')}: ${name}`}
        onClick={() => onMove(1)}
      >
        {''}
      </Button>
      {onRemove !== null && (
        <Button small kind="tertiary" icon="delete" aria-label={`${t('remove')}: ${name}`} onClick={onRemove}>
          {''}
        </Button>
      )}
    </div>
  );
}
