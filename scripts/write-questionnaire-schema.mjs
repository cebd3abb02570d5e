/** Writes docs/questionnaire.schema.json from what the reader of questionnaires knows. Needs a build. */
import { writeFileSync } from 'node:fs';
import { questionnaireSchemaText } from '../libs/exchange/dist/questionnaire/json-schema.js';

writeFileSync(new URL('../docs/questionnaire.schema.json', import.meta.url), questionnaireSchemaText());
