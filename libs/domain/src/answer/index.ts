export * from './answer-value.js';
export * from './check-answer.js';
export * from './number-text.js';
