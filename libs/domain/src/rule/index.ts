export * from './rule.js';
export { RULE_REASONS, type RuleFaultCode, type RuleReason } from './rule-reasons.js';
export { MAX_RULE_LENGTH } from './rule-language.js';
