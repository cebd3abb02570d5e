import { localize, PRIOR_POLICIES, type QuestionDefinition } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import {
  addQuestion,
  duplicateQuestion,
  questionCodes,
  removeQuestion,
  renameQuestion,
  updateQuestion,
  type QuestionPlace,
} from '../document/edits.js';
import { translated, without } from '../document/list-edits.js';
import { newQuestion, TYPES, withType } from '../document/new-things.js';
import { useSet } from '../set-context.js';
import { AxisEditor } from './axis-editor.js';
import type { Selection } from './editor-page.js';
import { ChoiceInput, CodeInput, TickInput, WordsInput, type PlacedFault } from './inputs.js';
import { NumberFields } from './number-fields.js';
import { RuleFields } from './rule-fields.js';
import { SinceEditor } from './since-editor.js';
import { useMoves } from './use-moves.js';

export interface QuestionFieldsProps {
  readonly question: QuestionDefinition;
  readonly faults: readonly PlacedFault[];
  readonly isReadOnly: boolean;
  readonly locale: string;
  /** @param of names what is typed into */
  readonly onChange: (change: (question: QuestionDefinition) => QuestionDefinition, of?: string) => void;
}

/** Everything that can be said of a question. */
export function QuestionForm({
  place,
  faults,
  onChoose,
}: {
  readonly place: QuestionPlace;
  readonly faults: readonly PlacedFault[];
  readonly onChoose: (next: Selection | null, focus?: boolean) => void;
}) {
  const { t } = useTranslation('design');
  const { session, draft, locale, isEditable } = useSet();
  const { question } = place;
  const { code } = question;
  const change: QuestionFieldsProps['onChange'] = (edit, of) =>
    session.edit((document) => updateQuestion(document, code, edit), of === undefined ? undefined : `${code} ${of}`);
  const shared = { faults, isReadOnly: !isEditable };
  const fields: QuestionFieldsProps = { question, faults, isReadOnly: !isEditable, locale, onChange: change };
  const { scales } = draft.document;
  return (
    <>
      <h2 className="kern-heading-medium" tabIndex={-1}>
        {localize(question.text, locale) || code}
      </h2>
      {isEditable && <QuestionActs place={place} onChoose={onChoose} />}
      <WordsInput
        {...shared}
        label={t('wording', { locale })}
        field={['text', locale]}
        lang={locale}
        lines={2}
        value={question.text[locale] ?? ''}
        onChange={(words) => change((now) => ({ ...now, text: translated(now.text, locale, words) }), `text ${locale}`)}
      />
      <WordsInput
        {...shared}
        label={t('help', { locale })}
        field={['help', locale]}
        lang={locale}
        value={question.help?.[locale] ?? ''}
        onChange={(words) =>
          change((now) => {
            const help = translated(now.help, locale, words);
            return Object.keys(help).length === 0 ? without(now, 'help') : { ...now, help };
          }, `help ${locale}`)
        }
      />
      <div className="design-pair">
        <CodeInput
          {...shared}
          label={t('code')}
          hint={t('codeHint')}
          field={['code']}
          value={code}
          onChange={(to) => {
            session.edit((document) => renameQuestion(document, code, to));
            onChoose({ kind: 'question', code: to }, false);
          }}
        />
        <ChoiceInput
          {...shared}
          label={t('type')}
          field={['type']}
          value={question.type}
          options={TYPES.map((type) => [type, t(`types.${type}`)] as const)}
          onChange={(type) =>
            session.edit((document) => updateQuestion(document, code, (now) => withType(document, now, type)))
          }
        />
      </div>
      <ChoiceInput
        {...shared}
        label={t('scale')}
        field={['scale']}
        value={question.scale ?? ''}
        options={[
          ['', t('noScale')],
          ...scales.map(
            (scale) =>
              [
                scale.code,
                `${scale.code}: ${scale.levels.map(({ label }) => localize(label, locale)).join(' · ')}`,
              ] as const,
          ),
        ]}
        onChange={(scale) => change((now) => (scale === '' ? without(now, 'scale') : { ...now, scale }))}
      />
      <TickInput
        isReadOnly={!isEditable}
        label={t('requiredAlways')}
        field={['required']}
        value={question.required}
        onChange={(required) => change((now) => ({ ...now, required }))}
      />
      {question.type === 'NUMBER' && <NumberFields {...fields} />}
      {question.type === 'GRID' && (
        <>
          <AxisEditor {...fields} axis="rows" />
          <AxisEditor {...fields} axis="columns" />
        </>
      )}
      <SinceEditor {...fields} />
      <RuleFields {...fields} />
      <details className="design-more">
        <summary>{t('more')}</summary>
        <ChoiceInput
          {...shared}
          label={t('prior')}
          field={['prior']}
          value={question.prior ?? 'SHOW'}
          options={PRIOR_POLICIES.map((policy) => [policy, t(`priors.${policy}`)] as const)}
          onChange={(prior) => change((now) => (prior === 'SHOW' ? without(now, 'prior') : { ...now, prior }))}
        />
        {question.type !== 'TEXT' && (
          <ChoiceInput
            {...shared}
            label={t('polarity')}
            field={['polarity']}
            value={question.polarity ?? ''}
            options={[
              ['', t('polarityOfScale')],
              ...(['HIGHER_IS_WORSE', 'HIGHER_IS_BETTER', 'NEUTRAL'] as const).map(
                (polarity) => [polarity, t(`polarities.${polarity}`)] as const,
              ),
            ]}
            onChange={(polarity) =>
              change((now) => (polarity === '' ? without(now, 'polarity') : { ...now, polarity }))
            }
          />
        )}
        <ReportsFields {...fields} />
        {question.module !== undefined && <p className="kern-body">{t('ofModule', { module: question.module })}</p>}
      </details>
    </>
  );
}

function QuestionActs({
  place: { question, section, sectionIndex, index },
  onChoose,
}: {
  readonly place: QuestionPlace;
  readonly onChoose: (next: Selection | null, focus?: boolean) => void;
}) {
  const { t } = useTranslation('design');
  const { session, draft, locale, announce } = useSet();
  const moves = useMoves();
  const { sections } = draft.document;
  const { code } = question;
  return (
    <div className="design-acts">
      <Button
        small
        icon="arrow-up"
        disabled={sectionIndex === 0 && index === 0}
        onClick={() => moves.question(code, -1)}
      >
        {t('up')}
      </Button>
      <Button
        small
        icon="arrow-down"
        disabled={sectionIndex === sections.length - 1 && index === section.questions.length - 1}
        onClick={() => moves.question(code, 1)}
      >
        {t('down')}
      </Button>
      <Button
        small
        icon="add"
        onClick={() => {
          const next = newQuestion(draft.document, { [locale]: t('newQuestion') });
          session.edit((document) => addQuestion(document, section.code, next, code));
          announce(t('added.question'));
          onChoose({ kind: 'question', code: next.code });
        }}
      >
        {t('addBelow')}
      </Button>
      <Button
        small
        icon="content-copy"
        onClick={() => {
          const { code: copy } = duplicateQuestion(draft.document, code);
          session.edit((document) => duplicateQuestion(document, code).document);
          announce(t('added.question'));
          onChoose({ kind: 'question', code: copy });
        }}
      >
        {t('duplicate')}
      </Button>
      <Button
        small
        icon="delete"
        onClick={() => {
          session.edit((document) => removeQuestion(document, code));
          announce(t('removed.question'));
          const neighbour = section.questions[index + 1] ?? section.questions[index - 1];
          onChoose(
            neighbour === undefined
              ? { kind: 'section', code: section.code }
              : { kind: 'question', code: neighbour.code },
          );
        }}
      >
        {t('remove')}
      </Button>
      {sections.length > 1 && (
        <label className="design-move">
          <span>{t('moveTo')}</span>
          <select value={section.code} onChange={({ target }) => moves.questionTo(code, target.value)}>
            {sections.map((one) => (
              <option key={one.code} value={one.code}>
                {localize(one.title, locale) || one.code}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** That the question asks directly for a change: of which question, since which year. */
function ReportsFields({ question, faults, isReadOnly, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('design');
  const { draft } = useSet();
  const reports = question.reportsChangeOf;
  return (
    <div className="design-pair">
      <ChoiceInput
        label={t('reports')}
        hint={t('reportsHint')}
        field={['reportsChangeOf', 'question']}
        faults={faults}
        isReadOnly={isReadOnly}
        value={reports?.question ?? ''}
        options={[
          ['', t('reportsNothing')],
          ...[...new Set([...questionCodes(draft.document), ...(reports ? [reports.question] : [])])]
            .filter((code) => code !== question.code)
            .map((code) => [code, code] as const),
        ]}
        onChange={(code) =>
          onChange((now) =>
            code === ''
              ? without(now, 'reportsChangeOf')
              : { ...now, reportsChangeOf: { question: code, since: reports?.since ?? draft.set.year - 1 } },
          )
        }
      />
      {reports !== undefined && (
        <ChoiceInput
          label={t('reportsSince')}
          field={['reportsChangeOf', 'since']}
          faults={faults}
          isReadOnly={isReadOnly}
          value={String(reports.since)}
          options={yearsBefore(draft.set.year, reports.since)}
          onChange={(since) =>
            onChange((now) => ({ ...now, reportsChangeOf: { question: reports.question, since: Number(since) } }))
          }
        />
      )}
    </div>
  );
}

const yearsBefore = (year: number, also: number): readonly (readonly [string, string])[] =>
  [...new Set([also, ...Array.from({ length: 15 }, (_, index) => year - 1 - index)])]
    .sort((a, b) => b - a)
    .map((one) => [String(one), String(one)] as const);
