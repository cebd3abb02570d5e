export * from './check-predecessors.js';
export * from './check-question-set.js';
export * from './check-publication.js';
export * from './check-shared-scale.js';
export * from './content-hash.js';
export * from './expand-questions.js';
export * from './question-set-fault.js';
export * from './question-set.js';
