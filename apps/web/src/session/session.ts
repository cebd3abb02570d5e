import { SignInMethodsDocument, UnreachableError, ViewerDocument, type ViewerQuery } from '@reflexbogen/client';
import { useOperation } from '../service/use-operation.js';
import { keptViewer } from './kept-viewer.js';

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type Workspace = 'design' | 'respond' | 'analyse';

/**
 * Who is signed in: undefined while it is not known, null for nobody. Without a line it is who filled in a sheet here last;
 * the service decides as soon as it answers.
 */
export function useViewer(): Viewer | null | undefined {
  const { data, error } = useOperation(ViewerDocument, {});
  if (data !== undefined) return data.viewer ?? null;
  return error instanceof UnreachableError ? (keptViewer() ?? undefined) : undefined;
}

export const useSignInMethods = () => useOperation(SignInMethodsDocument, {}).data?.signInMethods;

const WORKSPACES: readonly { readonly workspace: Workspace; readonly roles: readonly string[] }[] = [
  { workspace: 'design', roles: ['DESIGNER', 'ADMIN'] },
  { workspace: 'respond', roles: ['RESPONDENT', 'REVIEWER', 'ADMIN'] },
  { workspace: 'analyse', roles: ['ANALYST', 'REVIEWER', 'DESIGNER', 'ADMIN'] },
];

/** The workspaces that make sense for somebody; the service decides what each of them shows. */
export const workspacesOf = (viewer: Viewer | null | undefined): readonly Workspace[] =>
  WORKSPACES.filter(({ roles }) => viewer?.roles.some((role) => roles.includes(role))).map(
    ({ workspace }) => workspace,
  );
