import { AnswerSheetQueryDocument, CloseSheetQueryDocument } from '@reflexbogen/client';
import type { SheetQueryData, SheetSession } from '@reflexbogen/client/sheet';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client } from '../service/client.js';
import { demanded } from '../service/refusal.js';
import { OperationError } from '../shell/error-page.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { addressOf } from './places.js';
import { useKeptText } from './use-kept-text.js';
import { usePart } from './use-sheet.js';
import { laterTexts } from './later-texts.js';
import { addTexts } from '../text/texts.js';

addTexts('respond', laterTexts);

/** What the institute asks about single answers, what was said to it, and what is still open. */
export function Queries({
  session,
  owner,
  isStaff,
  isReadOnly,
}: {
  session: SheetSession;
  owner: string;
  isStaff: boolean;
  isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const queries = usePart(session, (snapshot) => snapshot.queries);
  return (
    <section className="respond-queries" aria-labelledby="respond-queries">
      <h2 className="kern-heading-medium" id="respond-queries">
        {t('queries')}
      </h2>
      <ol>
        {queries.map((query) => (
          <li key={query.number}>
            <QueryView session={session} owner={owner} query={query} isStaff={isStaff} isReadOnly={isReadOnly} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function QueryView({
  session,
  owner,
  query,
  isStaff,
  isReadOnly,
}: {
  session: SheetSession;
  owner: string;
  query: SheetQueryData;
  isStaff: boolean;
  isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const sheet = usePart(session, (snapshot) => snapshot.sheet);
  const response = sheet?.response.id ?? '';
  const [text, setText] = useKeptText(owner, `${response} ${query.number}`);
  const [error, setError] = useState<unknown>(null);
  const asked = sheet?.sections
    .flatMap(({ questions }) => questions)
    .find(({ question }) => question.code === query.question);
  const act = async (run: () => Promise<readonly { readonly message: string }[]>): Promise<void> => {
    setError(null);
    try {
      const errors = await run();
      demanded(errors.length === 0 ? true : null, errors);
      setText('');
      await session.reload();
    } catch (failure) {
      setError(failure);
    }
  };
  const answer = () =>
    act(async () => {
      const { answerQuery } = await client.request(AnswerSheetQueryDocument, {
        input: { response, query: query.number, text },
      });
      return answerQuery.errors;
    });
  const close = () =>
    act(async () => {
      const { closeQuery } = await client.request(CloseSheetQueryDocument, {
        input: { response, query: query.number },
      });
      return closeQuery.errors;
    });
  return (
    <div className="stack">
      <p className="kern-body">
        <strong>{asked?.question.text ?? query.question}</strong> ({t(`queryStatus.${query.status}`)}){' '}
        {sheet !== null && asked !== undefined && (
          <Link
            className="kern-link"
            to={addressOf(sheet, query.question)}
            aria-label={`${t('goTo')}: ${asked.question.text}`}
          >
            {t('goTo')}
          </Link>
        )}
      </p>
      <ul className="respond-plain">
        {query.messages.map(({ at, author, text: said }) => (
          <li key={at}>
            <q>{said}</q> – {author.name}
          </li>
        ))}
      </ul>
      {!isStaff && !isReadOnly && query.status !== 'CLOSED' && (
        <>
          <Field label={t('queryAnswer')}>
            {(ids) => (
              <textarea
                {...ids}
                className="kern-form-input__input respond-text"
                rows={2}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
          <Button disabled={text.trim() === ''} onClick={() => void answer()}>
            {t('sendAnswer')}
          </Button>
        </>
      )}
      {isStaff && query.status !== 'CLOSED' && (
        <Button small onClick={() => void close()}>
          {t('closeQuery')}
        </Button>
      )}
      {error !== null && <OperationError error={error} />}
    </div>
  );
}
