import type { DocumentPath, QuestionSetDocument } from '@reflexbogen/client/design';

/** What a fault is about, by identity: positions move, codes do not. */
export interface Place {
  readonly kind: 'document' | 'section' | 'question' | 'scale';
  /** Null for the document itself. */
  readonly code: string | null;
  /** Keys within it, e.g. `['valid', 'rule']`, `['levels', '2', 'label', 'en']`. */
  readonly field: readonly string[];
}

/** @param path in the document, or in the input of a mutation, where the document's path begins behind `document` */
export function placeOfPath(document: QuestionSetDocument, path: DocumentPath): Place {
  const keys = path.map(String);
  const start = keys.findIndex((key) => key === 'sections' || key === 'scales');
  const [list, at, inner, position, ...rest] = start < 0 ? [] : keys.slice(start);
  if (list === 'scales') {
    const scale = document.scales[Number(at)];
    if (scale !== undefined) return { kind: 'scale', code: scale.code, field: keys.slice(start + 2) };
  }
  if (list === 'sections') {
    const section = document.sections[Number(at)];
    const question = inner === 'questions' ? section?.questions[Number(position)] : undefined;
    if (question !== undefined) return { kind: 'question', code: question.code, field: rest };
    if (section !== undefined) return { kind: 'section', code: section.code, field: keys.slice(start + 2) };
  }
  return { kind: 'document', code: null, field: [] };
}

/** Id of the input that a field is edited in: the same wherever it is shown. */
export const fieldId = (field: readonly (string | number)[]): string => `field-${field.join('-')}`;

/** Address of the editor of a question set at a place. */
export function editorAddress(set: string, { kind, code, field }: Place): string {
  const editor = `/design/set/${encodeURIComponent(set)}`;
  if (code === null) return editor;
  const parameters = new URLSearchParams({ [kind]: code });
  if (field.length > 0) parameters.set('field', field.join('.'));
  return `${editor}?${parameters.toString()}`;
}
