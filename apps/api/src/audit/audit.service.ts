import { Inject, Injectable } from '@nestjs/common';
import {
  publicKeyOf,
  keyIdOf,
  signCheckpoint,
  verifyChain,
  verifyCheckpoints,
  type ChainHead,
  type SignedCheckpoint,
} from '@reflexbogen/domain';
import {
  asService,
  AuditRepository,
  SheetEventRepository,
  SubmissionRepository,
  type AuditedSheet,
  type SheetKey,
  type StoredSheetEvent,
  type StoredSubmission,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { CLOCK, type Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { rowsByKey } from '../graphql/operation-loader.js';
import { recordedAnswer } from '../response/history.service.js';
import { sheetChain } from '../response/open-sheet.js';
import { loadedIn, SheetScopeService, type LoadedSet } from '../response/sheet-scope.js';
import { storedReceipt } from '../response/stored-receipt.js';
import { StudyService, type StudyParent } from '../study/study.service.js';
import { auditKey } from './audit-key.js';
import type { AuditFaultModel, AuditVerificationModel, CheckpointModel } from './audit.model.js';
import { studyChain } from './study-audit.js';

const SHEETS_AT_ONCE = 500;
const EVENTS_AT_ONCE = 5_000;
/** Of more, the first ones say enough. */
const MOST_FAULTS = 1_000;

/** A checkpoint that was kept outside of the database. */
export interface KeptCheckpoint {
  readonly number: number;
  readonly hash: string;
}

/** Signs where the chains of a study stand, and checks that they still are what was written. */
@Injectable()
export class AuditService {
  private readonly key: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly studies: StudyService,
    private readonly audit: AuditRepository,
    private readonly events: SheetEventRepository,
    private readonly submissions: SubmissionRepository,
    private readonly scopes: SheetScopeService,
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = auditKey(configuration);
  }

  /** PEM of the key by which checkpoints are verified. */
  get publicKey(): string {
    return publicKeyOf(this.key);
  }

  /** Signs all chains of a study that have moved since the last checkpoint. @returns null where there is no such study */
  async checkpoint(slug: string, actor: Actor | null): Promise<CheckpointModel | null> {
    const study = await this.studies.find(slug, actor);
    return study === null ? null : checkpointParent(await this.sign(study.id, study.slug), this.publicKey);
  }

  /** The last checkpoint where nothing has moved since. */
  sign(studyId: string, slug: string): Promise<SignedCheckpoint> {
    // Whoever asked: what is signed is all there is, or later signatures would vouch for less.
    return asService(() =>
      this.dataSource.transaction(async (manager) => {
        const own = await this.events.lockStudy(studyId, manager);
        const { last, heads } = await this.audit.signed(studyId, manager);
        const moved = [...(await this.headsNow(studyId, own, manager))].filter(
          ([name, head]) => (heads.get(name) ?? 0) < head.number,
        );
        if (moved.length === 0 && last !== null) {
          const latest = (await this.audit.checkpoints(studyId, slug, manager)).at(-1);
          if (latest !== undefined) return latest;
        }
        const checkpoint = signCheckpoint(
          {
            study: slug,
            number: (last?.number ?? 0) + 1,
            at: this.clock.now(),
            previous: last?.hash ?? null,
            heads: Object.fromEntries(moved),
          },
          this.key,
        );
        await this.audit.addCheckpoint(studyId, checkpoint, manager);
        return checkpoint;
      }),
    );
  }

  private async headsNow(
    studyId: string,
    own: ChainHead | null,
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, ChainHead>> {
    const sheets = [...(await this.audit.heads(studyId, manager))].map(
      ([name, head]) => [`sheet ${name}`, head] as const,
    );
    return new Map([...sheets, ...(own === null ? [] : [[studyChain(studyId), own] as const])]);
  }

  /**
   * Checks everything of a study: each chain entry by entry, against the end that stands beside it and against every signed
   * head; the working copies and submissions against the chains; the checkpoints against their signatures and against those
   * that were kept elsewhere.
   */
  async verify(
    slug: string,
    kept: readonly KeptCheckpoint[],
    actor: Actor | null,
  ): Promise<AuditVerificationModel | null> {
    const study = await this.studies.find(slug, actor);
    if (study === null) return null;
    // One snapshot: what is saved meanwhile is no fault.
    return asService(() =>
      this.dataSource.transaction('REPEATABLE READ', (manager) => this.verifyWithin(study, kept, manager)),
    );
  }

  /** All of it as the transaction sees it. */
  async verifyWithin(
    study: Pick<StudyParent, 'id' | 'slug' | 'templateId'>,
    kept: readonly KeptCheckpoint[],
    manager: EntityManager,
  ): Promise<AuditVerificationModel> {
    const checkpoints = await this.audit.checkpoints(study.id, study.slug, manager);
    const faults: AuditFaultModel[] = [...this.checkpointFaults(checkpoints, kept)];
    const signed = new Map<string, ChainHead[]>();
    for (const { heads } of checkpoints)
      for (const [name, head] of Object.entries(heads)) signed.set(name, [...(signed.get(name) ?? []), head]);

    const own = studyChain(study.id);
    const studyEvents = await this.events.ofStudy(study.id, 0, 1_000_000, manager);
    const ownFault = verifyChain(own, studyEvents, signed.get(own));
    signed.delete(own);
    if (ownFault !== null) faults.push({ chain: 'study', ...ownFault });
    let events = studyEvents.length;
    let sheets = 0;
    for await (const { sheet, events: list, submissions } of this.sheets(study, manager)) {
      const name = sheetChain(sheet);
      events += list.length;
      sheets += 1;
      faults.push(...sheetFaults(sheet, list, signed.get(name) ?? []));
      faults.push(...submissionFaults(study.slug, sheet, list, submissions));
      signed.delete(name);
      if (faults.length >= MOST_FAULTS) break;
    }
    if (faults.length < MOST_FAULTS)
      for (const name of signed.keys())
        faults.push({ chain: name, number: 1, kind: 'TRUNCATED', message: 'The whole chain is gone.' });
    return { faults: faults.slice(0, MOST_FAULTS), events, sheets, checkpoints: checkpoints.length };
  }

  private *checkpointFaults(
    checkpoints: readonly SignedCheckpoint[],
    kept: readonly KeptCheckpoint[],
  ): Generator<AuditFaultModel> {
    const { publicKey } = this;
    const fault = verifyCheckpoints(checkpoints, new Map([[keyIdOf(publicKey), publicKey]]));
    if (fault !== null) yield { chain: 'checkpoints', kind: 'CHANGED', ...fault };
    for (const { number, hash } of kept)
      if (checkpoints.find((checkpoint) => checkpoint.number === number)?.hash !== hash)
        yield {
          chain: 'checkpoints',
          kind: 'CHANGED',
          number,
          message: `Checkpoint ${number} is not the one that was kept.`,
        };
  }

  /** Every sheet that was ever touched, with all that was done to it and handed in: a few statements for five hundred sheets. */
  private async *sheets(
    { id: studyId, templateId }: Pick<StudyParent, 'id' | 'templateId'>,
    manager: EntityManager,
  ): AsyncGenerator<RecordedSheet> {
    let after: SheetKey | null = null;
    for (;;) {
      const page: readonly AuditedSheet[] = await this.audit.sheets(studyId, after, SHEETS_AT_ONCE, manager);
      const handedIn = await this.submissions.ofSheets(page, manager);
      const answered = handedIn.map(({ questionSetId }) => questionSetId);
      const sets = await this.scopes.setsOf(templateId, answered, manager);
      const submissions = rowsByKey(
        handedIn.map((submission) => ({ ...submission, set: loadedIn(sets, submission.questionSetId) })),
        sheetChain,
      );
      const recorded = this.eventsOf(page, manager);
      let next = await recorded.next();
      for (const sheet of page) {
        const events: StoredSheetEvent[] = [];
        while (next.done !== true && sheetChain(next.value) === sheetChain(sheet)) {
          events.push(next.value);
          next = await recorded.next();
        }
        yield { sheet, events, submissions: submissions.get(sheetChain(sheet)) ?? [] };
      }
      after = page.at(-1) ?? null;
      if (page.length < SHEETS_AT_ONCE) return;
    }
  }

  /** Events in the order of their sheets; some thousands of them are held at once. */
  private async *eventsOf(
    sheets: readonly AuditedSheet[],
    manager: EntityManager,
  ): AsyncGenerator<StoredSheetEvent & SheetKey, void> {
    let last: (StoredSheetEvent & SheetKey) | null = null;
    for (;;) {
      const page: readonly (StoredSheetEvent & SheetKey)[] = await this.events.ofSheets(
        sheets,
        last,
        EVENTS_AT_ONCE,
        manager,
      );
      yield* page;
      last = page.at(-1) ?? null;
      if (page.length < EVENTS_AT_ONCE) return;
    }
  }
}

/** A sheet with its chain and everything that was handed in. */
interface RecordedSheet {
  readonly sheet: AuditedSheet;
  readonly events: readonly StoredSheetEvent[];
  readonly submissions: readonly RecordedSubmission[];
}

/** What was handed in, with the question set that it answers. */
type RecordedSubmission = StoredSubmission & { readonly set: LoadedSet };

/** Submissions that are not what was handed in: by their receipt, computed anew, and by what was recorded. */
function submissionFaults(
  study: string,
  sheet: AuditedSheet,
  events: readonly StoredSheetEvent[],
  submissions: readonly RecordedSubmission[],
): readonly AuditFaultModel[] {
  const fault = (number: number, message: string): AuditFaultModel => ({
    chain: `${sheet.municipality}/${sheet.round}`,
    kind: 'CHANGED',
    number,
    message,
  });
  const faults: AuditFaultModel[] = [];
  for (const { set, ...submission } of submissions) {
    const place = { study, municipality: sheet.municipality, round: sheet.round };
    if (storedReceipt(place, set, submission) !== submission.receipt)
      faults.push(fault(submission.number, `Submission ${submission.number} does not agree with its receipt.`));
  }
  const receipts = new Map(submissions.map(({ number, receipt }) => [String(number), receipt]));
  for (const { act, object, number, new: receipt } of events)
    if (act === 'SUBMIT' && receipts.get(object ?? '') !== receipt)
      faults.push(fault(number, `Submission ${object ?? ''} is not what was recorded.`));
  return faults;
}

const checkpointParent = (checkpoint: SignedCheckpoint, publicKey: string): CheckpointModel => ({
  ...checkpoint,
  heads: Object.keys(checkpoint.heads).length,
  publicKey,
});

/** What of one sheet is not what its chain says. */
export function sheetFaults(
  sheet: AuditedSheet,
  events: readonly StoredSheetEvent[],
  signed: readonly ChainHead[],
): readonly AuditFaultModel[] {
  const chain = `${sheet.municipality}/${sheet.round}`;
  const heads = sheet.head === null ? signed : [...signed, sheet.head];
  const broken = verifyChain(sheetChain(sheet), events, heads);
  if (broken !== null) return [{ chain, ...broken }];
  const last = events.length;
  const fault = (message: string): AuditFaultModel => ({ chain, kind: 'CHANGED', number: last, message });
  const faults: AuditFaultModel[] = [];
  if (sheet.head === null ? last > 0 : sheet.head.number !== last)
    faults.push(fault(`The sheet says that it has ${sheet.head?.number ?? 0} events; there are ${last}.`));
  const saves = new Map(events.filter(({ act }) => act === 'SAVE_ANSWER').map((event) => [event.object, event]));
  for (const { question, revision, value, comment } of sheet.answers) {
    const save = saves.get(question);
    // Answers of a sheet that was imported and given back come from its submission, unsaved.
    if (save === undefined) {
      if (revision > 1) faults.push(fault(`The answer to ${question} was changed without being recorded.`));
      continue;
    }
    const recorded = recordedAnswer(save.new);
    if (save.revision !== revision || (recorded?.value ?? null) !== value || (recorded?.comment ?? null) !== comment)
      faults.push(fault(`The answer to ${question} is not what was recorded.`));
  }
  const answered = new Set(sheet.answers.map(({ question }) => question));
  for (const question of saves.keys())
    if (question !== null && !answered.has(question)) faults.push(fault(`The answer to ${question} is gone.`));
  return faults;
}
