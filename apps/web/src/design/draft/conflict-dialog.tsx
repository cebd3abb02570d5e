import type { Dispute, Whose } from '@reflexbogen/client/design';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useFieldName } from '../field-name.js';
import { valueText } from '../value-text.js';
import type { DraftSession, StoredDraft } from './draft-session.js';

/** Both values of everything that two designers have left in two ways; each is decided, then the whole is saved. */
export function ConflictDialog<S extends StoredDraft>({
  session,
  disputes,
  onClose,
}: {
  readonly session: DraftSession<S>;
  readonly disputes: readonly Dispute[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('design');
  const fieldName = useFieldName();
  const words = { yes: t('yes'), no: t('no') };
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Whose>>(new Map());
  const isDecided = disputes.every(({ id }) => decisions.has(id));
  return (
    <Dialog
      title={t('conflictTitle')}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          disabled={!isDecided}
          onClick={() => {
            void session.resolve((dispute) => decisions.get(dispute) ?? 'THEIRS');
            onClose();
          }}
        >
          {t('decideAndSave')}
        </Button>
      }
    >
      <p className="kern-body">{t('conflictText')}</p>
      {disputes.map((dispute) => (
        <fieldset key={dispute.id} className="design-dispute">
          <legend>{fieldName(dispute.path)}</legend>
          <p className="kern-hint">
            {t('before')}: {valueText(dispute.base, { ...words, nothing: t('notThere') })}
          </p>
          {(['MINE', 'THEIRS'] as const).map((whose) => (
            <label key={whose} className="design-tick">
              <input
                type="radio"
                className="kern-form-check__radio"
                name={dispute.id}
                checked={decisions.get(dispute.id) === whose}
                onChange={() => setDecisions(new Map(decisions).set(dispute.id, whose))}
              />
              <span>
                <strong>{t(whose === 'MINE' ? 'mine' : 'theirs')}:</strong>{' '}
                {valueText(whose === 'MINE' ? dispute.mine : dispute.theirs, { ...words, nothing: t('deleted') })}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
