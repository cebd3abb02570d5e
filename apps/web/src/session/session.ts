import { SignInMethodsDocument, ViewerDocument, type ViewerQuery } from '@reflexbogen/client';
import { useOperation } from '../service/use-operation.js';

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type Workspace = 'design' | 'respond' | 'analyse';

/** Who is signed in: undefined while it is not known, null for nobody. */
export function useViewer(): Viewer | null | undefined {
  const { data } = useOperation(ViewerDocument, {});
  return data === undefined ? undefined : (data.viewer ?? null);
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
