import { CompareDocument, createClient, ReflexbogenError, UnreachableError } from '@reflexbogen/client';

const client = createClient({
  url: process.env['REFLEXBOGEN_URL'] ?? 'http://localhost:3000/graphql',
  // A function may fetch a token, and is asked for another one when the service no longer takes the last.
  token: () => process.env['REFLEXBOGEN_TOKEN'],
});

try {
  const { comparison } = await client.request(CompareDocument, { study: 'integration-2021', from: '2017', to: '2018' });
  // Null: there is no such study, or the token does not cover it.
  for (const { question, tally } of comparison?.deltas ?? [])
    // Null: withheld, since it would tell the answer of a single municipality.
    if (tally !== null) console.log(`${question.text}: ${tally.increased ?? tally.changed} of ${tally.comparable}`);
} catch (error) {
  if (error instanceof ReflexbogenError) console.error(`The service refused (${error.code}): ${error.message}`);
  else if (error instanceof UnreachableError) console.error(`${error.message} Is the service running?`);
  else throw error;
  process.exitCode = 1;
}
