/**
 * Migrations that the version before does not survive, by name, and what becomes of it. They may be held back while replicas of that
 * version are still at work (docs/upgrading.md); this version works before and after each of them.
 */
export const CONTRACT_STEPS: Readonly<Record<string, string>> = {
  AddRowSecurity20261130110000: 'It names nobody to the database, and so sees no row of a municipality.',
};

export const isContractStep = (name: string): boolean => Object.hasOwn(CONTRACT_STEPS, name);
