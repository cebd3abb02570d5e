export * from './database.js';
export * from './panel-fixture.js';
