export * from './dataset.js';
export * from './variables.js';
