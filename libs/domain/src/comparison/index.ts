export * from './comparison.types.js';
export * from './exclusion.js';
export * from './state-map.js';
export * from './tally.js';
export * from './transition-table.js';
