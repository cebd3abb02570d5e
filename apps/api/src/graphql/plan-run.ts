import {
  getArgumentValues,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { RootOutcomes } from './root-outcomes.js';

/** Says that a run cannot go on as planned; never seen outside. */
export class OutOfPlan extends Error {}

/** Resolves one field of an object and puts the outcome into its place. */
export type FieldRunner = (source: unknown, into: Record<string, unknown>, run: PlanRun) => void;

/** What a resolver may want to know about one field of a plan. */
export interface PlannedField {
  /** Position among all fields of the plan. */
  readonly index: number;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Its arguments where no variable is in them. */
  readonly constants: Readonly<Record<string, unknown>> | null;
}

export interface RunInput {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';

const ignore = (): void => undefined;

/** What resolvers are told. Whoever asks for what differs from object to object gets the interpreter. */
class PlanInfo implements GraphQLResolveInfo {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variableValues: Record<string, unknown>;
  readonly rootValue = undefined;

  constructor(
    input: RunInput,
    private readonly field: PlannedField | null,
  ) {
    this.schema = input.schema;
    this.operation = input.operation;
    this.fragments = input.fragments;
    this.variableValues = input.variables;
  }

  get fieldName(): string {
    return this.own.nodes[0].name.value;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.own.nodes;
  }

  get parentType(): GraphQLObjectType {
    return this.own.parentType;
  }

  get returnType(): GraphQLOutputType {
    return this.own.definition.type;
  }

  get path(): never {
    throw new OutOfPlan();
  }

  /** Type resolvers belong to no field. */
  private get own(): PlannedField {
    if (this.field === null) throw new OutOfPlan();
    return this.field;
  }
}

/** One run of a plan. Arguments are worked out once per field and run, not once per object. */
export class PlanRun {
  readonly context: unknown;
  private readonly args: (Record<string, unknown> | undefined)[];
  private readonly infos: (GraphQLResolveInfo | undefined)[];
  private readonly input: RunInput;
  private waiting: Promise<void>[] = [];
  private ofTypes: GraphQLResolveInfo | undefined;
  private isOver = false;

  constructor(
    input: RunInput,
    fields: number,
    private readonly outcomes: RootOutcomes,
  ) {
    this.input = input;
    this.context = input.context;
    this.args = new Array<undefined>(fields);
    this.infos = new Array<undefined>(fields);
  }

  /** Resolves a first field, and keeps what it gives or throws. */
  keeping(key: string, resolve: () => unknown): unknown {
    try {
      const value = resolve();
      this.outcomes.set(key, { value });
      return value;
    } catch (error) {
      // Whoever asks for what a plan does not know has to be asked again.
      if (!(error instanceof OutOfPlan)) this.outcomes.set(key, { error });
      throw error;
    }
  }

  argsOf(field: PlannedField): Record<string, unknown> {
    return (this.args[field.index] ??=
      field.constants === null
        ? getArgumentValues(field.definition, field.nodes[0], this.input.variables)
        : { ...field.constants });
  }

  infoOf(field: PlannedField): GraphQLResolveInfo {
    return (this.infos[field.index] ??= new PlanInfo(this.input, field));
  }

  /** For type resolvers: knows the operation, not the field. */
  get typeInfo(): GraphQLResolveInfo {
    return (this.ofTypes ??= new PlanInfo(this.input, null));
  }

  /** Puts a value into its place, now or when it is there; the keys keep their order. */
  put(value: unknown, key: string, into: Record<string, unknown>): void {
    if (!isPromise(value)) {
      into[key] = value;
      return;
    }
    into[key] = null;
    this.later(value, (later) => (into[key] = later));
  }

  /** Waits for a value before the run ends. */
  later(value: Promise<unknown>, put: (value: unknown) => void): void {
    const done = value.then(put);
    // Nobody waits any more for what comes after the end; a rejection of it must not be one that nobody handles.
    if (this.isOver) done.catch(ignore);
    else this.waiting.push(done);
  }

  /** @returns the data; null where anything failed */
  async finish(start: (run: PlanRun) => object): Promise<object | null> {
    try {
      const data = start(this);
      while (this.waiting.length > 0) {
        const batch = this.waiting;
        this.waiting = [];
        await Promise.all(batch);
      }
      return data;
    } catch {
      // Not swallowed: the interpreter runs the same query next and reports whatever there is to report.
      return null;
    } finally {
      this.isOver = true;
      for (const promise of this.waiting) promise.catch(ignore);
    }
  }
}
