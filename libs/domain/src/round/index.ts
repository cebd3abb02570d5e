export * from './round-status.js';
