import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getOperationAST, getVariableValues, GraphQLError, OperationTypeNode, parse, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { GraphQLContext } from './context.js';
import { ExaminedDocuments } from './limits/examined-documents.js';
import { LimitError } from './limits/limit-error.js';
import { LIMITS } from './limits/limits.js';
import { costOf } from './limits/operation-limits.plugin.js';
import { RateLimits } from './limits/rate-limits.service.js';
import { variableBreach } from './limits/variable-limits.js';
import { TrustedDocuments } from './trusted-documents.js';

/** Errors told of one document. */
const MOST_ERRORS = 5;

/**
 * What a subscription has to pass before it begins, as operations by HTTP have it of Apollo and its plugins: which documents
 * may run, their limits, whether they hold, their variables, and what they cost.
 */
@Injectable()
export class SubscriptionGate {
  private readonly examined = new ExaminedDocuments();

  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly documents: TrustedDocuments,
    private readonly rates: RateLimits,
  ) {}

  /**
   * @param payload as it was sent; its query becomes the text that runs
   * @returns why it does not run; undefined where it does, and has been paid for
   */
  async refusalOf(
    payload: SubscribePayload,
    { actor, address }: GraphQLContext,
  ): Promise<readonly GraphQLError[] | undefined> {
    const trusted = this.documents.resolve(payload);
    if (!trusted.ok) return [trusted.error];
    if (trusted.text !== null) Object.assign(payload, { query: trusted.text });
    const { query, operationName, variables } = payload;
    const { breach, document } = this.examined.examine(query);
    const tooMuch = breach ?? variableBreach(variables, false);
    if (tooMuch !== null) return [new LimitError(tooMuch)];
    if (document === null) return unreadable(query);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      return [badRequest('Queries and mutations go by HTTP: POST /graphql.')];
    const { schema } = this.schemas;
    const faults = validate(schema, document, undefined, { maxErrors: MOST_ERRORS });
    if (faults.length > 0) return faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED'));
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
      maxErrors: MOST_ERRORS,
    });
    if (errors !== undefined) return errors.map((error) => withCode(error, 'BAD_USER_INPUT'));
    const { cost, breach: costly } = costOf(schema, document, operation, variables ?? {});
    if (costly !== null) return [new LimitError(costly)];
    try {
      await this.rates.operation(actor, address, cost);
      return undefined;
    } catch (error) {
      // Thrown on, it would close the socket and all that runs on it.
      return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) })];
    }
  }
}

/** Where in a text the grammar is left. */
function unreadable(query: string): readonly GraphQLError[] {
  try {
    parse(query, { maxTokens: LIMITS.TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
  return [badRequest('The document cannot be read.')];
}

export const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

const withCode = ({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
