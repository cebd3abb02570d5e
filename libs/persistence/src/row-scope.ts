import { asOperation, currentOperation, currentRows, withRows } from './operation.js';

/**
 * Which rows of municipalities statements may see and write. PostgreSQL holds it (row level security, docs/adr/0025); a
 * statement outside of every scope sees none.
 */
export interface RowScope {
  /** Ids of the persons in whose name rows may be written. */
  readonly actors: readonly string[];
  /** Ids of municipalities all of whose rows may be seen and written. */
  readonly municipalities: readonly string[];
  /**
   * What of whole panels may be seen beside: nothing; what figures are computed from (states of sheets and submissions), read
   * only; all rows of sheets; everything, persons' roles and mails of no study included.
   */
  readonly reach: Reach;
  /** Slugs of the studies whose panels those are; null: of every study. */
  readonly studies: readonly string[] | null;
}

export type Reach = 'NONE' | 'FIGURES' | 'SHEETS' | 'SERVICE';

/** Of the service's own work: jobs, columns in memory, imports, rights. */
const SERVICE: RowScope = { actors: [], municipalities: [], reach: 'SERVICE', studies: null };

/** Runs work that belongs to no municipality: everything is in sight. To be declared where that is so, and nowhere else. */
export const asService = <T>(work: () => T): T => withRows(SERVICE, work);

const reaches = ({ reach, studies }: RowScope, study: string, ...enough: readonly Reach[]): boolean =>
  enough.includes(reach) && (studies === null || studies.includes(study));

/**
 * A scope narrowed to one municipality of a study, as its row says; unchanged where it does not cover it, so that nothing of the
 * municipality is in sight.
 */
export function narrowed(scope: RowScope, study: string, municipalityId: string): RowScope {
  const covers = scope.municipalities.includes(municipalityId) || reaches(scope, study, 'SHEETS', 'SERVICE');
  return covers && scope.reach !== 'SERVICE'
    ? { actors: scope.actors, municipalities: [municipalityId], reach: 'NONE', studies: [] }
    : scope;
}

/** Runs work on one municipality, within the current scope as `narrowed`. */
export function onMunicipality<T>(study: string, municipalityId: string, work: () => T): T {
  const scope = currentRows();
  return scope === null ? work() : withRows(narrowed(scope, study, municipalityId), work);
}

/** Runs an act on the sheets of a panel for somebody who otherwise sees its figures alone; never of more studies than before. */
export function onSheetsOfPanel<T>(work: () => T): T {
  const scope = currentRows();
  return scope?.reach === 'FIGURES' ? withRows({ ...scope, reach: 'SHEETS' }, work) : work();
}

/** Calls an iterator on the given rows and in the operation in which it is made, whoever reads it and wherever. */
export function keptOnRows<T>(rows: RowScope | null, iterator: AsyncGenerator<T>): AsyncGenerator<T> {
  const next = iterator.next.bind(iterator);
  const end = iterator.return.bind(iterator);
  const fail = iterator.throw.bind(iterator);
  const operation = currentOperation();
  const within = <Given>(work: () => Given): Given =>
    operation === null ? withRows(rows, work) : asOperation(operation, () => withRows(rows, work));
  iterator.next = (...args) => within(() => next(...args));
  iterator.return = (value) => within(() => end(value));
  iterator.throw = (error) => within(() => fail(error));
  return iterator;
}

/** A statement that makes a scope the transaction's. Each connection prepares it under its name once. */
export interface ScopeSettings {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const setting = (sheets: string, figures: string, studies: string): string =>
  `SELECT set_config('reflexbogen.reach', $1, true), set_config('reflexbogen.actors', $2, true),
   set_config('reflexbogen.municipalities', $3, true), set_config('reflexbogen.sheets', ${sheets}, true),
   set_config('reflexbogen.figures', ${figures}, true), set_config('reflexbogen.studies', ${studies}, true)`;

const ROUNDS = `coalesce((SELECT array_agg(r.id)::text FROM round r JOIN study s ON s.id = r.study_id WHERE s.slug = ANY ($4::text[])), '')`;
const STUDIES = `coalesce((SELECT array_agg(id)::text FROM study WHERE slug = ANY ($4::text[])), '')`;

const PLAIN = { name: 'reflexbogen-scope', text: setting(`''`, `''`, `''`) };
const SHEETS_OF = { name: 'reflexbogen-scope-sheets', text: setting(ROUNDS, `''`, STUDIES) };
const FIGURES_OF = { name: 'reflexbogen-scope-figures', text: setting(`''`, ROUNDS, STUDIES) };

const uuids = (ids: readonly string[]): string => (ids.length === 0 ? '' : `{${ids.join(',')}}`);

/**
 * Settings of a scope for policies to compare rows with. Rounds of studies are looked up at that moment, as policies must not
 * look anything up (docs/scaling.md).
 */
export function settingsOf({ actors, municipalities, reach, studies }: RowScope): ScopeSettings {
  const own = [uuids(actors), uuids(municipalities)];
  if (reach === 'NONE' || reach === 'SERVICE' || studies === null) return { ...PLAIN, values: [reach, ...own] };
  return { ...(reach === 'SHEETS' ? SHEETS_OF : FIGURES_OF), values: ['NONE', ...own, studies] };
}
