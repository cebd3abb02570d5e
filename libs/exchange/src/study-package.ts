import type {
  Attribute,
  LocalizedText,
  MunicipalityInfo,
  QuestionSet,
  QuestionSetDocument,
  RoundStatus,
} from '@reflexbogen/domain';

export const PACKAGE_FORMAT = 'reflexbogen/1';

/** A round as a package states it. */
export interface PackageRound {
  readonly code: string;
  readonly year: number;
  readonly questionSet: { readonly year: number; readonly revision: number };
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly status: RoundStatus;
}

/** What study.yaml says. */
export interface StudyDefinition {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
  readonly defaultLocale: string;
  readonly attributes: readonly Attribute[];
  readonly template: { readonly slug: string; readonly title: LocalizedText };
  /** By year and revision. */
  readonly questionSets: readonly QuestionSetDocument[];
  readonly rounds: readonly PackageRound[];
}

/** A member of the panel as a package states it; it gets its identity with the study. */
export type PackageMunicipality = Omit<MunicipalityInfo, 'id'>;

/** A study ready to be written: what study.yaml says, the panel, and the question sets prepared. */
export interface StudyPackage {
  readonly study: StudyDefinition;
  readonly municipalities: readonly PackageMunicipality[];
  /** One per entry of `study.questionSets`, in that order; their ids are `year/revision`. */
  readonly questionSets: readonly QuestionSet[];
}
