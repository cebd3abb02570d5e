import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { openPackage, readPackage, UnreadablePackageError, type PackageFault } from '@reflexbogen/exchange';
import { onItsOwn, Deadline } from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import type { ImportModel, ImportStudyInput, ImportStudyPayload } from './exchange.model.js';
import { PackageWriter, type WriteOutcome } from './package.writer.js';
import { UploadStore } from './upload.store.js';

interface Import {
  readonly owner: string;
  state: ImportModel;
}

const KEEP_MS = 60 * 60 * 1000;
/** Imports remembered after they ended; the oldest go first. */
const KEPT_IMPORTS = 1000;

/** Imports run on after the mutation that started them; whoever started one asks for it by id. */
@Injectable()
export class ImportService {
  private readonly logger = new Logger(ImportService.name);
  private readonly imports = new Map<string, Import>();

  constructor(
    private readonly uploads: UploadStore,
    private readonly writer: PackageWriter,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  find(id: string, actor: Actor | null): ImportModel | null {
    const found = this.imports.get(id);
    return found !== undefined && found.owner === actor?.id ? found.state : null;
  }

  start(input: ImportStudyInput, actor: Actor | null): ImportStudyPayload {
    const path = actor === null ? null : this.uploads.take(input.upload, actor);
    if (actor === null || path === null)
      return {
        import: null,
        errors: [
          {
            code: 'UNKNOWN_UPLOAD',
            message: 'There is no such upload of yours; send the package to /exchange/uploads first.',
            path: ['input', 'upload'],
          },
        ],
      };
    const entry = this.remember(actor.id, input.dryRun);
    const run = async (): Promise<void> => {
      try {
        await this.run(path, entry, actor, input.dryRun);
      } finally {
        await rm(path, { force: true });
      }
    };
    void onItsOwn(new Deadline(this.configuration.transferMs), run);
    return { import: entry.state, errors: [] };
  }

  /** Imports a folder or zip of this machine: the reference study at the first start. */
  async importPath(path: string, actor: Pick<Actor, 'id'>): Promise<ImportModel> {
    const entry = this.remember(actor.id, false);
    await this.run(path, entry, actor, false);
    return entry.state;
  }

  private remember(owner: string, dryRun: boolean): Import {
    const state: ImportModel = {
      id: randomUUID(),
      status: 'RUNNING',
      dryRun,
      percent: 0,
      study: null,
      unchanged: false,
      municipalities: 0,
      submissions: 0,
      answers: 0,
      faultCount: 0,
      faults: [],
    };
    const entry = { owner, state };
    const oldest = this.imports.keys().next().value;
    if (this.imports.size >= KEPT_IMPORTS && oldest !== undefined) this.imports.delete(oldest);
    this.imports.set(state.id, entry);
    setTimeout(() => this.imports.delete(state.id), KEEP_MS).unref();
    return entry;
  }

  private async run(path: string, entry: Import, actor: Pick<Actor, 'id'>, dryRun: boolean): Promise<void> {
    const update = (change: Partial<ImportModel>) => (entry.state = { ...entry.state, ...change });
    const refuse = (faults: readonly PackageFault[], faultCount: number) =>
      update({ status: 'REFUSED', percent: 100, faults, faultCount });
    try {
      const source = await openPackage(path);
      try {
        const read = await readPackage(source, {
          onProgress: (done, total) => update({ percent: Math.min(90, Math.floor((90 * done) / Math.max(1, total))) }),
        });
        if (!read.ok) {
          const [{ faults, count } = { faults: [], count: 0 }] = read.errors;
          refuse(faults, count);
          return;
        }
        const { study, municipalities, submissions, answers } = read.value;
        update({
          percent: 90,
          study: study.slug,
          municipalities: municipalities.length,
          submissions: submissions.length,
          answers,
        });
        const outcome: WriteOutcome = await this.writer.write(read.value, actor, dryRun);
        if (outcome.kind === 'REFUSED') refuse(outcome.faults, outcome.faults.length);
        else update({ status: 'SUCCEEDED', percent: 100, unchanged: outcome.kind === 'UNCHANGED' });
      } finally {
        source.close();
      }
    } catch (error) {
      if (error instanceof UnreadablePackageError) {
        refuse([error.fault], 1);
        return;
      }
      // The importer's caller learns that it failed; why is for the log alone.
      this.logger.error(error);
      update({ status: 'FAILED', percent: 100 });
    }
  }
}
