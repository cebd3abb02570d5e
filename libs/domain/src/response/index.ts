export * from './answer-state.js';
export * from './check-submission.js';
export * from './columns.js';
export * from './receipt.js';
export * from './response-status.js';
export * from './submission-codec.js';
export * from './submission-layout.js';
export * from './visibility.js';
