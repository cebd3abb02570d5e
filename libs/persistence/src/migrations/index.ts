import { CreateSchema20261123120000 } from './20261123120000-create-schema.js';

/** In order. A merged migration is frozen: a change is a new file. */
export const MIGRATIONS = [CreateSchema20261123120000];
