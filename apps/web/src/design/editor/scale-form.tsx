import { DesignScalesDocument } from '@reflexbogen/client';
import { localize, type Scale } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOperation } from '../../service/use-operation.js';
import { Button } from '../../ui/button.js';
import { removeScale, renameScale, updateScale, usersOf } from '../document/edits.js';
import { editorAddress } from '../document/places.js';
import { scaleOfLibrary } from '../scales/library-scale.js';
import { useSet } from '../set-context.js';
import type { Selection } from './editor-page.js';
import { CodeInput, type PlacedFault } from './inputs.js';
import { ScaleFields } from './scale-fields.js';

/** A scale of the set: its own copy, whatever becomes of the library. */
export function ScaleForm({
  scale,
  faults,
  onChoose,
}: {
  readonly scale: Scale;
  readonly faults: readonly PlacedFault[];
  readonly onChoose: (next: Selection | null, focus?: boolean) => void;
}) {
  const { t } = useTranslation('design');
  const { session, draft, locale, isEditable, announce } = useSet();
  const { data } = useOperation(DesignScalesDocument, {}, { enabled: isEditable });
  const users = usersOf(draft.document, scale.code);
  const change = (edit: (scale: Scale) => Scale, of?: string): void =>
    session.edit(
      (document) => updateScale(document, scale.code, edit),
      of === undefined ? undefined : `scale ${scale.code} ${of}`,
    );
  return (
    <>
      <h2 className="kern-heading-medium" tabIndex={-1}>
        {t('scaleTitle', { code: scale.code })}
      </h2>
      <p className="kern-body">
        {users.length === 0 ? t('unusedScale') : t('usedBy')}{' '}
        {users.map((code, index) => (
          <span key={code}>
            {index > 0 && ', '}
            <Link className="kern-link" to={editorAddress(draft.set.id, { kind: 'question', code, field: ['top'] })}>
              {code}
            </Link>
          </span>
        ))}
      </p>
      {isEditable && (
        <div className="design-acts">
          <Button
            small
            icon="delete"
            disabled={users.length > 0}
            onClick={() => {
              session.edit((document) => removeScale(document, scale.code));
              announce(t('removed.scale'));
              onChoose(null);
            }}
          >
            {t('removeScale')}
          </Button>
          {data !== undefined && data.sharedScales.length > 0 && (
            <label className="design-move">
              <span>{t('fromLibrary')}</span>
              <select
                value=""
                onChange={({ target }) => {
                  const shared = data.sharedScales.find((one) => one.scale.code === target.value);
                  if (shared !== undefined) change(() => ({ ...scaleOfLibrary(shared.scale), code: scale.code }));
                }}
              >
                <option value="">{t('choose')}</option>
                {data.sharedScales.map((shared) => (
                  <option key={shared.scale.code} value={shared.scale.code}>
                    {shared.scale.code}:{' '}
                    {scaleOfLibrary(shared.scale)
                      .levels.map(({ label }) => localize(label, locale))
                      .join(' · ')}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      <CodeInput
        label={t('code')}
        field={['code']}
        faults={faults}
        isReadOnly={!isEditable}
        value={scale.code}
        onChange={(to) => {
          session.edit((document) => renameScale(document, scale.code, to));
          onChoose({ kind: 'scale', code: to }, false);
        }}
      />
      <ScaleFields
        scale={scale}
        faults={faults}
        isReadOnly={!isEditable}
        locale={locale}
        announce={announce}
        onChange={change}
      />
    </>
  );
}
