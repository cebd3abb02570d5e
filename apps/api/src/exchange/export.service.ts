import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { prepareQuestionSet, type QuestionSet } from '@reflexbogen/domain';
import { writePackage, type OutgoingSubmission, type StudyDefinition } from '@reflexbogen/exchange';
import {
  currentRows,
  keptOnRows,
  MunicipalityRepository,
  type RowScope,
  QuestionSetRepository,
  RoundRepository,
  type StoredRound,
  StudyRepository,
  SubmissionRepository,
  TemplateRepository,
} from '@reflexbogen/persistence';
import { seesSingleAnswers, type Actor } from '../access/actor.js';
import { StudyService } from '../study/study.service.js';
import type { ExportStudyInput, ExportStudyPayload } from './exchange.model.js';

interface Ticket {
  /** Id of the person who asked for it. */
  readonly owner: string;
  /** What whoever asked for it may see. */
  readonly rows: RowScope | null;
  readonly studyId: string;
  readonly expiresAt: number;
}

const TICKET_MS = 10 * 60 * 1000;

/** A package ready to be sent. */
export interface OutgoingPackage {
  readonly owner: string;
  /** Submissions that it holds at most. */
  readonly objects: number;
  readonly fileName: string;
  readonly body: Readable;
}

/** Studies on their way out: a ticket over GraphQL, the bytes over HTTP. */
@Injectable()
export class ExportService {
  private readonly tickets = new Map<string, Ticket>();

  constructor(
    private readonly access: StudyService,
    private readonly studies: StudyRepository,
    private readonly templates: TemplateRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly rounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly submissions: SubmissionRepository,
  ) {}

  async prepare(input: ExportStudyInput, actor: Actor | null): Promise<ExportStudyPayload> {
    const study = await this.access.find(input.study, actor);
    if (study === null)
      return {
        downloadPath: null,
        errors: [
          {
            code: 'UNKNOWN_STUDY',
            message: `There is no study ${input.study}, or your token does not cover it.`,
            path: ['input', 'study'],
          },
        ],
      };
    if (actor === null || !seesSingleAnswers(actor, study.disclosure))
      return {
        downloadPath: null,
        errors: [
          {
            code: 'SINGLE_ANSWERS_PROTECTED',
            message: 'An export holds single answers, and your token does not see them.',
            path: ['input', 'study'],
          },
        ],
      };
    for (const [ticket, { expiresAt }] of this.tickets) if (expiresAt < Date.now()) this.tickets.delete(ticket);
    const ticket = randomBytes(24).toString('base64url');
    this.tickets.set(ticket, {
      owner: actor.id,
      studyId: study.id,
      expiresAt: Date.now() + TICKET_MS,
      rows: currentRows(),
    });
    return { downloadPath: `/exchange/downloads/${ticket}`, errors: [] };
  }

  /** The package behind a ticket; null for a ticket that was never issued or has expired. */
  async open(ticket: string): Promise<OutgoingPackage | null> {
    const known = this.tickets.get(ticket);
    if (known === undefined || known.expiresAt < Date.now()) return null;
    const study = await this.studies.findById(known.studyId);
    const template = study === null ? null : await this.templates.findById(study.templateId);
    if (study === null || template === null) return null;
    const [rounds, municipalities, sets] = await Promise.all([
      this.rounds.listByStudy(study.id),
      this.municipalities.listByStudy(study.id),
      this.questionSets.findByTemplate(study.templateId),
    ]);
    const published = sets.filter(({ status }) => status !== 'DRAFT');
    const prepared = new Map(published.map(({ id, document }) => [id, prepareQuestionSet(id, document)]));
    const definition: StudyDefinition = {
      slug: study.slug,
      title: study.title,
      description: study.description,
      defaultLocale: study.defaultLocale,
      attributes: study.attributes,
      template: { slug: template.slug, title: template.title },
      questionSets: published.map(({ document }) => document),
      rounds: rounds.map((round) => ({
        code: round.code,
        year: round.year,
        questionSet: referenceOf(prepared, round),
        opensAt: round.opensAt,
        closesAt: round.closesAt,
        status: round.status,
      })),
    };
    const body = writePackage({
      study: definition,
      municipalities,
      // Read while it is sent, and in sight of whoever asked for the ticket.
      submissions: keptOnRows(known.rows, this.outgoing(rounds, municipalities, prepared)),
    });
    const objects = rounds.length * municipalities.length;
    return { owner: known.owner, objects, fileName: `${study.slug}.zip`, body };
  }

  private async *outgoing(
    rounds: readonly StoredRound[],
    municipalities: readonly { readonly id: string; readonly code: string }[],
    sets: ReadonlyMap<string, QuestionSet>,
  ): AsyncGenerator<OutgoingSubmission> {
    const codes = new Map(municipalities.map(({ id, code }) => [id, code]));
    const ids = municipalities.map(({ id }) => id);
    for (const round of rounds) {
      for await (const submission of this.submissions.stream(round.id, ids)) {
        const questionSet = sets.get(submission.questionSetId);
        const municipality = codes.get(submission.municipalityId);
        if (questionSet === undefined || municipality === undefined)
          throw new Error(
            `submission of ${submission.municipalityId} in round ${round.id} has no set or no municipality`,
          );
        yield { ...submission, municipality, round: round.code, questionSet };
      }
    }
  }
}

function referenceOf(sets: ReadonlyMap<string, QuestionSet>, round: StoredRound): { year: number; revision: number } {
  const set = sets.get(round.questionSetId);
  if (set === undefined) throw new Error(`round ${round.id} asks a set that is not published`);
  return { year: set.year, revision: set.revision };
}
