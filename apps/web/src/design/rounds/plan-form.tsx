import { DesignTemplateDocument, PlanNextRoundDocument, type PlanNextRoundMutation } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { client } from '../../service/client.js';
import { queryClient } from '../../service/query-client.js';
import { demanded } from '../../service/refusal.js';
import { nameOf } from '../../service/use-operation.js';
import { DesignError } from '../design-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { KeptNote } from '../draft/kept-note.js';
import { useKeptForm } from '../draft/use-kept-form.js';
import { reloadRounds } from './reload.js';
import type { QuestionSet, Study } from './rounds-page.js';
import { instantInput, isTime, NO_TIME } from './round-time.js';
import { TimeInput } from './time-input.js';

/** The next round after the example of an earlier one. */
export function PlanForm({
  study,
  sets,
  onPlanned,
}: {
  readonly study: Study;
  readonly sets: readonly QuestionSet[];
  readonly onPlanned: (planned: PlanNextRoundMutation['planRound']) => void;
}) {
  const { t } = useTranslation('design');
  const [parameters] = useSearchParams();
  const wanted = sets.find(({ id }) => id === parameters.get('set')) ?? sets.at(-1);
  const form = useKeptForm(`plan ${study.slug}`, {
    set: wanted?.id ?? '',
    code: wanted === undefined ? '' : String(wanted.year),
    basedOn: study.rounds.at(-1)?.code ?? '',
    opensAt: NO_TIME,
    closesAt: NO_TIME,
  });
  const [failure, setFailure] = useState<unknown>(null);
  if (study.rounds.length === 0 || sets.length === 0) return <p className="kern-body">{t('nothingToPlan')}</p>;
  if (form === null) return null;
  const { set, code, basedOn, opensAt, closesAt } = form.value;
  const plan = async (): Promise<void> => {
    setFailure(null);
    const { planRound } = await client.request(PlanNextRoundDocument, {
      input: {
        study: study.slug,
        code,
        basedOn,
        questionSet: set,
        ...instantInput('opensAt', opensAt),
        ...instantInput('closesAt', closesAt),
      },
    });
    demanded(planRound.round, planRound.errors);
    form.clear();
    onPlanned(planRound);
    await queryClient.invalidateQueries({ queryKey: [nameOf(DesignTemplateDocument)] });
    await reloadRounds();
  };
  return (
    <section className="design-template" aria-labelledby="design-plan">
      <h2 className="kern-heading-medium" id="design-plan">
        {t('plan')}
      </h2>
      <p className="kern-hint">{t('planHint')}</p>
      <KeptNote form={form} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          plan().catch(setFailure);
        }}
      >
        <div className="design-pair">
          <SelectField
            label={t('planSet')}
            value={set}
            onChange={(value) => {
              const chosen = sets.find(({ id }) => id === value);
              form.fill({ set: value, ...(chosen === undefined ? {} : { code: String(chosen.year) }) });
            }}
          >
            {sets.toReversed().map((one) => (
              <option key={one.id} value={one.id}>
                {t('edition', one)}
              </option>
            ))}
          </SelectField>
          <Field label={t('planCode')}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                required
                value={code}
                onChange={({ target }) => form.fill({ code: target.value })}
              />
            )}
          </Field>
          <SelectField label={t('planAfter')} value={basedOn} onChange={(value) => form.fill({ basedOn: value })}>
            {study.rounds.toReversed().map((round) => (
              <option key={round.code}>{round.code}</option>
            ))}
          </SelectField>
        </div>
        <div className="design-pair">
          {(['opensAt', 'closesAt'] as const).map((end) => (
            <TimeInput
              key={end}
              label={t(end)}
              value={form.value[end]}
              onChange={(time) => form.fill(end === 'opensAt' ? { opensAt: time } : { closesAt: time })}
            />
          ))}
        </div>
        <Button kind="primary" type="submit" disabled={!isTime(opensAt) || !isTime(closesAt)}>
          {t('planDo')}
        </Button>
      </form>
      {failure !== null && <DesignError error={failure} />}
    </section>
  );
}
