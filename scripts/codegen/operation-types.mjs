/** Plugin of graphql-codegen: the import of the types that typed document nodes are typed with. */
export const plugin = () => ({ prepend: ["import type * as Types from './operations.js';"], content: '' });
