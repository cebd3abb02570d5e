export * from './create-live.js';
export * from './live.js';
