export * from './adjust.js';
export * from './change-summary.js';
export * from './paired-tests.js';
export * from './proportion.js';
export * from './series-tests.js';
export * from './signed-rank.js';
