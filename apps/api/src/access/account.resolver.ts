import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { badInput } from '../graphql/api-error.js';
import type { GraphQLContext } from '../graphql/context.js';
import { keyOf } from '../graphql/page.js';
import {
  AccountConnection,
  AccountModel,
  AccountPayload,
  AccountsArgs,
  EndSessionsInput,
  PersonInput,
  SavePersonInput,
} from './account.model.js';
import { AccountService, type AccountOutcome } from './account.service.js';
import { signedIn } from './actor.js';

@Resolver()
export class AccountResolver {
  constructor(private readonly accounts: AccountService) {}

  @Query(() => AccountConnection, {
    name: 'accounts',
    description:
      'Persons with all their rights in the studies that you administer; all persons if you administer all studies.',
  })
  async list(
    @Args() { first, after, search, study, municipality }: AccountsArgs,
    @Context() { actor }: GraphQLContext,
  ): Promise<AccountConnection> {
    const last = after === undefined || after === null ? null : keyOf(after);
    if (last !== null && !isUUID(last)) throw badInput('after: this cursor does not belong to the list.');
    if (municipality && !study) throw badInput('municipality: its code says nothing without `study`.');
    const among = { search: search || null, study: study || null, municipality: municipality || null };
    const { accounts, hasNext, total } = await this.accounts.list(signedIn(actor), among, last, first);
    const edges = accounts.map((node) => ({ cursor: Buffer.from(`k:${node.id}`).toString('base64url'), node }));
    return { edges, pageInfo: { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: total };
  }

  @Query(() => AccountModel, { nullable: true, description: 'A person; null where there is none that you administer.' })
  account(
    @Args('id', { type: () => ID, description: 'Id of the person.' }) id: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<AccountModel | null> {
    return isUUID(id) ? this.accounts.find(id, signedIn(actor)) : Promise.resolve(null);
  }

  @Mutation(() => AccountPayload, {
    description:
      'Creates a person or changes name, address, language and roles. Ends the person’s sessions everywhere.',
  })
  async savePerson(
    @Args('input', { description: 'The person.' }) input: SavePersonInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<AccountPayload> {
    const roles = input.roles.map((role) => ({
      role: role.role,
      study: role.study ?? null,
      municipality: role.municipality ?? null,
      department: role.department ?? null,
      signatory: role.signatory,
      singleAnswers: role.singleAnswers,
    }));
    const { name, locale } = input;
    return payloadOf(
      await this.accounts.save(
        { id: input.id ?? null, name, email: input.email ?? null, locale, roles },
        signedIn(actor),
      ),
    );
  }

  @Mutation(() => AccountPayload, {
    description: 'Shuts a person out: sessions, links and personal tokens work no more, on any replica.',
  })
  async disablePerson(
    @Args('input', { description: 'Whom.' }) { id }: PersonInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<AccountPayload> {
    return payloadOf(await this.accounts.disable(id, signedIn(actor)));
  }

  @Mutation(() => AccountPayload, { description: 'Lets a person who was shut out sign in again.' })
  async enablePerson(
    @Args('input', { description: 'Whom.' }) { id }: PersonInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<AccountPayload> {
    return payloadOf(await this.accounts.enable(id, signedIn(actor)));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Signs a person out everywhere and revokes the personal tokens: administrators others, everybody themselves.',
  })
  async endSessions(
    @Args('input', { description: 'Whom.' }) { id }: EndSessionsInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<AccountPayload> {
    return payloadOf(await this.accounts.endSessions(id ?? null, signedIn(actor)));
  }
}

const payloadOf = (outcome: AccountOutcome): AccountPayload =>
  outcome.ok ? { account: outcome.account, errors: [] } : { account: null, errors: outcome.errors };
