/** The yardstick of [api-layer]: Mercurius with compiled execution over the same schema and the same computed objects. */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { spentOn, watchJson } from './spent.mjs';

const { comparison } = JSON.parse(readFileSync(JSON.parse(process.argv[2]).file, 'utf8'));
const app = Fastify();
await app.register(mercurius, {
  schema: readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'),
  resolvers: {
    Query: { comparison: () => comparison },
    // Worded beforehand; a function, since in the service it is one too.
    Delta: { sentence: (delta) => delta.sentence },
    AnswerValue: { resolveType: () => 'TextValue' },
  },
  jit: 1,
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });
process.on('message', ({ work }) => {
  if (work === 'watch') watchJson();
  process.send(spentOn.sinceLast());
});
process.on('disconnect', () => process.exit(0));
process.send({ url });
