export * from './localized-text.js';
export * from './pattern.js';
