import { CreateSchema20261123120000 } from './20261123120000-create-schema.js';
import { AddFreezes20261123210000 } from './20261123210000-add-freezes.js';
import { AddSuccession20261123230000 } from './20261123230000-add-succession.js';
import { AddDesigning20261124000000 } from './20261124000000-add-designing.js';
import { AddPersons20261124100000 } from './20261124100000-add-persons.js';
import { AddCollecting20261124110000 } from './20261124110000-add-collecting.js';
import { AddSignIn20261124120000 } from './20261124120000-add-sign-in.js';
import { AddErasure20261124140000 } from './20261124140000-add-erasure.js';
import { AddMail20261124130000 } from './20261124130000-add-mail.js';
import { AddRateLimits20261130100000 } from './20261130100000-add-rate-limits.js';
import { AddRowSecurity20261130110000 } from './20261130110000-add-row-security.js';

/** In order. A merged migration is frozen: a change is a new file. */
export const MIGRATIONS = [
  CreateSchema20261123120000,
  AddFreezes20261123210000,
  AddSuccession20261123230000,
  AddDesigning20261124000000,
  AddPersons20261124100000,
  AddCollecting20261124110000,
  AddSignIn20261124120000,
  AddMail20261124130000,
  AddErasure20261124140000,
  AddRateLimits20261130100000,
  AddRowSecurity20261130110000,
];
