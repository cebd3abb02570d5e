import { DepartmentsDocument, type DepartmentsQuery } from '@reflexbogen/client';
import { useOperation } from '../service/use-operation.js';

export type Department = NonNullable<DepartmentsQuery['departments']>[number];

export interface Departments {
  readonly list: readonly Department[];
  /** What a department is called; its code where that is not known, e.g. without a line. */
  readonly nameOf: (code: string) => string;
}

/** The departments of a municipality. @param municipality its code; null where the page does not know it */
export function useDepartments(study: string, municipality: string | null): Departments {
  const { data } = useOperation(
    DepartmentsDocument,
    { study, municipality: municipality ?? '' },
    { enabled: municipality !== null },
  );
  const list = data?.departments ?? [];
  return { list, nameOf: (code) => list.find((department) => department.code === code)?.name ?? code };
}
