export type {
  BreakdownPlan,
  ColumnPlan,
  EarlierRelease,
  ReleaseInput,
  SuppressionPlan,
  SuppressionPolicy,
  SuppressionRules,
} from './suppression.types.js';
export { ALL_RULES } from './suppression.types.js';
export * from './suppression-plan.js';
export * from './protect.js';
