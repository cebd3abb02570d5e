import { canonicalJson } from '../question-set/content-hash.js';
import { isSameMeasurement } from '../question-set/check-predecessors.js';
import { prepareQuestionSet } from '../question-set/expand-questions.js';
import { FaultList, faultOf, type DocumentPath, type QuestionSetFault } from '../question-set/question-set-fault.js';
import type {
  QuestionDefinition,
  QuestionSet,
  QuestionSetDocument,
  SectionDefinition,
} from '../question-set/question-set.js';
import { failed, ok, type Result } from '../result.js';
import { namedList } from '../text/sentence-template.js';
import type { Scale } from '../scale/scale.js';

/**
 * One revision of a module: a named group of questions that a template offers to its question sets, e.g. the core asked
 * every year or a rotating topic. Complete in itself, immutable once published.
 */
export interface ModuleRevision {
  readonly code: string;
  /** From 1. */
  readonly revision: number;
  readonly scales: readonly Scale[];
  readonly sections: readonly SectionDefinition[];
}

const nameOf = ({ code, revision }: Pick<ModuleRevision, 'code' | 'revision'>): string => `${code}/${revision}`;

/** What a module says of a question: its verdict and the module's own name are the question set's business. */
const wordingOf = ({ since: _since, module: _module, ...wording }: QuestionDefinition): string =>
  canonicalJson(wording);

function scalesOf(list: FaultList, modules: readonly ModuleRevision[]): readonly Scale[] {
  const scales = new Map<string, { readonly scale: Scale; readonly from: string }>();
  modules.forEach((module, index) => {
    for (const scale of module.scales) {
      const known = scales.get(scale.code);
      if (known === undefined) scales.set(scale.code, { scale, from: nameOf(module) });
      else if (canonicalJson(known.scale) !== canonicalJson(scale))
        list.add('MODULES_SHARE_SCALE', ['modules', index], {
          scale: scale.code,
          module: nameOf(module),
          other: known.from,
        });
    }
  });
  return [...scales.values()].map(({ scale }) => scale);
}

function sectionsOf(list: FaultList, modules: readonly ModuleRevision[]): readonly SectionDefinition[] {
  const sections = new Map<string, { title: SectionDefinition['title']; questions: QuestionDefinition[] }>();
  const askedBy = new Map<string, string>();
  modules.forEach((module, index) => {
    for (const section of module.sections) {
      const known = sections.get(section.code) ?? { title: section.title, questions: [] };
      sections.set(section.code, known);
      for (const question of section.questions) {
        const other = askedBy.get(question.code);
        if (other !== undefined)
          list.add('MODULES_SHARE_QUESTION', ['modules', index], {
            question: question.code,
            module: nameOf(module),
            other,
          });
        askedBy.set(question.code, nameOf(module));
        const { since: _since, ...wording } = question;
        known.questions.push({ ...wording, module: module.code });
      }
    }
  });
  return [...sections].map(([code, section]) => ({ code, ...section }));
}

/**
 * Composes a question set of modules: sections of the same code become one, in the order of the modules, and scales are
 * shared. Every question keeps its code and says which module it is of.
 * @param base set that the new one follows; a question that it asks in the same words on the same scale states IDENTICAL,
 *   any other is left without a verdict, so that publishing asks for one
 * @returns the document, or every conflict with the position of its module
 */
export function composeModules(
  identity: Pick<QuestionSetDocument, 'year' | 'revision'>,
  modules: readonly ModuleRevision[],
  base: QuestionSet | null,
): Result<QuestionSetDocument, QuestionSetFault> {
  const list = new FaultList();
  const named = new Set<string>();
  modules.forEach((module, index) => {
    if (named.has(module.code)) list.add('MODULE_TWICE', ['modules', index], { module: module.code });
    named.add(module.code);
  });
  const [scales, sections] = [scalesOf(list, modules), sectionsOf(list, modules)];
  if (list.faults.length > 0) return failed(...list.faults);
  const document: QuestionSetDocument = {
    year: identity.year,
    revision: identity.revision,
    scales,
    sections,
    modules: modules.map(({ code, revision }) => ({ code, revision })),
  };
  return ok(base === null ? document : withVerdicts(document, base));
}

/** States IDENTICAL where nothing has changed since `base`. */
export function withVerdicts(document: QuestionSetDocument, base: QuestionSet): QuestionSetDocument {
  const { questions } = prepareQuestionSet('', document);
  const changed = new Set<string>();
  const asked = new Set<string>();
  for (const question of questions) {
    const written = question.grid?.code ?? question.code;
    const before = base.byCode.get(question.code);
    if (before !== undefined) asked.add(written);
    if (before !== undefined && !isSameMeasurement(before, question)) changed.add(written);
  }
  const since = { year: base.year, revision: base.revision, verdict: 'IDENTICAL' as const };
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        asked.has(question.code) && !changed.has(question.code) ? { ...question, since } : question,
      ),
    })),
  };
}

/**
 * Checks that a set asks what the modules it names say: "core, revision 3" must mean the same wherever it stands.
 * @param modules revisions that exist, of any module of the template
 * @returns every fault with its path in the document. Total: never throws.
 */
export function checkModules(
  document: QuestionSetDocument,
  modules: readonly ModuleRevision[],
): readonly QuestionSetFault[] {
  const list = new FaultList();
  const taken = new Map<string, ModuleRevision>();
  (document.modules ?? []).forEach(({ code, revision }, index) => {
    const found = modules.find((module) => module.code === code && module.revision === revision);
    if (found === undefined) list.faults.push(unknownModule({ code, revision }, ['modules', index], modules));
    else taken.set(code, found);
  });
  document.sections.forEach((section, index) => {
    section.questions.forEach((question, position) => {
      if (question.module === undefined) return;
      const path = ['sections', index, 'questions', position, 'module'];
      const module = taken.get(question.module);
      if (module === undefined) {
        if (!(document.modules ?? []).some(({ code }) => code === question.module))
          list.add('MODULE_NOT_TAKEN', path, { module: question.module });
        return;
      }
      const original = module.sections.flatMap(({ questions }) => questions).find(({ code }) => code === question.code);
      if (
        original === undefined ||
        wordingOf(original) !== wordingOf(question) ||
        !hasSameScale(document, module, question)
      )
        list.add('MODULE_WORDING', path, { question: question.code, module: nameOf(module) });
    });
  });
  return list.faults;
}

function hasSameScale(document: QuestionSetDocument, module: ModuleRevision, { scale }: QuestionDefinition): boolean {
  if (scale === undefined) return true;
  const [own, original] = [document, module].map(({ scales }) => scales.find(({ code }) => code === scale));
  return canonicalJson(own ?? null) === canonicalJson(original ?? null);
}

/** The fault of a revision that is in none of the template's modules. */
export const unknownModule = (
  named: Pick<ModuleRevision, 'code' | 'revision'>,
  path: DocumentPath,
  modules: readonly ModuleRevision[],
): QuestionSetFault =>
  modules.length === 0
    ? faultOf('MODULE_UNKNOWN_OF_NONE', path, { module: nameOf(named) })
    : faultOf('MODULE_UNKNOWN', path, { module: nameOf(named), modules: namedList(modules.map(nameOf)) });
