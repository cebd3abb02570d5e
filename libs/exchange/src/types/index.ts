export * from './write-types.js';
