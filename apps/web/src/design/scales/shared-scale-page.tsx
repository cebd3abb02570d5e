import { DesignScalesDocument } from '@reflexbogen/client';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { queryClient } from '../../service/query-client.js';
import { nameOf } from '../../service/use-operation.js';
import { NotFoundPage } from '../../shell/error-page.js';
import { DesignError } from '../design-error.js';
import { LANGUAGES } from '../../text/languages.js';
import { useLanguage } from '../../text/use-language.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { useAnnouncement } from '../../ui/use-announcement.js';
import { updateScale } from '../document/edits.js';
import { placeOfPath } from '../document/places.js';
import { localesOf } from '../document/texts.js';
import { DraftBar } from '../draft/draft-bar.js';
import type { DraftSession, StoredDraft } from '../draft/draft-session.js';
import { HalfTypedProvider } from '../draft/half-typed.js';
import { useDraftKeys } from '../draft/use-draft-keys.js';
import { useDraft, useDraftSession } from '../draft/use-draft.js';
import { CodeInput, type PlacedFault } from '../editor/inputs.js';
import { LocaleChoice } from '../editor/locale-choice.js';
import { ScaleFields } from '../editor/scale-fields.js';
import { useFieldFocus } from '../editor/use-field-focus.js';
import { NEW_SCALE, scaleService } from './scale-service.js';

/** One scale of the library: edited, kept, merged and saved as a question set is. */
export function SharedScalePage() {
  const { code = NEW_SCALE } = useParams();
  const { session, error } = useDraftSession(code, scaleService, `scale ${encodeURIComponent(code)}`);
  if (error !== null) return <DesignError error={error} />;
  if (session === undefined) return <Loading />;
  return session === null ? <NotFoundPage /> : <OpenScale session={session} code={code} />;
}

function OpenScale({ session, code }: { readonly session: DraftSession<StoredDraft>; readonly code: string }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const draft = useDraft(session);
  const [said, announce] = useAnnouncement();
  const [chosen, chooseLocale] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const { document, set, typed } = draft;
  useDraftKeys(session);
  useFieldFocus(form, code, parameters.get('field'));
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: [nameOf(DesignScalesDocument)] });
    // What was new has an address now.
    if (set.id !== code) void navigate(`/design/scales/edit/${encodeURIComponent(set.id)}`, { replace: true });
  }, [set.id, set.version, code, navigate]);
  const [scale] = document.scales;
  if (scale === undefined) return <NotFoundPage />;
  const locales = localesOf(document, LANGUAGES);
  const faults: readonly PlacedFault[] = draft.faults.map((fault) => ({
    field: placeOfPath(document, fault.path).field,
    fault,
  }));
  return (
    <Page title={code === NEW_SCALE ? t('newScale') : t('scaleTitle', { code })} wide>
      <Link className="kern-link" to="/design/scales">
        {t('library')}
      </Link>
      <DraftBar
        session={session}
        addressOf={({ field }) => `?${new URLSearchParams({ field: field.join('.') }).toString()}`}
      />
      <p className="kern-sr-only" role="status">
        {said}
      </p>
      <div className="design-form design-scale" ref={form}>
        <LocaleChoice locales={locales} locale={chosen ?? language} onChoose={chooseLocale} />
        <HalfTypedProvider value={{ of: 'scale', typed, type: session.type }}>
          {code === NEW_SCALE && (
            <CodeInput
              label={t('code')}
              hint={t('scaleCodeHint')}
              field={['code']}
              faults={faults}
              isReadOnly={false}
              value={scale.code}
              onChange={(to) => session.edit((now) => updateScale(now, scale.code, (one) => ({ ...one, code: to })))}
            />
          )}
          <ScaleFields
            scale={scale}
            faults={faults}
            isReadOnly={false}
            locale={chosen ?? language}
            announce={announce}
            onChange={(change, of) => session.edit((now) => updateScale(now, scale.code, change), of)}
          />
        </HalfTypedProvider>
      </div>
    </Page>
  );
}
