import type { AnswerValueInput } from '@reflexbogen/client';
import {
  checkAnswers,
  checkQuestionSet,
  localize,
  prepareQuestionSet,
  visibilityOf,
  type AnswerValue,
} from '@reflexbogen/client/design';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { useSet } from '../set-context.js';
import { ruleValueOf } from './asked-question.js';
import { AskedQuestion } from './question-preview.js';

/** The whole sheet to try, with its rules at work: as the draft stands, saved or not. What is answered here goes nowhere. */
export function PreviewPage() {
  const { t } = useTranslation('design');
  const { draft, locales, locale, chooseLocale } = useSet();
  const [answers, setAnswers] = useState<ReadonlyMap<string, AnswerValueInput>>(new Map());
  const { document } = draft;
  const isSound = useMemo(() => checkQuestionSet(document).length === 0, [document]);
  const set = useMemo(() => prepareQuestionSet('preview', document), [document]);
  if (!isSound)
    return (
      <Alert kind="warning" title={t('previewFaulty')}>
        {t('previewFaultyText')}
      </Alert>
    );
  const values = new Map<string, AnswerValue>([...answers].map(([code, value]) => [code, ruleValueOf(value)]));
  const { visible, required } = visibilityOf(set, values);
  const unmet = checkAnswers(set, values, () => undefined, new Map());
  const answer = (code: string, value: AnswerValueInput | null): void =>
    setAnswers((before) => {
      const next = new Map(before);
      if (value === null) next.delete(code);
      else next.set(code, value);
      return next;
    });
  return (
    <div className="design-preview">
      <div className="design-acts">
        {locales.length > 1 && (
          <div className="segments" role="group" aria-label={t('textLanguage')}>
            {locales.map((one) => (
              <button key={one} type="button" aria-pressed={one === locale} onClick={() => chooseLocale(one)}>
                {one}
              </button>
            ))}
          </div>
        )}
        <Button small disabled={answers.size === 0} onClick={() => setAnswers(new Map())}>
          {t('emptyAnswers')}
        </Button>
        <p className="kern-body" role="status">
          {t('previewCount', { visible: visible.size, total: set.questions.length })}
        </p>
      </div>
      <p className="kern-hint">{t('previewHint')}</p>
      {document.sections.map((section) => {
        const asked = set.questions.filter((one) => one.section === section.code && visible.has(one.code));
        return (
          <section key={section.code} className="stack" aria-labelledby={`preview-${section.code}`}>
            <h2 className="kern-heading-medium" id={`preview-${section.code}`} lang={locale}>
              {localize(section.title, locale)}
            </h2>
            {asked.length === 0 && <p className="kern-hint">{t('nothingVisible')}</p>}
            {asked.map((question) => (
              <div key={question.code} className="stack">
                <AskedQuestion
                  question={question}
                  locale={locale}
                  isRequired={required.has(question.code)}
                  value={answers.get(question.code) ?? null}
                  onChange={(value) => answer(question.code, value)}
                />
                {unmet
                  .filter((one) => one.question === question.code)
                  .map((one) => (
                    <p key={one.kind} className="kern-error" role="status">
                      <span className="kern-icon kern-icon--warning" aria-hidden="true" />
                      <span className="kern-body" lang={locale}>
                        {localize(one.message, locale)}
                      </span>
                    </p>
                  ))}
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}
