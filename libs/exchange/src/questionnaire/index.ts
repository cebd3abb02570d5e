export * from './json-schema.js';
export * from './read-questionnaire.js';
export { QUESTIONNAIRE_FORMAT } from './schema-source.js';
export * from './write-questionnaire.js';
