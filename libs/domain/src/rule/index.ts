export * from './rule.js';
export { MAX_RULE_LENGTH } from './rule-language.js';
