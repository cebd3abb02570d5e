import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  buildRoundColumns,
  bytesOf,
  layoutOf,
  prepareQuestionSet,
  roundRows,
  withoutCarriedOver,
  type ColumnSource,
  type MunicipalityInfo,
  type OpenRoundColumns,
  type QuestionSet,
  type RoundColumns,
  type RoundInfo,
  type RoundRows,
} from '@reflexbogen/domain';
import {
  asService,
  HeavyReads,
  LATEST,
  MunicipalityRepository,
  NotificationListener,
  QuestionSetRepository,
  RoundRepository,
  SharedWork,
  StudyRepository,
  SubmissionRepository,
  type StoredFreeze,
  type StoredQuestionSet,
  type StoredStudy,
  type SubmissionCut,
  type SubmissionNotice,
  type SubmissionVector,
} from '@reflexbogen/persistence';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';

/** What figures of one study rest on: its panel, and every published question set of its template. */
export interface StudyBase {
  readonly municipalities: readonly MunicipalityInfo[];
  readonly indexById: ReadonlyMap<string, number>;
  /** Who stands in each row of the panel in a year: a municipality, or the one that it carries on. */
  readonly seated: (year: number) => RoundRows;
  readonly questionSets: ReadonlyMap<string, QuestionSet>;
  /** Earliest first. */
  readonly history: readonly QuestionSet[];
}

/** A study and its rounds, as figures ask for them. */
export interface StudyOverview {
  readonly study: StoredStudy;
  readonly rounds: readonly RoundInfo[];
}

/** Which answers of a submission count. */
export interface Reading {
  /** Answers that were carried over from the round before count as excluded under that reason. */
  readonly excludeCarriedOver: boolean;
}

/** A round, and which of its submissions count. */
export interface CutRound {
  readonly round: RoundInfo;
  readonly cut: SubmissionCut;
  /** Tells cuts of one round apart; null = the last ones, which follow notices. */
  readonly key: string | null;
}

/** What the store holds and has done since the start. */
export interface ColumnUsage {
  readonly bytes: number;
  readonly budget: number;
  readonly rounds: number;
  /** Rounds read from the database. */
  readonly loads: number;
  /** Rounds dropped for the byte budget. */
  readonly evictions: number;
}

const EVERYTHING: Reading = { excludeCarriedOver: false };
const TYPED: Reading = { excludeCarriedOver: true };
const NONE: ReadonlyMap<number, Uint8Array> = new Map();
const keyOf = (name: string, { excludeCarriedOver }: Reading): string =>
  excludeCarriedOver ? `${name} without carried over` : name;

/** Submissions that are read from the database at once: of 250 questions each, some 50 MB. One round is read whole. */
const MOST_ROWS = 50_000;

/** Panels and question sets kept at once; a freeze has its own. */
const MAX_BASES = 200;

interface CachedRound {
  readonly columns: OpenRoundColumns;
  readonly bytes: number;
  /** Submission sequence behind each row, so that a repeated or late notice changes nothing. */
  readonly sequences: Float64Array;
  /** How a submission is read into the columns. */
  readonly read: (row: SubmissionVector, index: number, provenance: Uint8Array | null) => ColumnSource;
  /** Rows by municipality: a round outlives the base it was loaded with. Null = known, and without a row in this round. */
  readonly rowById: (id: string) => number | null | undefined;
}

/**
 * The columns of rounds, held in memory and patched by notification (docs/adr/0010). Least recently used rounds go first
 * when the byte budget is reached. After a lost connection everything is dropped: a column is current or absent.
 */
@Injectable()
export class ColumnStore implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(ColumnStore.name);
  private readonly bases = new Map<string, SharedWork<StudyBase>>();
  private readonly overviews = new Map<string, SharedWork<StudyOverview | null>>();
  /** In order of use, least recent first. */
  private readonly rounds = new Map<string, SharedWork<CachedRound>>();
  /** Bytes of those rounds that are there. */
  private readonly sizes = new Map<string, number>();
  private readonly mostRows = MOST_ROWS;
  private bytes = 0;
  private loads = 0;
  private evictions = 0;

  constructor(
    private readonly studies: StudyRepository,
    private readonly studyRounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly submissions: SubmissionRepository,
    private readonly heavyReads: HeavyReads,
    private readonly notifications: NotificationListener,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async onModuleInit(): Promise<void> {
    this.notifications.on('submission', (notice) => void this.patch(notice));
    this.notifications.on('study', () => this.reset());
    this.notifications.on('reset', () => this.reset());
    await this.notifications.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.notifications.stop();
  }

  /** Forgets everything; the next question loads anew. */
  reset(): void {
    this.bases.clear();
    this.overviews.clear();
    this.rounds.clear();
    this.sizes.clear();
    this.bytes = 0;
  }

  usage(): ColumnUsage {
    const { bytes, loads, evictions } = this;
    return { bytes, budget: this.configuration.columnBytes, rounds: this.rounds.size, loads, evictions };
  }

  /** A study and its rounds by slug; null where there is none, which is not remembered. */
  async overview(slug: string): Promise<StudyOverview | null> {
    const found = await remembered(this.overviews, slug, () => this.loadOverview(slug)).wait();
    if (found === null || this.overviews.size > MAX_BASES) this.overviews.delete(slug);
    return found;
  }

  /** Panel and question sets of a study. */
  base(studyId: string, templateId: string): Promise<StudyBase> {
    return this.rememberBase(studyId, () => this.loadBase(studyId, templateId));
  }

  /** Panel and question sets as a freeze pins them. */
  frozenBase(freeze: StoredFreeze, templateId: string): Promise<StudyBase> {
    return this.rememberBase(`freeze ${freeze.id}`, async () => {
      const stored = await this.questionSets.findByTemplate(templateId);
      const pinned = new Set(freeze.questionSetIds);
      return baseOf(
        freeze.panel,
        stored.filter(({ id }) => pinned.has(id)),
      );
    });
  }

  /** The columns of a round, current up to the last notice. */
  columns(base: StudyBase, round: RoundInfo, reading: Reading = EVERYTHING): Promise<RoundColumns> {
    return this.columnsUnder(base, { round, cut: LATEST, key: null }, reading);
  }

  /** The columns of a round under a cut of its own: no notice ever changes them. */
  async columnsUnder(base: StudyBase, round: CutRound, reading: Reading = EVERYTHING): Promise<RoundColumns> {
    const [columns] = await this.columnsOf(base, [round], reading);
    return present(columns);
  }

  /**
   * The columns of several rounds. Those that are not in memory are read together, as many at a time as their panel lets
   * (`mostRows`), one batch after the other: the number of statements goes by what is read, not by how many rounds there are.
   * @param rounds each of them once
   * @returns in the order of `rounds`
   */
  columnsOf(
    base: StudyBase,
    rounds: readonly CutRound[],
    reading: Reading = EVERYTHING,
  ): Promise<readonly RoundColumns[]> {
    const nameOf = ({ round, key }: CutRound) => keyOf(key === null ? round.id : `${round.id} ${key}`, reading);
    const missing = rounds.filter((round) => this.rounds.get(nameOf(round))?.isOver !== false);
    const atOnce = Math.max(1, Math.floor(this.mostRows / Math.max(1, base.municipalities.length)));
    const batches = new Map<CutRound, () => SharedWork<ReadonlyMap<string, CachedRound>>>();
    let before: (() => SharedWork<unknown>) | null = null;
    for (let start = 0; start < missing.length; start += atOnce) {
      const batch = missing.slice(start, start + atOnce);
      const earlier = before;
      const load = async (): Promise<ReadonlyMap<string, CachedRound>> => {
        await earlier?.().wait();
        return this.loadRounds(base, batch, reading);
      };
      // It goes on for as long as anybody waits for one of its rounds.
      const begun = once(() => new SharedWork(() => asService(load)));
      for (const round of batch) batches.set(round, begun);
      before = begun;
    }
    // All of them are known as on their way before the first statement is sent: a notice in between is not missed.
    return Promise.all(
      rounds.map((wanted) =>
        this.remember(nameOf(wanted), async () => {
          const batch = await present(batches.get(wanted))().wait();
          return present(batch.get(wanted.round.id));
        }),
      ),
    );
  }

  /** Least recently used ones go first; columns that follow them are not touched, since they hold what they need. */
  private rememberBase(key: string, load: () => Promise<StudyBase>): Promise<StudyBase> {
    const pending = remembered(this.bases, key, () => asService(load));
    this.bases.delete(key);
    this.bases.set(key, pending);
    const oldest = this.bases.keys().next().value;
    if (this.bases.size > MAX_BASES && oldest !== undefined) this.bases.delete(oldest);
    return pending.wait();
  }

  private async remember(key: string, load: () => Promise<CachedRound>): Promise<RoundColumns> {
    const pending = remembered(
      this.rounds,
      key,
      () => asService(load),
      ({ bytes }) => {
        this.sizes.set(key, bytes);
        this.bytes += bytes;
      },
    );
    // Re-inserting moves the round to the end: the order of the map is the order of use.
    this.rounds.delete(key);
    this.rounds.set(key, pending);
    const { columns } = await pending.wait();
    this.evict(key);
    return columns;
  }

  private async loadOverview(slug: string): Promise<StudyOverview | null> {
    const study = await this.studies.findBySlug(slug);
    return study === null ? null : { study, rounds: await this.studyRounds.listByStudy(study.id) };
  }

  private async loadBase(studyId: string, templateId: string): Promise<StudyBase> {
    const [municipalities, stored] = await Promise.all([
      this.municipalities.listByStudy(studyId),
      this.questionSets.findByTemplate(templateId),
    ]);
    return baseOf(
      municipalities,
      stored.filter(({ status }) => status !== 'DRAFT'),
    );
  }

  private async loadRounds(
    base: StudyBase,
    wanted: readonly CutRound[],
    reading: Reading,
  ): Promise<ReadonlyMap<string, CachedRound>> {
    const cuts = new Map(wanted.map(({ round, cut }) => [round.id, cut]));
    if (cuts.size < wanted.length) throw new Error('one round under two cuts cannot be read together');
    const { rows, provenance } = await this.heavyReads.run(async (source) => ({
      rows: await this.submissions.byRounds(cuts, source),
      provenance: reading.excludeCarriedOver
        ? await this.submissions.provenanceByRounds([...cuts.keys()], source)
        : NONE,
    }));
    const built = new Map<string, CachedRound>();
    for (const { round } of wanted) {
      // Between two rounds others have their turn.
      if (built.size > 0) await new Promise((resolve) => setImmediate(resolve));
      built.set(round.id, this.buildRound(base, round, rows.get(round.id) ?? [], provenance, reading));
    }
    return built;
  }

  private buildRound(
    base: StudyBase,
    round: RoundInfo,
    rows: readonly SubmissionVector[],
    provenance: ReadonlyMap<number, Uint8Array>,
    reading: Reading,
  ): CachedRound {
    const questionSet = base.questionSets.get(round.questionSetId);
    if (questionSet === undefined)
      throw new Error(`round ${round.id} asks question set ${round.questionSetId}, which is not published`);
    const read = (row: SubmissionVector, index: number, how: Uint8Array | null): ColumnSource => {
      const source = sourceOf(row, index);
      const answered = base.questionSets.get(row.questionSetId);
      return reading.excludeCarriedOver && answered !== undefined
        ? withoutCarriedOver(source, layoutOf(answered), how)
        : source;
    };
    const { panel, rowById } = base.seated(round.year);
    const sequences = new Float64Array(panel.length);
    const sources: ColumnSource[] = [];
    for (const row of rows) {
      const index = rowById.get(row.municipalityId);
      // Carried on by none, or joined after the panel was read: then the study's own notice resets both.
      if (index === undefined) continue;
      sequences[index] = row.sequence;
      sources.push(read(row, index, provenance.get(row.sequence) ?? null));
    }
    const columns = buildRoundColumns({
      code: round.code,
      year: round.year,
      questionSet,
      questionSets: base.questionSets,
      panel,
      submissions: sources,
    });
    const bytes = bytesOf(columns);
    this.loads += 1;
    return {
      columns,
      bytes,
      sequences,
      read,
      rowById: (id) => rowById.get(id) ?? (base.indexById.has(id) ? null : undefined),
    };
  }

  private evict(keep: string): void {
    for (const id of this.rounds.keys()) {
      if (this.bytes <= this.configuration.columnBytes) return;
      if (id === keep) continue;
      this.rounds.delete(id);
      this.bytes -= this.sizes.get(id) ?? 0;
      this.sizes.delete(id);
      this.evictions += 1;
    }
  }

  /** A round that is not in memory needs no patch. */
  private async patch(notice: SubmissionNotice): Promise<void> {
    for (const reading of [EVERYTHING, TYPED]) {
      const pending = this.rounds.get(keyOf(notice.roundId, reading));
      // A load that fails, or that nobody waits for any more, leaves nothing to patch.
      const round = await pending?.outcome.catch(() => null);
      if (round) await this.patchOne(notice, round);
    }
  }

  /** One row, whatever the size of the panel. */
  private async patchOne(notice: SubmissionNotice, round: CachedRound): Promise<void> {
    try {
      const index = round.rowById(notice.municipalityId);
      if (index === undefined) return this.reset();
      if (index === null) return;
      if ((round.sequences[index] ?? 0) >= notice.sequence) return;
      const row = await asService(() => this.submissions.latest(notice.municipalityId, notice.roundId));
      if (row === null || (round.sequences[index] ?? 0) >= row.sequence) return;
      round.sequences[index] = row.sequence;
      round.columns.apply(round.read(row, index, row.provenance ?? null));
    } catch (error) {
      // A submission that could not be followed: everything is read anew.
      this.logger.error(error);
      this.reset();
    }
  }
}

function baseOf(municipalities: readonly MunicipalityInfo[], published: readonly StoredQuestionSet[]): StudyBase {
  const history = published
    .map(({ id, document }) => prepareQuestionSet(id, document))
    .sort((a, b) => a.year - b.year || a.revision - b.revision);
  const indexById = new Map(municipalities.map(({ id }, index) => [id, index]));
  const seats = new Map<number, RoundRows>();
  const own: RoundRows = { panel: municipalities, rowById: indexById };
  // Without a succession all rounds share one map: rounds keep it.
  const isSucceeded = municipalities.some(({ carriesOn }) => (carriesOn ?? null) !== null);
  return {
    municipalities,
    seated: (year) => {
      if (!isSucceeded) return own;
      const known = seats.get(year) ?? roundRows(municipalities, year);
      seats.set(year, known);
      return known;
    },
    indexById,
    questionSets: new Map(history.map((set) => [set.id, set])),
    history,
  };
}

function sourceOf(row: SubmissionVector, municipalityIndex: number): ColumnSource {
  return { municipalityIndex, questionSetId: row.questionSetId, vector: row.vector, numbers: row.numbers };
}

/**
 * One load for callers that ask at the same time. One that failed is not remembered, nor one that was given up since nobody had
 * time left: the next caller begins anew.
 * @param kept told what was loaded, where it is still wanted
 */
function remembered<T>(
  cache: Map<string, SharedWork<T>>,
  key: string,
  load: () => Promise<T>,
  kept: (value: T) => void = () => undefined,
): SharedWork<T> {
  const known = cache.get(key);
  if (known !== undefined && !known.isOver) return known;
  const pending = new SharedWork(load);
  cache.set(key, pending);
  const isWanted = (): boolean => cache.get(key) === pending;
  pending.outcome.then(
    (value) => (isWanted() ? kept(value) : undefined),
    () => (isWanted() ? cache.delete(key) : undefined),
  );
  return pending;
}

/** Makes it when it is first asked for, and once. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a round that was asked for was not read');
  return value;
}
