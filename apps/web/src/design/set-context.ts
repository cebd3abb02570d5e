import type { DesignTemplateQuery } from '@reflexbogen/client';
import { useOutletContext } from 'react-router';
import { useDraft } from './draft/use-draft.js';
import type { DraftSession, DraftSnapshot } from './draft/draft-session.js';

export type DesignTemplate = NonNullable<DesignTemplateQuery['template']>;

/** What the pages of one question set share. */
export interface SetContext {
  readonly session: DraftSession;
  readonly template: DesignTemplate;
  /** Says something to screen readers that everybody else sees. */
  readonly announce: (text: string) => void;
  /** Languages of the texts, those that the template requires first. */
  readonly locales: readonly string[];
  /** The language that is written in. */
  readonly locale: string;
  readonly chooseLocale: (locale: string) => void;
}

export function useSet(): SetContext & { readonly draft: DraftSnapshot; readonly isEditable: boolean } {
  const context = useOutletContext<SetContext>();
  const draft = useDraft(context.session);
  return { ...context, draft, isEditable: draft.set.status === 'DRAFT' };
}

/** The published set that a draft follows: the last one before it. */
export const predecessorOf = (
  { questionSets }: DesignTemplate,
  { year, revision }: { readonly year: number; readonly revision: number },
): DesignTemplate['questionSets'][number] | null =>
  questionSets.findLast(
    (set) => set.status !== 'DRAFT' && (set.year < year || (set.year === year && set.revision < revision)),
  ) ?? null;
