export * from './localized-text.js';
export * from './pattern.js';
export * from './sentence-template.js';
