import { localize, type SectionDefinition } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { addQuestion, removeSection, renameSection, updateSection } from '../document/edits.js';
import { translated } from '../document/list-edits.js';
import { newQuestion } from '../document/new-things.js';
import { useSet } from '../set-context.js';
import { CodeInput, WordsInput, type PlacedFault } from './inputs.js';
import type { Selection } from './editor-page.js';
import { useMoves } from './use-moves.js';

export function SectionForm({
  section,
  faults,
  onChoose,
}: {
  readonly section: SectionDefinition;
  readonly faults: readonly PlacedFault[];
  readonly onChoose: (next: Selection | null, focus?: boolean) => void;
}) {
  const { t } = useTranslation('design');
  const { session, draft, locale, isEditable, announce } = useSet();
  const moves = useMoves();
  const { code, title, questions } = section;
  const { sections } = draft.document;
  const index = sections.indexOf(section);
  const shared = { faults, isReadOnly: !isEditable };
  return (
    <>
      <h2 className="kern-heading-medium" tabIndex={-1}>
        {localize(title, locale) || code}
      </h2>
      {isEditable && (
        <div className="design-acts">
          <Button small disabled={index === 0} icon="arrow-up" onClick={() => moves.section(code, -1)}>
            {t('up')}
          </Button>
          <Button
            small
            disabled={index === sections.length - 1}
            icon="arrow-down"
            onClick={() => moves.section(code, 1)}
          >
            {t('down')}
          </Button>
          <Button
            small
            icon="add"
            onClick={() => {
              const question = newQuestion(draft.document, { [locale]: t('newQuestion') });
              session.edit((document) => addQuestion(document, code, question, null));
              onChoose({ kind: 'question', code: question.code });
            }}
          >
            {t('addQuestion')}
          </Button>
          <Button
            small
            icon="delete"
            onClick={() => {
              session.edit((document) => removeSection(document, code));
              announce(t('removed.section', { count: questions.length }));
              onChoose(null);
            }}
          >
            {t('removeSection', { count: questions.length })}
          </Button>
        </div>
      )}
      <WordsInput
        {...shared}
        label={t('sectionTitle', { locale })}
        field={['title', locale]}
        lang={locale}
        value={title[locale] ?? ''}
        onChange={(words) =>
          session.edit(
            (document) =>
              updateSection(document, code, (now) => ({ ...now, title: translated(now.title, locale, words) })),
            `section ${code} title ${locale}`,
          )
        }
      />
      <CodeInput
        {...shared}
        label={t('code')}
        field={['code']}
        value={code}
        onChange={(to) => {
          session.edit((document) => renameSection(document, code, to));
          onChoose({ kind: 'section', code: to }, false);
        }}
      />
    </>
  );
}
