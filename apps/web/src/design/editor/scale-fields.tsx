import type { Direction, MissingKind, Scale } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { removeLevel, renameLevel } from '../document/edits.js';
import { freeCode, moved, removedAt, replaced, translated, without } from '../document/list-edits.js';
import { ChoiceInput, CodeInput, LineInput, TickInput, type PlacedFault } from './inputs.js';
import { ListActs } from './list-acts.js';

export interface ScaleFieldsProps {
  readonly scale: Scale;
  readonly faults: readonly PlacedFault[];
  readonly isReadOnly: boolean;
  readonly locale: string;
  readonly announce: (text: string) => void;
  readonly onChange: (change: (scale: Scale) => Scale, of?: string) => void;
}

/** Levels, answers that are no values, boxes and polarity of a scale. */
export function ScaleFields(props: ScaleFieldsProps) {
  const { t } = useTranslation('design');
  const { scale, faults, isReadOnly, onChange } = props;
  return (
    <>
      <TickInput
        label={t('ordered')}
        field={['ordered']}
        isReadOnly={isReadOnly}
        value={scale.ordered}
        onChange={(ordered) => onChange((now) => ({ ...now, ordered }))}
      />
      <ChoiceInput
        label={t('polarity')}
        hint={t('polarityHint')}
        field={['polarity']}
        faults={faults}
        isReadOnly={isReadOnly}
        value={scale.polarity}
        options={(['HIGHER_IS_WORSE', 'HIGHER_IS_BETTER', 'NEUTRAL'] as const).map(
          (polarity) => [polarity, t(`polarities.${polarity}`)] as const,
        )}
        onChange={(polarity) => onChange((now) => ({ ...now, polarity }))}
      />
      <Levels {...props} />
      <Missing {...props} />
      <Boxes {...props} />
    </>
  );
}

const DIRECTIONS: readonly Direction[] = ['INCREASED', 'UNCHANGED', 'DECREASED'];
const KINDS: readonly MissingKind[] = ['DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE'];

function Levels({ scale, faults, isReadOnly, locale, announce, onChange }: ScaleFieldsProps) {
  const { t } = useTranslation('design');
  const { levels } = scale;
  return (
    <fieldset className="design-group">
      <legend>{t('levels')}</legend>
      <ol className="design-list">
        {levels.map((level, index) => (
          <li key={level.code} className="design-list__item">
            <CodeInput
              label={t('code')}
              field={['levels', index, 'code']}
              faults={faults}
              isReadOnly={isReadOnly}
              value={level.code}
              onChange={(code) => onChange((now) => renameLevel(now, index, code))}
            />
            <LineInput
              label={t('levelLabel', { locale })}
              field={['levels', index, 'label', locale]}
              faults={faults}
              isReadOnly={isReadOnly}
              value={level.label[locale] ?? ''}
              onChange={(words) =>
                onChange(
                  (now) => ({
                    ...now,
                    levels: replaced(now.levels, index, { ...level, label: translated(level.label, locale, words) }),
                  }),
                  `level ${index} ${locale}`,
                )
              }
            />
            <ChoiceInput
              label={t('reportsDirection')}
              field={['levels', index, 'direction']}
              faults={faults}
              isReadOnly={isReadOnly}
              value={level.direction ?? ''}
              options={[['', '–'], ...DIRECTIONS.map((one) => [one, t(`directions.${one}`)] as const)]}
              onChange={(direction) =>
                onChange((now) => ({
                  ...now,
                  levels: replaced(
                    now.levels,
                    index,
                    direction === '' ? without(level, 'direction') : { ...level, direction },
                  ),
                }))
              }
            />
            <TickInput
              label={t('archivedLevel')}
              field={['levels', index, 'archived']}
              isReadOnly={isReadOnly}
              value={level.archived ?? false}
              onChange={(archived) =>
                onChange((now) => ({
                  ...now,
                  levels: replaced(now.levels, index, archived ? { ...level, archived } : without(level, 'archived')),
                }))
              }
            />
            {!isReadOnly && (
              <ListActs
                name={level.label[locale] ?? level.code}
                index={index}
                count={levels.length}
                onMove={(by) => {
                  onChange((now) => ({ ...now, levels: moved(now.levels, index, by) }));
                  announce(t('movedEntry', { entry: level.code, position: index + by + 1, count: levels.length }));
                }}
                onRemove={() => onChange((now) => removeLevel(now, index))}
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
            onChange((now) => ({
              ...now,
              levels: [
                ...now.levels,
                { code: freeCode(String(now.levels.length + 1), takenCodes(now)), label: { [locale]: t('newLevel') } },
              ],
            }))
          }
        >
          {t('addLevel')}
        </Button>
      )}
    </fieldset>
  );
}

const takenCodes = ({ levels, missing }: Scale): readonly string[] => [...levels, ...missing].map(({ code }) => code);

function Missing({ scale, faults, isReadOnly, locale, announce, onChange }: ScaleFieldsProps) {
  const { t } = useTranslation('design');
  const set = (change: (missing: Scale['missing']) => Scale['missing'], of?: string): void =>
    onChange((now) => ({ ...now, missing: change(now.missing) }), of);
  return (
    <fieldset className="design-group">
      <legend>{t('missing')}</legend>
      <ol className="design-list">
        {scale.missing.map((missing, index) => (
          <li key={missing.code} className="design-list__item">
            <CodeInput
              label={t('code')}
              field={['missing', index, 'code']}
              faults={faults}
              isReadOnly={isReadOnly}
              value={missing.code}
              onChange={(code) => set((list) => replaced(list, index, { ...missing, code }))}
            />
            <LineInput
              label={t('levelLabel', { locale })}
              field={['missing', index, 'label', locale]}
              faults={faults}
              isReadOnly={isReadOnly}
              value={missing.label[locale] ?? ''}
              onChange={(words) =>
                set(
                  (list) => replaced(list, index, { ...missing, label: translated(missing.label, locale, words) }),
                  `missing ${index} ${locale}`,
                )
              }
            />
            <ChoiceInput
              label={t('missingKind')}
              field={['missing', index, 'kind']}
              faults={faults}
              isReadOnly={isReadOnly}
              value={missing.kind}
              options={KINDS.map((kind) => [kind, t(`kinds.${kind}`)] as const)}
              onChange={(kind) => set((list) => replaced(list, index, { ...missing, kind }))}
            />
            {!isReadOnly && (
              <ListActs
                name={missing.label[locale] ?? missing.code}
                index={index}
                count={scale.missing.length}
                onMove={(by) => {
                  set((list) => moved(list, index, by));
                  announce(
                    t('movedEntry', { entry: missing.code, position: index + by + 1, count: scale.missing.length }),
                  );
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
              { code: freeCode('dk', takenCodes(scale)), kind: 'DONT_KNOW', label: { [locale]: t('kinds.DONT_KNOW') } },
            ])
          }
        >
          {t('addMissing')}
        </Button>
      )}
    </fieldset>
  );
}

function Boxes({ scale, isReadOnly, locale, onChange, faults }: ScaleFieldsProps) {
  const { t } = useTranslation('design');
  const boxes = Object.entries(scale.boxes);
  const set = (next: readonly (readonly [string, readonly string[]])[]): void =>
    onChange((now) => ({ ...now, boxes: Object.fromEntries(next) }));
  return (
    <fieldset className="design-group">
      <legend>{t('boxes')}</legend>
      <p className="kern-hint">{t('boxesHint')}</p>
      <ul className="design-list">
        {boxes.map(([name, codes], index) => (
          <li key={name} className="design-list__item">
            <CodeInput
              label={t('boxName')}
              field={['boxes', name]}
              faults={faults}
              isReadOnly={isReadOnly}
              value={name}
              onChange={(next) => set(replaced(boxes, index, [next, codes]))}
            />
            <div role="group" aria-label={t('levelsOfBox', { name })} className="design-ticks">
              {scale.levels.map((level) => (
                <TickInput
                  key={level.code}
                  label={level.label[locale] ?? level.code}
                  field={['boxes', name, level.code]}
                  isReadOnly={isReadOnly}
                  value={codes.includes(level.code)}
                  onChange={(isIn) =>
                    set(
                      replaced(boxes, index, [
                        name,
                        scale.levels
                          .map(({ code }) => code)
                          .filter((code) => (code === level.code ? isIn : codes.includes(code))),
                      ]),
                    )
                  }
                />
              ))}
            </div>
            {!isReadOnly && (
              <div className="design-acts">
                <Button
                  small
                  kind="tertiary"
                  icon="delete"
                  aria-label={`${t('remove')}: ${name}`}
                  onClick={() => set(removedAt(boxes, index))}
                >
                  {''}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <Button
          small
          icon="add"
          onClick={() =>
            set([
              ...boxes,
              [
                freeCode(
                  'high',
                  boxes.map(([name]) => name),
                ),
                [],
              ],
            ])
          }
        >
          {t('addBox')}
        </Button>
      )}
    </fieldset>
  );
}
