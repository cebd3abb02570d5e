export * from '../queue/answer-store.js';
export { indexedDbStore } from '../queue/indexed-db-store.js';
export { memoryStore } from '../queue/memory-store.js';
export { indexedDbShelf } from './sheet-shelf.js';
export type { SheetShelf, ShelfPlace, ShelvedSheet } from './sheet-shelf.js';
export { openSheetSession } from './open-sheet-session.js';
export { contentOf, type RulesModule, type RuleValue, type ServiceValue, type UnmetRule } from './sheet-rules.js';
export type * from './sheet-session.js';
export type * from './sheet-snapshot.js';
