import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import 'reflect-metadata';
import { ACCESS_RULES } from './access/access-rules.js';
import { applyAccessRules } from './access/access-transform.js';
import { ACCESS_RESOLVERS } from './access/access.module.js';
import { AnswerValueModels } from './response/answer-value.model.js';
import { RESOLVERS } from './resolvers.js';

/** The schema as it is served, without a database and without a server. Refused where a field has no access rule. */
export async function buildServiceSchema(): Promise<GraphQLSchema> {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    const schema = await context
      .get(GraphQLSchemaFactory)
      .create([...ACCESS_RESOLVERS, ...RESOLVERS], { orphanedTypes: [...AnswerValueModels] });
    return applyAccessRules(lexicographicSortSchema(schema), ACCESS_RULES);
  } finally {
    await context.close();
  }
}

export const schemaText = async (): Promise<string> => `${printSchema(await buildServiceSchema())}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await schemaText();
  if (process.argv.includes('--stdout')) process.stdout.write(text);
  else writeFileSync(new URL('../../../schema.graphql', import.meta.url), text);
}
