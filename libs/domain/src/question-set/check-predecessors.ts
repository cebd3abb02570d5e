import { canonicalJson } from './canonical-json.js';
import { prepareQuestionSet } from './expand-questions.js';
import { namedList } from '../text/sentence-template.js';
import { FaultList, nameOfSet, type DocumentPath, type QuestionSetFault } from './question-set-fault.js';
import type { Question, QuestionSet, QuestionSetDocument, Since } from './question-set.js';
import type { Scale } from '../scale/scale.js';

type DatedSet = Pick<QuestionSet, 'year' | 'revision'>;

const isBefore = (a: DatedSet, b: DatedSet): boolean =>
  a.year < b.year || (a.year === b.year && a.revision < b.revision);
const latestOf = (sets: readonly QuestionSet[]): QuestionSet | undefined =>
  sets.reduce<QuestionSet | undefined>(
    (latest, set) => (latest === undefined || isBefore(latest, set) ? set : latest),
    undefined,
  );

/** Whether two scales offer the same levels, in the same order and under the same labels. Directions and missing codes are not measurement. */
const sameLevels = (a: Scale, b: Scale): boolean =>
  a.ordered === b.ordered &&
  a.levels.length === b.levels.length &&
  a.levels.every((level, rank) => {
    const other = b.levels[rank];
    return other?.code === level.code && canonicalJson(other.label) === canonicalJson(level.label);
  });

/**
 * Whether two revisions ask the same in the same words on the same scale: what the absence of a verdict is judged by.
 * @returns true for equal type, text and levels, and for a NUMBER also equal unit. Total: never throws.
 * Source: docs/methodology.md#comparability
 */
export const isSameMeasurement = (a: Question, b: Question): boolean =>
  a.type === b.type &&
  canonicalJson(a.text) === canonicalJson(b.text) &&
  canonicalJson(a.unit ?? {}) === canonicalJson(b.unit ?? {}) &&
  sameLevels(a.scale, b.scale);

/**
 * The question set that a statement on comparability refers to.
 * @param sets published sets in any order
 * @returns the named revision, or without one the last revision of the year; undefined when there is none
 */
export const predecessorOf = (
  since: Pick<Since, 'year' | 'revision'>,
  sets: readonly QuestionSet[],
): QuestionSet | undefined =>
  latestOf(
    sets.filter(
      ({ year, revision }) => year === since.year && (since.revision === undefined || revision === since.revision),
    ),
  );

/**
 * The gate of publishing: a series must not break, or go on, by oversight.
 * Without a verdict a changed question would silently become a BREAK; with a verdict on a set that does not exist, or
 * IDENTICAL on one that differs, a figure would rest on nothing. An import of published sets does not pass this gate: there
 * the past is as it was.
 * @param earlier the template's published sets; those of the same or a later revision are ignored
 * @returns every fault with its path in the document. Total: never throws.
 */
export function checkAgainstPredecessors(
  document: QuestionSetDocument,
  earlier: readonly QuestionSet[],
): readonly QuestionSetFault[] {
  const list = new FaultList();
  const past = earlier.filter((set) => isBefore(set, document));
  const paths = pathsOf(document);
  const judged = new Set<string>();
  for (const question of prepareQuestionSet('', document).questions) {
    const written = question.grid?.code ?? question.code;
    const path = paths.get(written) ?? [];
    const before = list.faults.length;
    // A grid is written once: one fault stands for all its cells.
    if (judged.has(written)) continue;
    if (question.since === undefined) checkSilence(list, question, past, path);
    else checkVerdict(list, question, question.since, past, path);
    checkReportTarget(list, question, past, path);
    if (list.faults.length > before) judged.add(written);
  }
  return list.faults;
}

function pathsOf(document: QuestionSetDocument): ReadonlyMap<string, DocumentPath> {
  return new Map(
    document.sections.flatMap((section, index) =>
      section.questions.map(
        (question, position) => [question.code, ['sections', index, 'questions', position]] as const,
      ),
    ),
  );
}

function checkSilence(list: FaultList, question: Question, past: readonly QuestionSet[], path: DocumentPath): void {
  const last = latestOf(past.filter(({ byCode }) => byCode.has(question.code)));
  const predecessor = last?.byCode.get(question.code);
  if (last === undefined || predecessor === undefined || isSameMeasurement(question, predecessor)) return;
  list.add('VERDICT_NEEDED', [...path, 'since'], { question: question.code, set: nameOfSet(last) });
}

function checkVerdict(
  list: FaultList,
  question: Question,
  since: Since,
  past: readonly QuestionSet[],
  path: DocumentPath,
): void {
  const at = [...path, 'since'];
  const set = predecessorOf(since, past);
  const named = nameOfSet(since);
  if (set === undefined) {
    if (past.length === 0) list.add('SET_UNKNOWN_OF_NONE', [...at, 'year'], { set: named });
    else list.add('SET_UNKNOWN', [...at, 'year'], { set: named, sets: namedList(past.map(nameOfSet)) });
    return;
  }
  const predecessor = set.byCode.get(question.code);
  if (predecessor === undefined) {
    list.add('SET_WITHOUT_QUESTION', at, { set: named, question: question.code });
    return;
  }
  if (since.verdict === 'BREAK') return;
  if (predecessor.type !== question.type)
    list.add('TYPE_DIFFERS', [...at, 'verdict'], {
      question: question.code,
      before: predecessor.type,
      set: named,
      type: question.type,
    });
  else if (since.verdict === 'IDENTICAL' && !isSameMeasurement(question, predecessor))
    list.add('WORDING_DIFFERS', [...at, 'verdict'], { question: question.code, set: named });
  for (const from of Object.keys(since.recode ?? {}))
    if (!predecessor.scale.levels.some(({ code }) => code === from))
      list.add('RECODE_LEVEL_BEFORE', [...at, 'recode', from], { set: named, level: from });
}

function checkReportTarget(
  list: FaultList,
  question: Question,
  past: readonly QuestionSet[],
  path: DocumentPath,
): void {
  const report = question.reportsChangeOf;
  if (report === undefined) return;
  const set = predecessorOf({ year: report.since }, past);
  const at = [...path, 'reportsChangeOf'];
  // A sheet may ask for the change since a year in which nothing was collected: only a set that exists can be wrong.
  if (set !== undefined && !set.byCode.has(report.question))
    list.add('REPORT_UNKNOWN', [...at, 'question'], { since: report.since, question: report.question });
}
