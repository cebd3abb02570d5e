import { DesignScalesDocument, SaveLibraryScaleDocument } from '@reflexbogen/client';
import { localize, type Scale } from '@reflexbogen/client/design';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { instantText } from '../../respond/instants.js';
import { client } from '../../service/client.js';
import { queryClient } from '../../service/query-client.js';
import { demanded } from '../../service/refusal.js';
import { nameOf, useOperation } from '../../service/use-operation.js';
import { OperationError } from '../../shell/error-page.js';
import { useLanguage } from '../../text/use-language.js';
import { Button } from '../../ui/button.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { scaleInput } from '../document/document-input.js';
import { freeCode } from '../document/list-edits.js';
import { CodeInput } from '../editor/inputs.js';
import { ScaleFields } from '../editor/scale-fields.js';
import { scaleOfLibrary } from './library-scale.js';

/** The library of scales that all templates share; question sets own copies of them. */
export function ScalesPage() {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const { data, error } = useOperation(DesignScalesDocument, {});
  const [added, setAdded] = useState<readonly Scale[]>([]);
  if (error) return <OperationError error={error} />;
  if (data === undefined) return <Loading />;
  const known = data.sharedScales.map((shared) => shared.scale.code);
  return (
    <Page title={t('library')} intro={t('libraryIntro')} wide>
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      {data.sharedScales.length === 0 && <p className="kern-body">{t('libraryEmpty')}</p>}
      {data.sharedScales.map((shared) => (
        <LibraryScale
          key={`${shared.scale.code} ${shared.revision}`}
          scale={scaleOfLibrary(shared.scale)}
          revision={shared.revision}
          note={t('savedBy', { at: instantText(shared.savedAt, locale), by: shared.savedByName })}
        />
      ))}
      {added
        .filter(({ code }) => !known.includes(code))
        .map((scale) => (
          <LibraryScale
            key={scale.code}
            scale={scale}
            revision={0}
            note={t('notSavedYet')}
            onSaved={(code) => setAdded(added.filter((one) => one !== scale && one.code !== code))}
          />
        ))}
      <Button
        icon="add"
        onClick={() =>
          setAdded([
            ...added,
            {
              code: freeCode('scale', [...known, ...added.map(({ code }) => code)]),
              ordered: true,
              polarity: 'NEUTRAL',
              levels: [
                { code: '1', label: { [locale]: t('newLevelLow') } },
                { code: '2', label: { [locale]: t('newLevelHigh') } },
              ],
              boxes: {},
              missing: [],
            },
          ])
        }
      >
        {t('addScale')}
      </Button>
    </Page>
  );
}

function LibraryScale({
  scale: stored,
  revision,
  note,
  onSaved,
}: {
  readonly scale: Scale;
  readonly revision: number;
  readonly note: string;
  readonly onSaved?: (code: string) => void;
}) {
  const { t } = useTranslation('design');
  const locale = useLanguage();
  const [scale, setScale] = useState(stored);
  const [failure, setFailure] = useState<unknown>(null);
  const [said, announce] = useState('');
  const save = async (): Promise<void> => {
    setFailure(null);
    const { saveSharedScale } = await client.request(SaveLibraryScaleDocument, {
      input: { revision, scale: scaleInput(scale) },
    });
    if (saveSharedScale.errors.length > 0) demanded(null, saveSharedScale.errors);
    await queryClient.invalidateQueries({ queryKey: [nameOf(DesignScalesDocument)] });
    onSaved?.(scale.code);
  };
  return (
    <details className="design-more design-library" open={revision === 0 || undefined}>
      <summary>
        <strong>{scale.code}</strong>: {scale.levels.map(({ label }) => localize(label, locale)).join(' · ')}
      </summary>
      <p className="kern-hint">{note}</p>
      {revision === 0 && (
        <CodeInput
          label={t('code')}
          field={['code']}
          faults={[]}
          isReadOnly={false}
          value={scale.code}
          onChange={(code) => setScale({ ...scale, code })}
        />
      )}
      <ScaleFields
        scale={scale}
        faults={[]}
        isReadOnly={false}
        locale={locale}
        announce={announce}
        onChange={(change) => setScale(change)}
      />
      <p className="kern-sr-only" role="status">
        {said}
      </p>
      <Button kind="primary" disabled={scale === stored && revision > 0} onClick={() => void save().catch(setFailure)}>
        {t('saveScale', { code: scale.code })}
      </Button>
      {failure !== null && <OperationError error={failure} />}
    </details>
  );
}
