export * from './audit-entry.js';
export * from './checkpoint.js';
