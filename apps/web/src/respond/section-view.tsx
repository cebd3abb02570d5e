import { UpdateSheetSectionDocument } from '@reflexbogen/client';
import type { SheetData, SheetSectionData, SheetSession } from '@reflexbogen/client/sheet';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { client } from '../service/client.js';
import { demanded } from '../service/refusal.js';
import { OperationError } from '../shell/error-page.js';
import { Button } from '../ui/button.js';
import { focusQuestion, questionId } from './focus.js';
import { GridStack } from './grid-stack.js';
import { GridView } from './grid-view.js';
import { partsOf, type AskedGrid } from './grids.js';
import { QuestionView } from './question-view.js';
import { REVIEW } from './sections.js';
import { useIsWide } from './use-is-wide.js';
import { usePart } from './use-sheet.js';

/** The questions of a section that are asked now; what they ask changes with the answers. */
export function SectionView({
  session,
  sheet,
  section,
  departmentName,
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly sheet: SheetData;
  readonly section: SheetSectionData;
  readonly departmentName: (code: string) => string;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const visible = usePart(session, (snapshot) => snapshot.visible);
  const parts = useMemo(
    () =>
      partsOf(
        sheet,
        section.questions.filter(({ question }) => visible.has(question.code)),
      ),
    [sheet, section, visible],
  );
  const [error, setError] = useState<unknown>(null);
  const heading = useHeading(section.code, visible);
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
      <h2 className="kern-heading-medium" ref={heading} tabIndex={-1}>
        {section.title}
      </h2>
      {section.work.department && (
        <p className="kern-hint">{t('sectionOf', { department: departmentName(section.work.department) })}</p>
      )}
      {parts.map((part) =>
        'question' in part ? (
          <QuestionView
            key={part.question.question.code}
            session={session}
            asked={part.question}
            isReadOnly={isReadOnly}
          />
        ) : (
          <Grid key={part.grid.code} session={session} grid={part.grid} isReadOnly={isReadOnly} />
        ),
      )}
      {error !== null && <OperationError error={error} />}
      <div className="respond-foot">
        {!isReadOnly && (
          <Button onClick={() => void mark().then(() => setError(null), setError)}>
            {section.work.doneAt ? t('markOpen') : t('markDone')}
          </Button>
        )}
        <Link className="kern-btn kern-btn--primary" to={`?section=${encodeURIComponent(next?.code ?? REVIEW)}`}>
          <span className="kern-label">{next ? t('next', { section: next.title }) : t('review')}</span>
        </Link>
      </div>
    </>
  );
}

/**
 * Going to another section begins at its heading, going to a question (`#question-…`, from the list of what is open) at its
 * input. Where the page opens, the focus stays where browsers begin.
 */
function useHeading(section: string, visible: ReadonlySet<string>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash, key } = useLocation();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const before = seen.current;
    seen.current = key;
    if (before === key) return;
    const question = [...visible].find((code) => hash === `#${questionId(code)}`);
    if (question !== undefined) focusQuestion(question);
    else if (key !== 'default') heading.current?.focus();
  }, [section, hash, key, visible]);
  return heading;
}

/** A table where there is room for one; else its cells one below the other. */
function Grid({
  session,
  grid,
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly grid: AskedGrid;
  readonly isReadOnly: boolean;
}) {
  const View = useIsWide() ? GridView : GridStack;
  return <View session={session} grid={grid} isReadOnly={isReadOnly} />;
}
