import {
  DraftQuestionSetDocument,
  OpenRoundDocument,
  PublishQuestionSetDocument,
  StudiesDocument,
} from '@reflexbogen/client';
import { clientWithToken, developmentToken } from '../session/development-sign-in.js';
import { demanded, Refusal } from '../service/refusal.js';
import { REFERENCE_STUDY, REFERENCE_TEMPLATE } from './personas.js';

/** The year after the last one of the reference study. */
const FIRST_YEAR = 2019;

/**
 * On a laptop: a round that is open, so that there is a sheet to fill. Its questions are those of 2018, taken over unchanged.
 * Does nothing where a round is open already.
 * @throws Refusal with the service's own words where a step is refused
 */
export async function preparePracticeRound(): Promise<void> {
  const admin = clientWithToken(
    await developmentToken({
      role: 'ADMIN',
      ttlSeconds: 300,
      name: 'Übungsrunde',
      signatory: false,
      singleAnswers: false,
    }),
  );
  const { studies } = await admin.request(StudiesDocument, {});
  const study = studies.find(({ slug }) => slug === REFERENCE_STUDY);
  if (study === undefined) throw new Refusal(`The study ${REFERENCE_STUDY} is not here.`);
  if (study.rounds.some(({ status }) => status === 'OPEN')) return;
  const last = study.rounds.at(-1)?.questionSet;
  if (!last) throw new Refusal(`The study ${REFERENCE_STUDY} has no question set to go on from.`);
  const { year, revision } = last;
  const draftIn = async (next: number): Promise<{ id: string; year: number }> => {
    const { draftQuestionSet } = await admin.request(DraftQuestionSetDocument, {
      input: { template: REFERENCE_TEMPLATE, year: next, basedOn: { year, revision } },
    });
    // Somebody is drafting that year: what they do is theirs.
    if (draftQuestionSet.errors.some(({ code }) => code === 'DRAFT_EXISTS')) return draftIn(next + 1);
    return demanded(draftQuestionSet.questionSet, draftQuestionSet.errors);
  };
  const draft = await draftIn(FIRST_YEAR);
  const { id } = draft;
  const published = await admin.request(PublishQuestionSetDocument, { input: { id } });
  demanded(published.publishQuestionSet.questionSet, published.publishQuestionSet.errors);
  const opened = await admin.request(OpenRoundDocument, {
    input: { study: REFERENCE_STUDY, code: String(draft.year), questionSet: id, closesAt: inDays(60) },
  });
  demanded(opened.openRound.round, opened.openRound.errors);
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
