import { CreateSchema20261123120000 } from './20261123120000-create-schema.js';
import { AddFreezes20261123210000 } from './20261123210000-add-freezes.js';
import { AddSuccession20261123230000 } from './20261123230000-add-succession.js';
import { AddDesigning20261124000000 } from './20261124000000-add-designing.js';

/** In order. A merged migration is frozen: a change is a new file. */
export const MIGRATIONS = [
  CreateSchema20261123120000,
  AddFreezes20261123210000,
  AddSuccession20261123230000,
  AddDesigning20261124000000,
];
