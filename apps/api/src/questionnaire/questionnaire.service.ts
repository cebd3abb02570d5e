import { readFile, rm, stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { localize, prepareQuestionSet, type QuestionSetDocument } from '@reflexbogen/domain';
import {
  missingTranslations,
  readQuestionnaire,
  readTranslationCsv,
  readXliff,
  readXlsform,
  stringsOf,
  UnreadablePackageError,
  writeQuestionnaire,
  writeTranslationCsv,
  writeTypes,
  writeXliff,
  writeXlsform,
  type NotTakenOver,
  type PackageFault,
  type Particulars,
  type Questionnaire,
  type XlsformFault,
} from '@reflexbogen/exchange';
import {
  QuestionSetRepository,
  RoundRepository,
  StudyRepository,
  type StoredQuestionSet,
} from '@reflexbogen/persistence';
import { mayTouchStudy, type Actor } from '../access/actor.js';
import { UploadStore } from '../exchange/upload.store.js';
import { badInput } from '../graphql/api-error.js';
import { actError, type FaultError, type FaultParticularsModel } from '../graphql/fault-error.js';
import { sentenceParameters } from '../graphql/sentence-parameter.model.js';
import { DraftingService } from '../question-set/drafting.service.js';
import { questionSetParent } from '../question-set/question-set.parent.js';
import type {
  MissingTranslationModel,
  NotTakenOverModel,
  QuestionnaireFaultModel,
  QuestionnaireFileModel,
  QuestionnaireFormat,
  ReadQuestionnaireErrorCode,
  ReadQuestionnaireInput,
  ReadQuestionnairePayload,
} from './questionnaire.model.js';

export interface FileArgs {
  readonly format: QuestionnaireFormat;
  /** YAML: the file as it was, whose comments are to stay. */
  readonly previous: string | null | undefined;
  readonly source: string | null | undefined;
  readonly target: string | null | undefined;
}

/** Bytes of a file that comes in. */
const MAX_FILE = 16 * 1_048_576;
const MAX_LOCALES = 50;

interface FileType {
  readonly suffix: string;
  readonly mediaType: string;
}

const FILE_TYPES: Readonly<Record<QuestionnaireFormat, FileType>> = {
  YAML: { suffix: 'yaml', mediaType: 'application/yaml' },
  JSON: { suffix: 'json', mediaType: 'application/json' },
  XLSFORM: { suffix: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  XLIFF: { suffix: 'xlf', mediaType: 'application/xliff+xml' },
  TRANSLATION_CSV: { suffix: 'csv', mediaType: 'text/csv; charset=utf-8' },
};

/** What came out of a file. */
interface Incoming {
  readonly document: QuestionSetDocument | null;
  readonly faults: readonly QuestionnaireFaultModel[];
  readonly notTakenOver: readonly NotTakenOverModel[];
  /** Set where the file is of another template. */
  readonly template?: string;
}

/** Question sets as files: as code, as spreadsheet forms, for translators, as types. */
@Injectable()
export class QuestionnaireService {
  constructor(
    private readonly questionSets: QuestionSetRepository,
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly uploads: UploadStore,
    private readonly drafting: DraftingService,
  ) {}

  /** @throws BAD_USER_INPUT for a file for translators without a target language */
  async file({ template, document }: StoredQuestionSet, args: FileArgs): Promise<QuestionnaireFileModel> {
    const { suffix, mediaType } = FILE_TYPES[args.format];
    const { year, revision } = document;
    const language = args.target ? `-${args.target}` : '';
    const content = await contentOf(template, document, args);
    return {
      name: `${template}-${year}-${revision}${language}.${suffix}`,
      mediaType,
      base64: Buffer.from(content).toString('base64'),
    };
  }

  /** @throws BAD_USER_INPUT for too many languages */
  missingTranslations({ document }: StoredQuestionSet, locales: readonly string[]): readonly MissingTranslationModel[] {
    if (locales.length > MAX_LOCALES)
      throw badInput(`locales: expected at most ${MAX_LOCALES}, got ${locales.length}.`);
    const texts = new Map(stringsOf(document).map(({ key, text }) => [key, text]));
    return missingTranslations(document, locales).flatMap(({ locale, missing }) =>
      missing.map(({ key }) => ({ locale, key, source: localize(texts.get(key) ?? {}, 'de') })),
    );
  }

  /** Types for the set that a round asks; null where there is no such round for this person. */
  async types(study: string, round: string, actor: Actor | null): Promise<string | null> {
    const found = mayTouchStudy(actor, study) ? await this.studies.findBySlug(study) : null;
    const asked = found === null ? null : await this.rounds.findByCode(found.id, round);
    if (asked === null) return null;
    const { id, document } = await this.found(asked.questionSetId);
    return writeTypes(prepareQuestionSet(id, document), { study, round });
  }

  async read(input: ReadQuestionnaireInput, actor: Actor | null): Promise<ReadQuestionnairePayload> {
    const refused = (
      stored: StoredQuestionSet | null,
      error: FaultError<ReadQuestionnaireErrorCode>,
      more: Partial<ReadQuestionnairePayload> = {},
    ): ReadQuestionnairePayload => ({
      questionSet: stored === null ? null : questionSetParent(stored),
      merged: [],
      conflict: null,
      notTakenOver: [],
      faults: [],
      ...more,
      errors: [error],
    });
    const refuse = (
      stored: StoredQuestionSet | null,
      code: ReadQuestionnaireErrorCode,
      message: string,
      field: string,
      more: Partial<ReadQuestionnairePayload> = {},
    ): ReadQuestionnairePayload => refused(stored, { code, message, path: ['input', field] }, more);
    const path = actor === null ? null : this.uploads.take(input.upload, actor);
    if (path === null) return refuse(null, 'UNKNOWN_UPLOAD', 'There is no such upload of yours.', 'upload');
    try {
      const stored = await this.questionSets.findById(input.id);
      if (stored === null) return refuse(null, 'NOT_FOUND', 'There is no such question set.', 'id');
      const { size } = await stat(path);
      if (size > MAX_FILE)
        return refused(
          stored,
          actError('FILE_SIZE', { count: size, most: MAX_FILE }, 'INVALID_FILE', ['input', 'upload']),
        );
      const { template } = stored;
      const incoming = await incomingFrom(template, await readFile(path), stored.document, input);
      if (incoming.document === null)
        return refuse(stored, 'INVALID_FILE', `The file has ${incoming.faults.length} faults.`, 'upload', {
          faults: incoming.faults,
          notTakenOver: incoming.notTakenOver,
        });
      if (incoming.template !== undefined && incoming.template !== template)
        return refused(
          stored,
          actError('FILE_OF_OTHER', { other: incoming.template, template }, 'OTHER_TEMPLATE', ['input', 'upload']),
        );
      const saved = await this.drafting.saveDocument(input.id, input.version, incoming.document, actor);
      return { ...saved, notTakenOver: incoming.notTakenOver, faults: [] };
    } finally {
      await rm(path, { force: true });
    }
  }

  private async found(id: string): Promise<StoredQuestionSet> {
    const stored = await this.questionSets.findById(id);
    if (stored === null) throw new Error(`question set ${id} vanished`);
    return stored;
  }
}

async function contentOf(
  template: string,
  document: QuestionSetDocument,
  { format, previous, source, target }: FileArgs,
): Promise<string | Uint8Array> {
  const questionnaire: Questionnaire = { template, document };
  const languages = (): { source: string; target: string } => {
    if (!target) throw badInput('target: a file for translators needs the language translated to.');
    return { source: source ?? 'de', target };
  };
  switch (format) {
    case 'YAML':
      try {
        return writeQuestionnaire(questionnaire, 'yaml', previous ? { previousText: previous } : {});
      } catch (error) {
        if (error instanceof UnreadablePackageError)
          throw badInput(`previous: ${error.fault.message} Expected: ${error.fault.expected}`);
        throw error;
      }
    case 'JSON':
      return writeQuestionnaire(questionnaire, 'json');
    case 'XLSFORM':
      return writeXlsform(document, { language: source ?? 'de' });
    case 'XLIFF':
      return writeXliff(questionnaire, languages());
    case 'TRANSLATION_CSV':
      return writeTranslationCsv(questionnaire, languages());
  }
}

const packageFaults = (errors: readonly PackageFault[]): readonly QuestionnaireFaultModel[] =>
  errors.map(({ line, column, message, expected, particulars }) => ({
    sheet: null,
    line,
    column: column === null ? null : String(column),
    message,
    expected,
    particulars: particularsOf(particulars),
  }));

const sheetFaults = (errors: readonly XlsformFault[]): readonly QuestionnaireFaultModel[] =>
  errors.map(({ row, particulars, ...fault }) => ({ ...fault, line: row, particulars: particularsOf(particulars) }));

const leftOut = ({ particulars, ...one }: NotTakenOver): NotTakenOverModel => ({
  ...one,
  particulars: particularsOf(particulars),
});

const particularsOf = (particulars: Particulars | undefined): FaultParticularsModel | null =>
  particulars === undefined
    ? null
    : { reason: particulars.reason, parameters: sentenceParameters(particulars.parameters) };

async function incomingFrom(
  template: string,
  bytes: Buffer,
  document: QuestionSetDocument,
  { format, language }: ReadQuestionnaireInput,
): Promise<Incoming> {
  const none = { notTakenOver: [], faults: [] };
  const ofText = (
    outcome:
      | { readonly ok: true; readonly value: Questionnaire }
      | { readonly ok: false; readonly errors: readonly PackageFault[] },
  ): Incoming =>
    outcome.ok
      ? { ...none, document: outcome.value.document, template: outcome.value.template }
      : { ...none, document: null, faults: packageFaults(outcome.errors) };
  switch (format) {
    case 'YAML':
    case 'JSON':
      return ofText(readQuestionnaire(bytes.toString('utf8'), 'questionnaire'));
    case 'XLIFF':
      return ofText(readXliff(bytes.toString('utf8'), { template, document }));
    case 'TRANSLATION_CSV':
      return ofText(await readTranslationCsv(bytes.toString('utf8'), { template, document }));
    case 'XLSFORM': {
      const { year, revision } = document;
      const form = await readXlsform(bytes, { year, revision, ...(language ? { language } : {}) });
      return form.ok
        ? { document: form.value.document, faults: [], notTakenOver: form.value.notTakenOver.map(leftOut) }
        : { ...none, document: null, faults: sheetFaults(form.errors) };
    }
  }
}
