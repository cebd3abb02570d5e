import { Injectable, Optional } from '@nestjs/common';
import { asOperation, Deadline, keptOnRows, Operation } from '@reflexbogen/persistence';
import { getOperationAST, OperationTypeNode, subscribe, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { RowScopes } from '../access/row-scopes.js';
import { rootFields } from '../metrics/root-fields.js';
import { Tracing, type Traced } from '../tracing/tracing.js';
import type { GraphQLContext } from './context.js';

type Events = AsyncGenerator<ExecutionResult, unknown, unknown>;

/**
 * Runs each subscription as one operation, from its first look to its last event: with the same rows in sight, with a span that
 * its statements are part of, and with an end after which none of them goes on.
 */
@Injectable()
export class SubscriptionRuns {
  constructor(
    private readonly scopes: RowScopes,
    @Optional() private readonly tracing?: Tracing,
  ) {}

  async begin(args: ExecutionArgs): Promise<Events | ExecutionResult> {
    const operation = new Operation();
    const deadline = new Deadline(Infinity);
    operation.deadline = deadline;
    operation.rows = await this.scopes.of((args.contextValue as GraphQLContext).actor);
    const traced = this.traced(args);
    const end = (failed: boolean): void => {
      if (deadline.isOver) return;
      traced?.end(failed);
      deadline.pass();
    };
    try {
      const stream = await asOperation(operation, () => this.within(traced, () => subscribe(args)));
      if (Symbol.asyncIterator in stream)
        return ended(
          asOperation(operation, () => keptOnRows(operation.rows, stream)),
          end,
          (work) => this.within(traced, work),
        );
      end(true);
      return stream;
    } catch (error) {
      end(true);
      throw error;
    }
  }

  private within<T>(traced: Traced | undefined, work: () => T): T {
    return traced === undefined || this.tracing === undefined ? work() : this.tracing.within(traced, work);
  }

  private traced({ document, operationName }: ExecutionArgs): Traced | undefined {
    const operation = getOperationAST(document, operationName);
    return this.tracing?.begin('operation', {
      'graphql.operation.type': OperationTypeNode.SUBSCRIPTION,
      'reflexbogen.roots': operation ? rootFields(document, operation).map(({ name }) => name) : [],
    });
  }
}

/** Tells once when a stream has ended, by itself, by an error, or since its reader is gone; then a reader still waiting gets its end. */
function ended(stream: Events, end: (failed: boolean) => void, within: <T>(work: () => T) => T): Events {
  const next = stream.next.bind(stream);
  const close = stream.return.bind(stream);
  let isClosed = false;
  stream.next = async () => {
    try {
      const result = await within(() => next());
      if (result.done === true) end(false);
      return result;
    } catch (error) {
      end(!isClosed);
      // What ended it was its end: thrown on, it would close the socket and all that runs on it.
      if (isClosed) return { done: true, value: undefined };
      throw error;
    }
  };
  stream.return = (value) => {
    isClosed = true;
    end(false);
    return within(() => close(value));
  };
  return stream;
}
