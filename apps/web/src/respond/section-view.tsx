import { UpdateSheetSectionDocument } from '@reflexbogen/client';
import type { SheetData, SheetSectionData, SheetSession } from '@reflexbogen/client/sheet';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client } from '../service/client.js';
import { demanded } from '../service/refusal.js';
import { OperationError } from '../shell/error-page.js';
import { Button } from '../ui/button.js';
import { QuestionView } from './question-view.js';
import { REVIEW } from './sheet-page.js';
import { usePart } from './use-sheet.js';

/** The questions of a section that are asked now; what they ask changes with the answers. */
export function SectionView({
  session,
  sheet,
  section,
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly sheet: SheetData;
  readonly section: SheetSectionData;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const visible = usePart(session, (snapshot) => snapshot.visible);
  const [error, setError] = useState<unknown>(null);
  const next = sheet.sections[sheet.sections.indexOf(section) + 1];
  const mark = async (): Promise<void> => {
    const { updateSection } = await client.request(UpdateSheetSectionDocument, {
      input: {
        response: sheet.response.id,
        section: section.code,
        done: section.work.doneAt === null || section.work.doneAt === undefined,
        basedOnRevision: section.work.revision,
      },
    });
    demanded(updateSection.errors.length === 0 ? true : null, updateSection.errors);
    await session.reload();
  };
  return (
    <>
      <h2 className="kern-heading-medium">{section.title}</h2>
      {section.questions
        .filter(({ question }) => visible.has(question.code))
        .map((asked) => (
          <QuestionView key={asked.question.code} session={session} asked={asked} isReadOnly={isReadOnly} />
        ))}
      {error !== null && <OperationError error={error} />}
      <div className="respond-foot">
        {!isReadOnly && (
          <Button onClick={() => void mark().then(() => setError(null), setError)}>
            {section.work.doneAt ? t('markOpen') : t('markDone')}
          </Button>
        )}
        <Link
          className="kern-btn kern-btn--primary"
          to={`?section=${encodeURIComponent(next?.code ?? REVIEW)}`}
          onClick={() => window.scrollTo({ top: 0 })}
        >
          <span className="kern-label">{next ? t('next', { section: next.title }) : t('review')}</span>
        </Link>
      </div>
    </>
  );
}
