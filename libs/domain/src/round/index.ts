export * from './completion.js';
export * from './round-status.js';
export * from './window.js';
export * from './wall-clock.js';
