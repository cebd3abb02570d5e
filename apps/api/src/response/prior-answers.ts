import { Injectable } from '@nestjs/common';
import { canonicalOf, DEFAULT_PRIOR, mayCarryOver, mayConfirm } from '@reflexbogen/domain';
import type { OpenSheet } from './open-sheet.js';
import { previousAnswer, PreviousAnswersService, type Previous } from './previous-answers.service.js';
import type { SheetScope } from './sheet-scope.js';

/** Whether answers that say that they are last round's are. */
export class PriorCheck {
  constructor(private readonly previous: Previous | null) {}

  /** Why a value cannot be confirmed or carried over; null where it can. */
  refusal(
    { questionSet }: OpenSheet,
    code: string,
    value: string | null,
    kind: 'CONFIRMED' | 'CARRIED_OVER',
  ): string | null {
    const prior = this.previous === null ? null : previousAnswer(code, questionSet, this.previous);
    const policy = questionSet.byCode.get(code)?.prior ?? DEFAULT_PRIOR;
    const may = kind === 'CONFIRMED' ? mayConfirm : mayCarryOver;
    if (prior !== null && !may(policy, prior.comparability))
      return `${code} is asked under the policy ${policy} and compares ${prior.comparability}: it cannot be ${kind}.`;
    if (prior === null) return `${code} has no answer of an earlier round that could be ${kind}.`;
    const canonical = canonicalOf(prior.question, prior.value);
    return canonical === value ? null : `${code} was answered otherwise: only the very same answer can be ${kind}.`;
  }
}

@Injectable()
export class PriorAnswers {
  constructor(private readonly previousAnswers: PreviousAnswersService) {}

  async of(scope: SheetScope): Promise<PriorCheck> {
    return new PriorCheck(await this.previousAnswers.of(scope));
  }
}
