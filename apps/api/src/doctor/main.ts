import 'reflect-metadata';
import { examine } from './examine.js';

// For `reflexbogen doctor`, which is a client and knows nothing of the service's inside.
process.stdout.write(`${JSON.stringify(await examine(process.env))}\n`);
