export * from './check-editorial.js';
export * from './document-fields.js';
export * from './merge-documents.js';
export * from './propose-verdict.js';
export * from './question-change.js';
export * from './question-set-diff.js';
export * from './render-diff.js';
export * from './word-diff.js';
