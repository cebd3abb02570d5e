import { localize, type QuestionDefinition } from '@reflexbogen/client/design';
import { useMemo, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../ui/button.js';
import { addQuestion, addScale, addSection, placeOf } from '../document/edits.js';
import { newQuestion, newScale, newSection } from '../document/new-things.js';
import { placeOfPath } from '../document/places.js';
import { useSet } from '../set-context.js';
import type { Selection } from './editor-page.js';
import { useMoves } from './use-moves.js';

/** The whole set at a glance: what is chosen is edited beside it. Alt with an arrow moves what has the focus. */
export function Outline({
  selection,
  onChoose,
}: {
  readonly selection: Selection | null;
  readonly onChoose: (next: Selection | null) => void;
}) {
  const { t } = useTranslation('design');
  const { session, draft, locale, isEditable, announce } = useSet();
  const { document, faults, set } = draft;
  const moves = useMoves();
  const [dragged, setDragged] = useState<string | null>(null);
  /** Where it would go: before an entry, or to the end of a section. */
  const [target, setTarget] = useState<string | null>(null);
  const faulty = useMemo(() => {
    const places = new Map<string, number>();
    for (const fault of faults) {
      const { kind, code } = placeOfPath(document, fault.path);
      places.set(`${kind} ${code}`, (places.get(`${kind} ${code}`) ?? 0) + 1);
    }
    return places;
  }, [document, faults]);
  const savedQuestions = useMemo(
    () => new Map(set.document.sections.flatMap(({ questions }) => questions.map((one) => [one.code, one]))),
    [set.document],
  );
  const mark = (kind: Selection['kind'], code: string): string =>
    [
      (faulty.get(`${kind} ${code}`) ?? 0) > 0 && t('hasFaults', { count: faulty.get(`${kind} ${code}`) ?? 0 }),
      kind === 'question' && isUnsaved(savedQuestions.get(code), placeOf(document, code)?.question) && t('unsaved'),
    ]
      .filter(Boolean)
      .join(', ');
  const entry = (kind: Selection['kind'], code: string, text: string) => (
    <Link
      className="design-outline__link"
      to={`?${new URLSearchParams({ [kind]: code, field: 'top' }).toString()}`}
      aria-current={selection?.kind === kind && selection.code === code ? 'true' : undefined}
      aria-keyshortcuts={isEditable && kind !== 'scale' ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
      data-outline={`${kind} ${code}`}
      preventScrollReset
    >
      <span>{text}</span> <span className="design-code">{code}</span>
      {mark(kind, code) !== '' && <span className="design-mark">{mark(kind, code)}</span>}
    </Link>
  );
  const press = (kind: 'section' | 'question', code: string) => (event: KeyboardEvent) => {
    if (!isEditable || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (kind === 'question') moves.question(code, by);
    else moves.section(code, by);
    // The entry is drawn anew in its new place: the keyboard goes with it.
    requestAnimationFrame(() => focusEntry(kind, code));
  };
  const drop = (section: string, position: number) => (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (dragged === null) return;
    const place = placeOf(document, dragged);
    const before = place?.section.code === section && place.index < position ? 1 : 0;
    moves.questionTo(dragged, section, position - before);
    endDrag();
  };
  const endDrag = (): void => {
    setDragged(null);
    setTarget(null);
  };
  const add = {
    question: (section: string): void => {
      const question = newQuestion(document, { [locale]: t('newQuestion') });
      session.edit((now) => addQuestion(now, section, question, null));
      announce(t('added.question'));
      onChoose({ kind: 'question', code: question.code });
    },
    section: (): void => {
      const section = newSection(document, { [locale]: t('newSection') });
      session.edit((now) => addSection(now, section, null));
      announce(t('added.section'));
      onChoose({ kind: 'section', code: section.code });
    },
    scale: (): void => {
      const scale = newScale(document, [{ [locale]: t('newLevelLow') }, { [locale]: t('newLevelHigh') }]);
      session.edit((now) => addScale(now, scale));
      announce(t('added.scale'));
      onChoose({ kind: 'scale', code: scale.code });
    },
  };
  const allowDrop = (at: string) => (event: DragEvent) => {
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    setTarget(at);
  };
  return (
    <nav className="design-outline" aria-label={t('outline')}>
      {isEditable && <p className="kern-hint">{t('moveHint')}</p>}
      <ol className="design-outline__list">
        {document.sections.map(({ code, title, questions }) => (
          <li
            key={code}
            onKeyDown={press('section', code)}
            className={target === `section ${code}` ? 'design-outline__end' : undefined}
            onDragOver={allowDrop(`section ${code}`)}
            onDrop={drop(code, questions.length)}
          >
            <div className="design-outline__section">{entry('section', code, localize(title, locale) || code)}</div>
            <ol className="design-outline__list">
              {questions.map((question, index) => (
                <li
                  key={question.code}
                  draggable={isEditable}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    // Firefox drags nothing that carries nothing.
                    event.dataTransfer.setData('text/plain', question.code);
                    setDragged(question.code);
                  }}
                  onDragEnd={endDrag}
                  className={target === `question ${question.code}` ? 'design-outline__before' : undefined}
                  onDragOver={allowDrop(`question ${question.code}`)}
                  onDrop={drop(code, index)}
                  onKeyDown={press('question', question.code)}
                >
                  {entry('question', question.code, localize(question.text, locale) || question.code)}
                </li>
              ))}
            </ol>
            {isEditable && (
              <Button
                small
                kind="tertiary"
                icon="add"
                aria-label={`${t('addQuestion')}: ${localize(title, locale)}`}
                onClick={() => add.question(code)}
              >
                {t('addQuestion')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isEditable && (
        <Button small icon="add" onClick={add.section}>
          {t('addSection')}
        </Button>
      )}
      <h2 className="kern-title" id="design-scales">
        {t('scales')}
      </h2>
      <ul className="design-outline__list" aria-labelledby="design-scales">
        {document.scales.map(({ code, levels }) => (
          <li key={code}>{entry('scale', code, levels.map(({ label }) => localize(label, locale)).join(' · '))}</li>
        ))}
      </ul>
      {isEditable && (
        <Button small icon="add" onClick={add.scale}>
          {t('addScale')}
        </Button>
      )}
    </nav>
  );
}

const isUnsaved = (saved: QuestionDefinition | undefined, now: QuestionDefinition | undefined): boolean =>
  saved !== now && JSON.stringify(saved) !== JSON.stringify(now);

const focusEntry = (kind: string, code: string): void =>
  window.document.querySelector<HTMLElement>(`[data-outline="${CSS.escape(`${kind} ${code}`)}"]`)?.focus();
