import { defaultFieldResolver, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { ApiError } from '../graphql/api-error.js';
import type { GraphQLContext } from '../graphql/context.js';
import type { AccessRule, TypeRules } from './access-rule.js';
import { hasRole, readsOnly } from './actor.js';

/** A schema that cannot be served: fields without a rule, or rules without a field. */
export class AccessRuleError extends Error {}

/**
 * Puts the access rules around the resolvers of a schema. Deny by default: a field without a rule, or a rule without a
 * field, and there is no schema. NestJS guards would not do: they do not run on field resolvers.
 * @throws AccessRuleError listing every field without rule and every rule without field
 */
export function applyAccessRules(schema: GraphQLSchema, rules: Readonly<Record<string, TypeRules>>): GraphQLSchema {
  const faults: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    const typeRules = rules[type.name] ?? {};
    for (const field of Object.values(type.getFields())) {
      const rule = typeRules[field.name];
      if (rule === undefined) faults.push(`${type.name}.${field.name} has no access rule`);
      else if (rule.kind === 'roles' && isObjectType(type)) {
        const writes = type === schema.getMutationType() && rule.reads !== true;
        field.resolve = guarded(rule, writes, field.resolve ?? defaultFieldResolver);
        // What opens a stream of events must ask as well: its resolver runs for each event only.
        if (type === schema.getSubscriptionType() && field.subscribe !== undefined)
          field.subscribe = guarded(rule, false, field.subscribe);
      }
    }
  }
  for (const [typeName, typeRules] of Object.entries(rules)) {
    const type = schema.getType(typeName);
    const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    for (const field of Object.keys(typeRules))
      if (!(field in fields)) faults.push(`${typeName}.${field} has a rule but no field`);
  }
  if (faults.length > 0) throw new AccessRuleError(`The schema is not served:\n  ${faults.join('\n  ')}`);
  return schema;
}

type Resolver = typeof defaultFieldResolver;

const guarded =
  (rule: Extract<AccessRule, { kind: 'roles' }>, writes: boolean, resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    const { actor } = context as GraphQLContext;
    if (actor === null) throw new ApiError('UNAUTHENTICATED', 'Send a bearer token: Authorization: Bearer …');
    if (!hasRole(actor, ...rule.roles))
      throw new ApiError(
        'FORBIDDEN',
        `${info.parentType.name}.${info.fieldName} needs one of the roles ${rule.roles.join(', ')}.`,
      );
    if (writes && readsOnly(actor))
      throw new ApiError(
        'FORBIDDEN',
        `${info.parentType.name}.${info.fieldName} needs a token that may write; this one was made for reading.`,
      );
    return resolve(source, args, context, info);
  };
