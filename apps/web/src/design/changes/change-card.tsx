import { localize, type QuestionDefinition, type QuestionSetDocument, type Since } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../ui/button.js';
import { placeOf, updateQuestion } from '../document/edits.js';
import { editorAddress } from '../document/places.js';
import { SinceEditor } from '../editor/since-editor.js';
import { useFieldName } from '../field-name.js';
import { useSet } from '../set-context.js';
import { valueText } from '../value-text.js';
import type { Diff } from './changes-page.js';

type Change = Diff['changed'][number];

/** One question as it was and as it is, side by side, and what the designers say of it. */
export function ChangeCard({
  change,
  before,
  from,
}: {
  readonly change: Change;
  readonly before: QuestionSetDocument;
  readonly from: string;
}) {
  const { t } = useTranslation('design');
  const { session, template, draft, locale, isEditable } = useSet();
  const [was, is] = [placeOf(before, change.code)?.question, placeOf(draft.document, change.code)?.question];
  const [then, now] = [template.questionSets.find(({ id }) => id === from), draft.set];
  const nameOf = useDiffFieldName();
  const words = { yes: t('yes'), no: t('no'), nothing: '–' };
  const anchor = `question-${change.code}`;
  return (
    <article className="design-change" id={anchor} tabIndex={-1} aria-labelledby={`${anchor}-title`}>
      <header className="design-change__head">
        <h3 className="kern-title" id={`${anchor}-title`}>
          {is === undefined ? change.code : localize(is.text, locale)}{' '}
          <span className="design-code">{change.code}</span>
        </h3>
        <Link
          className="kern-link"
          to={{ search: `?from=${encodeURIComponent(from)}`, hash: anchor }}
          aria-label={`${t('linkTo')}: ${change.code}`}
        >
          #
        </Link>
        {is !== undefined && (
          <Link
            className="kern-link"
            to={editorAddress(now.id, { kind: 'question', code: change.code, field: ['top'] })}
            aria-label={`${t('toEditor')}: ${change.code}`}
          >
            {t('toEditor')}
          </Link>
        )}
      </header>
      <p className="kern-hint">{change.aspects.map((aspect) => t(`aspects.${aspect}`)).join(' · ')}</p>
      <div className="design-sides">
        <Side title={then === undefined ? t('before') : t('edition', then)} question={was} document={before} />
        <Side
          title={t('edition', { year: now.year, revision: now.revision })}
          question={is}
          document={draft.document}
        />
      </div>
      <Words change={change} />
      {change.fields.length > 0 && (
        <table className="kern-table kern-table--small design-fields">
          <caption className="kern-sr-only">{t('values')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('now')}</th>
            </tr>
          </thead>
          <tbody>
            {change.fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">{nameOf(field.field)}</th>
                <td>{valueText(field.from, words)}</td>
                <td>{valueText(field.to, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {change.affected.length > 0 && (
        <p className="kern-body">
          {t('affected')}{' '}
          {change.affected
            .map(({ study, rounds, freezes }) => `${study}: ${[...rounds, ...freezes].join(', ')}`)
            .join('; ')}
        </p>
      )}
      <p className={change.breaksSeries ? 'design-verdict design-verdict--break' : 'design-verdict'}>
        <strong>{change.verdict === null ? t('noVerdict') : t(`verdict.${change.verdict}`)}</strong>
        {change.breaksSeries && ` – ${t('breaks')}`}
      </p>
      {isEditable && change.proposal && (
        <Proposal
          proposal={change.proposal}
          since={is?.since}
          onTake={() =>
            session.edit((document) =>
              updateQuestion(document, change.code, (question) => ({
                ...question,
                since: sinceOf(change.proposal, then, question.since),
              })),
            )
          }
        />
      )}
      {isEditable && is !== undefined && (
        <SinceEditor
          question={is}
          faults={[]}
          isReadOnly={false}
          locale={locale}
          onChange={(edit, of) =>
            session.edit(
              (document) => updateQuestion(document, change.code, edit),
              of === undefined ? undefined : `${change.code} ${of}`,
            )
          }
        />
      )}
      {!isEditable && is?.since?.note !== undefined && <p className="kern-body">{is.since.note}</p>}
    </article>
  );
}

const sinceOf = (
  proposal: Change['proposal'],
  then: { readonly year: number; readonly revision: number } | undefined,
  since: Since | undefined,
): Since => ({
  year: then?.year ?? since?.year ?? 0,
  ...(then === undefined ? {} : { revision: then.revision }),
  verdict: proposal?.verdict ?? 'BREAK',
  ...(proposal === null || proposal.recode.length === 0
    ? {}
    : { recode: Object.fromEntries(proposal.recode.map(({ from, to }) => [from, to])) }),
  ...(since?.note === undefined ? {} : { note: since.note }),
});

function Proposal({
  proposal,
  since,
  onTake,
}: {
  readonly proposal: NonNullable<Change['proposal']>;
  readonly since: Since | undefined;
  readonly onTake: () => void;
}) {
  const { t } = useTranslation('design');
  return (
    <div className="design-proposal">
      <span>
        {t('proposal', { verdict: t(`verdict.${proposal.verdict}`), reason: t(`reasons.${proposal.reason}`) })}
      </span>
      {since?.verdict !== proposal.verdict && (
        <Button small onClick={onTake}>
          {t('takeProposal')}
        </Button>
      )}
    </div>
  );
}

/** Name of a field that differs: `text`, `levels.2`; what comes behind the first dot is a code, which may have dots itself. */
function useDiffFieldName(): (field: string) => string {
  const fieldName = useFieldName();
  return (field) => {
    const dot = field.indexOf('.');
    return fieldName(dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)]);
  };
}

/** A wording and the levels it is answered with. */
function Side({
  title,
  question,
  document,
}: {
  readonly title: string;
  readonly question: QuestionDefinition | undefined;
  readonly document: QuestionSetDocument;
}) {
  const { t } = useTranslation('design');
  const { locale } = useSet();
  const scale = document.scales.find(({ code }) => code === question?.scale);
  return (
    <div className="design-side">
      <h4 className="kern-title kern-title--small">{title}</h4>
      {question !== undefined && (
        <>
          <p className="kern-body" lang={locale}>
            {localize(question.text, locale)}
          </p>
          {question.help !== undefined && <p className="kern-hint">{localize(question.help, locale)}</p>}
          <p className="kern-hint">{t(`types.${question.type}`)}</p>
          {scale !== undefined && (
            <ol className="design-levels">
              {scale.levels.map((level) => (
                <li key={level.code}>
                  {localize(level.label, locale)} <span className="design-code">{level.code}</span>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </div>
  );
}

/** Word by word, in every language: what was is struck, what is new is underlined. */
function Words({ change }: { readonly change: Change }) {
  const { t } = useTranslation('design');
  const nameOf = useDiffFieldName();
  return (
    change.texts.length > 0 && (
      <dl className="design-words">
        {change.texts.map((text) => (
          <div key={`${text.field} ${text.locale}`}>
            <dt>
              {nameOf(text.field)} ({text.locale})
            </dt>
            <dd lang={text.locale}>
              {text.words.map((word, index) =>
                word.op === 'REMOVED' ? (
                  <del key={index}>
                    <span className="kern-sr-only">{t('wordGone')} </span>
                    {word.text}
                  </del>
                ) : word.op === 'ADDED' ? (
                  <ins key={index}>
                    <span className="kern-sr-only">{t('wordNew')} </span>
                    {word.text}
                  </ins>
                ) : (
                  <span key={index}>{word.text}</span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    )
  );
}
