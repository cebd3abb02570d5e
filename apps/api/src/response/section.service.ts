import { Injectable } from '@nestjs/common';
import { checkComment, nextResponseStatus } from '@reflexbogen/domain';
import {
  type Department,
  onMunicipality,
  type SectionWork,
  SectionWorkRepository,
  type StoredSectionWork,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { actsOnBehalf, signedIn, type Actor } from '../access/actor.js';
import { StudyAudit } from '../audit/study-audit.js';
import type { OpenSheet, SheetRequest } from './open-sheet.js';
import {
  sectionWorkParent,
  type SaveDepartmentInput,
  type SaveDepartmentPayload,
  type SectionErrorCode,
  type UpdateSectionInput,
  type UpdateSectionPayload,
} from './section.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { SheetTransactions } from './sheet-transactions.js';

type SectionError = UpdateSectionPayload['errors'][number];
const fault = (code: SectionErrorCode, message: string, field: string): SectionError => ({
  code,
  message,
  path: ['input', field],
});

/** Sections of a sheet: to which department they belong, whether they are done, what is said about them. */
@Injectable()
export class SectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scopes: SheetScopeService,
    private readonly transactions: SheetTransactions,
    private readonly sections: SectionWorkRepository,
    private readonly audit: StudyAudit,
  ) {}

  async update(input: UpdateSectionInput, actor: Actor | null, receivedAt: Date): Promise<UpdateSectionPayload> {
    const scope = await this.scopes.ofId(input.response, actor);
    if (scope === null)
      return {
        work: null,
        errors: [fault('NOT_FOUND', 'There is no such response, or your token does not cover it.', 'response')],
      };
    const request = { actor: signedIn(actor), receivedAt };
    return this.transactions.run(scope, { questions: [] }, async (sheet, manager) => {
      const work = (await this.sections.listBySheet(scope.key, manager)).find(
        ({ section }) => section === input.section,
      );
      const departments = await this.sections.departments(scope.key.municipalityId, manager);
      const error = refusalOf(input, sheet, work, departments, request);
      if (error !== null) return { work: sectionWorkParent(work), errors: [error] };
      await this.store(scope, sheet, input, work, request, manager);
      const now = (await this.sections.listBySheet(scope.key, manager)).find(
        ({ section }) => section === input.section,
      );
      return { work: sectionWorkParent(now), errors: [] };
    });
  }

  private async store(
    scope: SheetScope,
    sheet: OpenSheet,
    input: UpdateSectionInput,
    work: StoredSectionWork | undefined,
    request: SheetRequest,
    manager: EntityManager,
  ): Promise<void> {
    const { section } = input;
    const department = input.department === undefined ? (work?.department ?? null) : input.department;
    const comment = input.comment === undefined ? (work?.comment ?? null) : input.comment || null;
    const wasDone = (work?.doneAt ?? null) !== null;
    const isDone = input.done ?? wasDone;
    if (department !== (work?.department ?? null))
      sheet.record(request, { act: 'ASSIGN_SECTION', object: section, old: work?.department ?? null, new: department });
    if (isDone !== wasDone)
      sheet.record(request, { act: 'MARK_SECTION', object: section, old: doneText(wasDone), new: doneText(isDone) });
    if (comment !== (work?.comment ?? null))
      sheet.record(request, { act: 'COMMENT_SECTION', object: section, old: work?.comment ?? null, new: comment });
    const next: SectionWork = {
      section,
      department,
      comment,
      doneAt: isDone ? (wasDone ? (work?.doneAt ?? null) : request.receivedAt) : null,
      doneBy: isDone ? request.actor.id : null,
    };
    await this.sections.save(scope.key, next, manager);
    sheet.moveTo(sheet.status);
  }

  async saveDepartment(input: SaveDepartmentInput, actor: Actor | null): Promise<SaveDepartmentPayload> {
    const municipality = await this.scopes.municipality(input.study, input.municipality, actor);
    if (municipality === null)
      return {
        departments: [],
        errors: [fault('NOT_FOUND', 'There is no such municipality, or your token does not cover it.', 'municipality')],
      };
    if (!signedIn(actor).signatory && !actsOnBehalf(signedIn(actor)))
      return {
        departments: [],
        errors: [fault('NOT_SIGNATORY', 'Departments are named by the signatory or by staff.', 'municipality')],
      };
    const departments = await onMunicipality(input.study, municipality.id, () =>
      this.dataSource.transaction(async (manager) => {
        const { code, name } = input;
        const before = await this.sections.saveDepartment(municipality.id, { code, name }, manager);
        if (before !== name) {
          const deed = {
            act: 'SAVE_DEPARTMENT',
            object: `${municipality.code}/${code}`,
            old: before,
            new: name,
          } as const;
          await this.audit.record(municipality.studyId, signedIn(actor), deed, manager);
        }
        return this.sections.departments(municipality.id, manager);
      }),
    );
    return { departments, errors: [] };
  }

  /** The departments of a municipality by code; null where the token does not cover it. */
  async departmentsOf(study: string, code: string, actor: Actor | null): Promise<readonly Department[] | null> {
    const municipality = await this.scopes.municipality(study, code, actor);
    return municipality === null
      ? null
      : onMunicipality(study, municipality.id, () => this.sections.departments(municipality.id));
  }
}

const doneText = (isDone: boolean): string => (isDone ? 'done' : 'open');

function refusalOf(
  input: UpdateSectionInput,
  sheet: OpenSheet,
  work: StoredSectionWork | undefined,
  departments: readonly Department[],
  { actor, receivedAt }: SheetRequest,
): SectionError | null {
  const leads = actor.signatory || actsOnBehalf(actor);
  const closed = sheet.windowRefusal(receivedAt);
  if (closed !== null) return fault('ROUND_NOT_OPEN', closed, 'response');
  const next = nextResponseStatus(sheet.status === 'NOT_STARTED' ? 'DRAFT' : sheet.status, 'SAVE');
  if (!next.ok) return fault('NOT_EDITABLE', `The sheet cannot be edited: ${next.errors.join('; ')}.`, 'response');
  if (!sheet.questionSet.document.sections.some(({ code }) => code === input.section))
    return fault('UNKNOWN_SECTION', `The sheet has no section ${input.section}.`, 'section');
  const revision = work?.revision ?? 0;
  if ((input.basedOnRevision ?? revision) !== revision)
    return fault(
      'STALE_REVISION',
      `Seen at revision ${input.basedOnRevision}, it is at ${revision}.`,
      'basedOnRevision',
    );
  if (input.department !== undefined && input.department !== (work?.department ?? null)) {
    if (!leads) return fault('NOT_SIGNATORY', 'Sections are given to departments by the signatory.', 'department');
    if (input.department !== null && !departments.some(({ code }) => code === input.department))
      return fault('UNKNOWN_DEPARTMENT', `The municipality has no department ${input.department}.`, 'department');
  }
  if (work?.department && !leads && actor.department !== null && actor.department !== work.department)
    return fault('NOT_YOUR_SECTION', `Section ${input.section} is worked on by ${work.department}.`, 'section');
  const comment = checkComment(input.comment ?? '');
  if (comment !== null) return fault('INVALID_VALUE', `${comment.message} Expected: ${comment.expected}`, 'comment');
  return null;
}
