import {
  attributeIn,
  prepareQuestionSet,
  provenanceAt,
  type MunicipalityInfo,
  type QuestionSet,
  type RoundInfo,
} from '@reflexbogen/domain';
import { variablesOf, type Dataset, type DatasetRow } from '@reflexbogen/exchange';
import {
  LATEST,
  MunicipalityRepository,
  QuestionSetRepository,
  RoundRepository,
  SubmissionRepository,
  type StoredFreeze,
  type StoredSubmission,
  type SubmissionCut,
} from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import type { StudyParent } from '../study/study.service.js';

export interface DatasetRequest {
  readonly study: StudyParent;
  readonly freeze: StoredFreeze | null;
  /** Codes of rounds; null = all. */
  readonly rounds: readonly string[] | null;
  readonly locale: string;
  readonly takenAt: Date;
}

export interface DatasetRepositories {
  readonly municipalities: MunicipalityRepository;
  readonly questionSets: QuestionSetRepository;
  readonly rounds: RoundRepository;
  readonly submissions: SubmissionRepository;
}

/** A data set with what metadata needs beside it. */
export interface StudyDataset {
  readonly dataset: Dataset;
  /** The published sets that its variables come from, earliest first. */
  readonly questionSets: readonly QuestionSet[];
  readonly rounds: readonly RoundInfo[];
}

const bytesOf = (texts: Iterable<string>): number => {
  let most = 0;
  for (const text of texts) most = Math.max(most, Buffer.byteLength(text));
  return most;
};

/**
 * A study's submissions as a flat table, read within one transaction: everything it says is of one instant.
 * @param manager of a REPEATABLE READ transaction that outlives the data set
 * @param onRow called for each row read, for progress
 */
export async function studyDataset(
  request: DatasetRequest,
  { municipalities, questionSets, rounds, submissions }: DatasetRepositories,
  manager: EntityManager,
  onRow: () => void,
): Promise<StudyDataset> {
  const { study, freeze, locale, takenAt } = request;
  const panel = freeze?.panel ?? (await municipalities.listByStudy(study.id, manager));
  const all: readonly RoundInfo[] = freeze?.rounds ?? (await rounds.listByStudy(study.id, manager));
  const chosen = all.filter(({ code }) => request.rounds === null || request.rounds.includes(code));
  const pinned = freeze === null ? null : new Set(freeze.questionSetIds);
  const sets = (await questionSets.findByTemplate(study.templateId, manager))
    .filter(({ id, status }) => (pinned === null ? status !== 'DRAFT' : pinned.has(id)))
    .map(({ id, document }) => prepareQuestionSet(id, document))
    .sort((a, b) => a.year - b.year || a.revision - b.revision);
  const cutOf = cutsOf(freeze, panel);
  let rowCount = 0;
  // One after another: they share the connection of the transaction.
  for (const { id } of chosen) rowCount += await submissions.countByRound(id, cutOf(id), manager);
  const textBytes = await submissions.textBytes(
    chosen.map(({ id }) => id),
    manager,
  );
  const byId = new Map(sets.map((set) => [set.id, set]));
  const asked = sets.filter((set) =>
    chosen.some(({ questionSetId, year }) => questionSetId === set.id || year === set.year),
  );
  const map = variablesOf(asked, textBytes);
  const { attributes } = freeze ?? study;
  const byCode = [...panel].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

  const rowOf = (municipality: MunicipalityInfo, round: RoundInfo, submission: StoredSubmission): DatasetRow => {
    const set = byId.get(submission.questionSetId);
    if (set === undefined)
      throw new Error(`submission of ${municipality.code} in ${round.code} answers an unknown set`);
    const comments = Object.entries(submission.comments ?? {}).flatMap(([question, comment]) => {
      const position = map.positionOf(set, question);
      return position === undefined ? [] : [[position, comment] as const];
    });
    return {
      municipality: {
        code: municipality.code,
        name: municipality.name,
        officialKey: municipality.officialKey ?? '',
      },
      round: { code: round.code, year: round.year },
      attributes: attributes.map(({ code }) => attributeIn(municipality, code, round.code)),
      submittedAt: submission.submittedAt,
      cells: map.cellsOf(set, submission),
      comments: new Map(comments),
      sectionComments: new Map(Object.entries(submission.sectionComments ?? {})),
      provenanceOf: (variable) => {
        const question = set.byCode.get(map.variables[variable]?.question ?? '');
        return question === undefined ? '' : provenanceAt(submission.provenance ?? null, question.position);
      },
    };
  };

  async function* rows(): AsyncGenerator<DatasetRow> {
    const ids = byCode.map(({ id }) => id);
    const infoOf = new Map(byCode.map((municipality) => [municipality.id, municipality]));
    for (const round of chosen) {
      for await (const submission of submissions.stream(round.id, ids, { cut: cutOf(round.id), manager })) {
        const municipality = infoOf.get(submission.municipalityId);
        if (municipality === undefined) continue;
        onRow();
        yield rowOf(municipality, round, submission);
      }
    }
  }

  const dataset: Dataset = {
    study: { slug: study.slug, title: study.title },
    locale,
    takenAt: freeze?.takenAt ?? takenAt,
    attributes: attributes.map(({ code, label, values }) => ({
      code,
      label,
      values: values ?? [],
      maxBytes: bytesOf(
        panel.flatMap((municipality) => chosen.map((round) => attributeIn(municipality, code, round.code) ?? '')),
      ),
    })),
    variables: map.variables,
    rowCount,
    maxBytes: {
      code: bytesOf(panel.map(({ code }) => code)),
      name: bytesOf(panel.map(({ name }) => name)),
      officialKey: bytesOf(panel.map(({ officialKey }) => officialKey ?? '')),
      round: bytesOf(chosen.map(({ code }) => code)),
    },
    rows,
  };
  return { dataset, questionSets: asked, rounds: chosen };
}

/** Which submissions count, by round. */
function cutsOf(freeze: StoredFreeze | null, panel: readonly MunicipalityInfo[]): (roundId: string) => SubmissionCut {
  if (freeze === null) return () => LATEST;
  const cuts = new Map(
    freeze.rounds.map(({ id, numbers }): [string, SubmissionCut] => [
      id,
      {
        kind: 'PINNED',
        numbers: new Map(
          panel.flatMap((municipality, index) => {
            const number = numbers[index] ?? 0;
            return number > 0 ? [[municipality.id, number] as const] : [];
          }),
        ),
      },
    ]),
  );
  return (roundId) => cuts.get(roundId) ?? { kind: 'PINNED', numbers: new Map() };
}
