import { Injectable } from '@nestjs/common';
import { canonicalJson, changePanel, type NewMunicipality, type PanelChange } from '@reflexbogen/domain';
import { MunicipalityRepository, StudyRepository, type StoredStudy } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { mayTouchStudy, signedIn, type Actor } from '../access/actor.js';
import { StudyAudit } from '../audit/study-audit.js';
import type { MutationError } from '../graphql/mutation-error.js';
import { municipalityParent } from './municipality.service.js';
import type {
  ChangePanelErrorCode,
  ChangePanelInput,
  ChangePanelPayload,
  NewMunicipalityInput,
  PanelChangeInput,
} from './panel-change.model.js';

@Injectable()
export class PanelService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly studies: StudyRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly audit: StudyAudit,
  ) {}

  /** Applies all changes or none. Nobody is removed: earlier figures stay what they were. */
  async change(input: ChangePanelInput, actor: Actor | null): Promise<ChangePanelPayload> {
    const refused = (...errors: readonly MutationError<ChangePanelErrorCode>[]): ChangePanelPayload => ({
      municipalities: [],
      errors,
    });
    const study = mayTouchStudy(actor, input.study) ? await this.studies.findBySlug(input.study) : null;
    if (study === null)
      return refused({
        code: 'UNKNOWN_STUDY',
        message: `There is no study ${input.study}.`,
        path: ['input', 'study'],
      });
    const unknown = input.changes.flatMap((change, index) =>
      newcomersOf(change).flatMap((municipality) => attributeErrors(study, municipality, index)),
    );
    if (unknown.length > 0) return refused(...unknown);
    return this.dataSource.transaction(async (manager): Promise<ChangePanelPayload> => {
      // Two changes at once would not see each other's codes.
      await this.studies.lock(study.slug, manager);
      const panel = await this.municipalities.listByStudy(study.id, manager);
      const outcome = changePanel(panel, input.changes.map(changeFrom));
      if (!outcome.ok)
        return refused(
          ...outcome.errors.map(({ index, message }) => ({
            code: 'INVALID_CHANGE' as const,
            message,
            path: ['input', 'changes', String(index)],
          })),
        );
      await this.municipalities.change(study.id, outcome.value, manager);
      await this.audit.record(
        study.id,
        signedIn(actor),
        { act: 'CHANGE_PANEL', object: null, old: null, new: canonicalJson(outcome.value) },
        manager,
      );
      await this.studies.announce(study.id, manager);
      const touched = new Set([...outcome.value.added, ...outcome.value.changed].map(({ code }) => code));
      const now = await this.municipalities.listByStudy(study.id, manager);
      return { municipalities: now.filter(({ code }) => touched.has(code)).map(municipalityParent), errors: [] };
    });
  }
}

const newcomersOf = ({ join, merge, split }: PanelChangeInput): readonly NewMunicipalityInput[] => [
  ...(join ? [join.municipality] : []),
  ...(merge ? [merge.into] : []),
  ...(split?.into ?? []),
];

function attributeErrors(
  study: StoredStudy,
  { code, attributes }: NewMunicipalityInput,
  index: number,
): readonly MutationError<ChangePanelErrorCode>[] {
  return attributes.flatMap(({ attribute, value }) => {
    const known = study.attributes.find((candidate) => candidate.code === attribute);
    const isKnown =
      known !== undefined && (known.values.length === 0 || known.values.some((each) => each.code === value));
    return isKnown
      ? []
      : [
          {
            code: 'UNKNOWN_ATTRIBUTE' as const,
            message: `${code}: the study has no attribute ${attribute} with the value ${value}.`,
            path: ['input', 'changes', String(index)],
          },
        ];
  });
}

const newcomerFrom = ({ code, name, officialKey, attributes }: NewMunicipalityInput): NewMunicipality => ({
  code,
  name,
  officialKey: officialKey ?? null,
  attributes: Object.fromEntries(attributes.map(({ attribute, value }) => [attribute, value])),
});

/** The schema has made sure that exactly one field is set. */
function changeFrom({ join, leave, merge, split }: PanelChangeInput): PanelChange {
  if (join) return { kind: 'JOIN', municipality: newcomerFrom(join.municipality), year: join.year };
  if (leave) return { kind: 'LEAVE', code: leave.municipality, year: leave.year };
  if (merge)
    return {
      kind: 'MERGE',
      parts: merge.parts,
      into: newcomerFrom(merge.into),
      year: merge.year,
      ...(merge.carriesOn ? { carriesOn: merge.carriesOn } : {}),
    };
  if (split)
    return {
      kind: 'SPLIT',
      code: split.municipality,
      into: split.into.map(newcomerFrom),
      year: split.year,
      ...(split.carriedOnBy ? { carriedOnBy: split.carriedOnBy } : {}),
    };
  throw new Error('a panel change without a kind passed the schema');
}
