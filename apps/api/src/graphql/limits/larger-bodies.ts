import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';
import { Role } from '../../access/actor.js';
import { LIMITS } from './limits.js';

interface LargerBody {
  readonly bytes: number;
  readonly roles: readonly Role[];
}

const { ADMIN, DESIGNER, REVIEWER, RESPONDENT } = Role;
const designing: LargerBody = { bytes: LIMITS.LARGE_BODY_BYTES, roles: [ADMIN, DESIGNER] };
const atSheets: readonly Role[] = [ADMIN, REVIEWER, RESPONDENT];

/**
 * Root fields whose variables may be larger than 100 KB, by whom: whole question sets, a sheet as a spreadsheet, and the
 * answers that were given while there was no network. Everything else, and the document itself, may not.
 */
const LARGER_BODIES: Readonly<Record<string, LargerBody>> = {
  saveQuestionSet: designing,
  publishModule: designing,
  saveSharedScale: designing,
  previewSheet: designing,
  changePanel: { bytes: 1_048_576, roles: [ADMIN, DESIGNER] },
  readSheetFile: { bytes: LIMITS.LARGE_BODY_BYTES, roles: atSheets },
  saveAnswers: { bytes: LIMITS.LARGE_BODY_BYTES, roles: atSheets },
};

/** How many bytes somebody may send at most, before it is known for what. @param roles none: not signed in */
export const bytesByRoles = (roles: readonly Role[]): number =>
  Math.max(
    LIMITS.BODY_BYTES,
    ...Object.values(LARGER_BODIES)
      .filter((larger) => larger.roles.some((role) => roles.includes(role)))
      .map(({ bytes }) => bytes),
  );

/** How many bytes a body may have for what it asks. @param rootFields of the operation; none: it is not known */
export const bytesByFields = (rootFields: readonly string[]): number =>
  rootFields.length === 0
    ? LIMITS.BODY_BYTES
    : Math.min(
        ...rootFields.map((field) =>
          Object.hasOwn(LARGER_BODIES, field) ? (LARGER_BODIES[field]?.bytes ?? 0) : LIMITS.BODY_BYTES,
        ),
      );

/**
 * The root fields of the operation that a request names, fragments put in. Expects a document within the limits.
 * @returns none where there is no such operation
 */
export function rootFieldsOf(document: DocumentNode, operationName: string | null): readonly string[] {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation =
    operationName === null
      ? operations.length === 1
        ? operations[0]
        : undefined
      : operations.find(({ name }) => name?.value === operationName);
  const fields = ({ selections }: SelectionSetNode): readonly string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fields(selection.selectionSet);
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fields(fragment.selectionSet) : [];
    });
  return operation === undefined ? [] : fields(operation.selectionSet);
}
