export * from './study.js';
export * from './disclosure-policy.js';
