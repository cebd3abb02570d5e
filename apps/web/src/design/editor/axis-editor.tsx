import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { freeCode, moved, removedAt, replaced, translated } from '../document/list-edits.js';
import { useSet } from '../set-context.js';
import { CodeInput, LineInput } from './inputs.js';
import { ListActs } from './list-acts.js';
import type { QuestionFieldsProps } from './question-form.js';

/** Rows or columns of a grid: one question a cell. */
export function AxisEditor({
  question,
  faults,
  isReadOnly,
  locale,
  onChange,
  axis,
}: QuestionFieldsProps & { readonly axis: 'rows' | 'columns' }) {
  const { t } = useTranslation('design');
  const { announce } = useSet();
  const items = question[axis] ?? [];
  const set = (change: (items: NonNullable<typeof question.rows>) => typeof items, of?: string): void =>
    onChange((now) => ({ ...now, [axis]: change(now[axis] ?? []) }), of);
  return (
    <fieldset className="design-group">
      <legend>{t(axis)}</legend>
      <ol className="design-list">
        {items.map((item, index) => (
          <li key={item.code} className="design-list__item">
            <CodeInput
              label={t('code')}
              field={[axis, index, 'code']}
              faults={faults}
              isReadOnly={isReadOnly}
              value={item.code}
              onChange={(code) => set((list) => replaced(list, index, { ...item, code }))}
            />
            <LineInput
              label={t('heading', { locale })}
              field={[axis, index, 'text', locale]}
              faults={faults}
              isReadOnly={isReadOnly}
              value={item.text[locale] ?? ''}
              onChange={(words) =>
                set(
                  (list) => replaced(list, index, { ...item, text: translated(item.text, locale, words) }),
                  `${axis} ${index} ${locale}`,
                )
              }
            />
            {!isReadOnly && (
              <ListActs
                name={item.code}
                index={index}
                count={items.length}
                onMove={(by) => {
                  set((list) => moved(list, index, by));
                  announce(t('movedEntry', { entry: item.code, position: index + by + 1, count: items.length }));
                }}
                onRemove={() => set((list) => removedAt(list, index))}
              />
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <Button
          small
          icon="add"
          onClick={() =>
            set((list) => [
              ...list,
              {
                code: freeCode(
                  axis === 'rows' ? 'row' : 'column',
                  list.map(({ code }) => code),
                ),
                text: { [locale]: t(axis === 'rows' ? 'newRow' : 'newColumn') },
              },
            ])
          }
        >
          {t(axis === 'rows' ? 'addRow' : 'addColumn')}
        </Button>
      )}
    </fieldset>
  );
}
