import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  onItsOwn,
  Deadline,
  FreezeRepository,
  HeavyReads,
  MunicipalityRepository,
  QuestionSetRepository,
  RoundRepository,
  SubmissionRepository,
} from '@reflexbogen/persistence';
import type { AggregateFigure } from '@reflexbogen/exchange';
import { seesSingleAnswers, type Actor } from '../access/actor.js';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { StudyService } from '../study/study.service.js';
import type { DataExportModel, ExportDataErrorCode, ExportDataInput, ExportDataPayload } from './data-export.model.js';
import { ComparisonService } from '../comparison/comparison.service.js';
import { StudyViewService } from '../comparison/study-view.js';
import { aggregateFigures } from './aggregate-figures.js';
import { DATA_FORMATS, fileNameOf } from './data-formats.js';
import { studyDataset, type DatasetRequest } from './study-dataset.js';

interface DataExport {
  readonly owner: string;
  readonly path: string;
  state: DataExportModel;
}

/** A file ready to be sent. */
export interface ExportFile {
  /** Id of the person who asked for it. */
  readonly owner: string;
  readonly path: string;
  readonly size: number;
  readonly fileName: string;
  readonly contentType: string;
  readonly etag: string;
}

const KEEP_MS = 60 * 60 * 1000;
/** Each holds a connection and a snapshot. */
const MAX_RUNNING = 2;

/**
 * Writes data files into the data folder and hands out signed links to them for an hour. Each export is read from one
 * REPEATABLE READ snapshot. The files are known to the replica that wrote them.
 */
@Injectable()
export class DataExportService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(DataExportService.name);
  private readonly exports = new Map<string, DataExport>();
  private readonly folder: string;
  /** Links of a service that was restarted are void, as are its files. */
  private readonly key = randomBytes(32);
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly heavyReads: HeavyReads,
    private readonly studies: StudyService,
    private readonly freezes: FreezeRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly rounds: RoundRepository,
    private readonly submissions: SubmissionRepository,
    private readonly views: StudyViewService,
    private readonly comparisons: ComparisonService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.folder = join(configuration.dataDir, 'exports');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      if (Date.now() - (await stat(path)).mtimeMs > KEEP_MS) await rm(path, { force: true });
    }
    this.sweeper = setInterval(() => void this.sweep(), KEEP_MS / 6).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all([...this.exports.values()].map(({ path }) => rm(path, { force: true })));
  }

  find(id: string, actor: Actor | null): DataExportModel | null {
    const found = this.exports.get(id);
    return found !== undefined && found.owner === actor?.id ? found.state : null;
  }

  async start(input: ExportDataInput, actor: Actor | null): Promise<ExportDataPayload> {
    const refuse = (code: ExportDataErrorCode, message: string, field: string): ExportDataPayload => ({
      export: null,
      errors: [{ code, message, path: ['input', field] }],
    });
    const study = await this.studies.find(input.study, actor);
    if (study === null || actor === null)
      return refuse('UNKNOWN_STUDY', `There is no study ${input.study}, or your token does not cover it.`, 'study');
    if (!seesSingleAnswers(actor, study.disclosure))
      return refuse(
        'SINGLE_ANSWERS_PROTECTED',
        'An export holds single answers, and your token does not see them.',
        'study',
      );
    const freeze = input.freeze ? await this.freezes.find(study.id, input.freeze) : null;
    if (input.freeze && freeze === null)
      return refuse('UNKNOWN_FREEZE', `Study ${study.slug} has no freeze ${input.freeze}.`, 'freeze');
    const known = (freeze?.rounds ?? (await this.rounds.listByStudy(study.id))).map(({ code }) => code);
    const unknown = (input.rounds ?? []).filter((code) => !known.includes(code));
    if (unknown.length > 0)
      return refuse(
        'UNKNOWN_ROUND',
        `Study ${study.slug} has no round ${unknown.join(', ')}; expected some of ${known.join(', ')}.`,
        'rounds',
      );
    if ([...this.exports.values()].filter(({ state }) => state.status === 'RUNNING').length >= MAX_RUNNING)
      return refuse('TOO_MANY_EXPORTS', `${MAX_RUNNING} exports are running; try again when one is done.`, 'format');
    const entry = this.remember(input, actor.id, freeze?.name ?? null);
    const rounds = input.rounds ?? null;
    const request = { study, freeze, rounds, locale: input.locale, takenAt: new Date() };
    void onItsOwn(new Deadline(this.configuration.transferMs), () => this.run(entry, request));
    return { export: entry.state, errors: [] };
  }

  /** The file behind a signed link; null where the link was not made here, has expired, or its file is gone. */
  async open(id: string, expires: string, signature: string): Promise<ExportFile | null> {
    const expected = Buffer.from(this.signatureOf(id, expires));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    const found = this.exports.get(id);
    if (found?.state.status !== 'READY' || Number(expires) < Date.now()) return null;
    const { size } = await stat(found.path);
    return {
      owner: found.owner,
      path: found.path,
      size,
      fileName: found.state.fileName,
      contentType: DATA_FORMATS[found.state.format].contentType,
      etag: `"${id}"`,
    };
  }

  private remember({ study, format }: ExportDataInput, owner: string, freeze: string | null): DataExport {
    const id = randomUUID();
    const fileName = fileNameOf(study, freeze, format);
    const state: DataExportModel = {
      id,
      format,
      status: 'RUNNING',
      percent: 0,
      fileName,
      downloadPath: null,
      expiresAt: null,
    };
    const entry: DataExport = { owner, path: join(this.folder, id), state };
    this.exports.set(id, entry);
    return entry;
  }

  private async run(entry: DataExport, request: DatasetRequest): Promise<void> {
    const { id, format } = entry.state;
    try {
      await this.heavyReads.run((database) =>
        database.transaction('REPEATABLE READ', async (manager) => {
          await manager.query('SET TRANSACTION READ ONLY');
          let rows = 0;
          const { municipalities, questionSets, rounds, submissions } = this;
          const source = await studyDataset(
            request,
            { municipalities, questionSets, rounds, submissions },
            manager,
            () => (rows += 1),
          );
          const { passes, write } = DATA_FORMATS[format];
          const total = Math.max(1, source.dataset.rowCount * passes);
          const { study, freeze } = request;
          const chunks = write({
            ...source,
            study,
            figures: () => this.figuresOf(request),
            wideCsvName: fileNameOf(study.slug, freeze?.name ?? null, 'WIDE_CSV'),
          });
          const counted = async function* () {
            for await (const chunk of chunks) {
              entry.state = { ...entry.state, percent: Math.min(99, Math.floor((100 * rows) / total)) };
              yield chunk;
            }
          };
          await pipeline(Readable.from(counted()), createWriteStream(entry.path, { flags: 'w', mode: 0o600 }));
        }),
      );
      const expiresAt = new Date(Date.now() + KEEP_MS);
      const expires = String(expiresAt.getTime());
      const downloadPath = `/exchange/exports/${id}?expires=${expires}&signature=${this.signatureOf(id, expires)}`;
      entry.state = { ...entry.state, status: 'READY', percent: 100, downloadPath, expiresAt };
    } catch (error) {
      this.logger.error(error);
      entry.state = { ...entry.state, status: 'FAILED' };
      await rm(entry.path, { force: true });
    }
  }

  private async *figuresOf({ study, freeze, rounds }: DatasetRequest): AsyncGenerator<AggregateFigure> {
    yield* aggregateFigures(await this.views.unprotected(study, freeze), rounds, this.comparisons);
  }

  private signatureOf(id: string, expires: string): string {
    return createHmac('sha256', this.key).update(`${id} ${expires}`).digest('base64url');
  }

  private async sweep(): Promise<void> {
    for (const [id, { path, state }] of this.exports) {
      const isOver = state.status === 'FAILED' || (state.expiresAt !== null && state.expiresAt.getTime() < Date.now());
      if (!isOver) continue;
      this.exports.delete(id);
      await rm(path, { force: true });
    }
  }
}
