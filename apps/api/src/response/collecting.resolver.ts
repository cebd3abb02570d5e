import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { ExtensionService } from './extension.service.js';
import { InvitationPayload, SendInvitationsInput, SendRemindersInput } from './invitation.model.js';
import { InvitationService } from './invitation.service.js';
import {
  DepartmentModel,
  SaveDepartmentInput,
  SaveDepartmentPayload,
  UpdateSectionInput,
  UpdateSectionPayload,
} from './section.model.js';
import { SectionService } from './section.service.js';
import { ExtensionPayload, GrantExtensionInput, WithdrawExtensionInput } from './window.model.js';

/** Windows of single municipalities, and the departments at one sheet. */
@Resolver()
export class CollectingResolver {
  constructor(
    private readonly extensions: ExtensionService,
    private readonly sections: SectionService,
    private readonly invitations: InvitationService,
  ) {}

  @Mutation(() => InvitationPayload, {
    description: 'Writes to the contacts of municipalities that a round is theirs to fill. Can be repeated.',
  })
  sendInvitations(
    @Args('input', { description: 'What is asked for.' }) input: SendInvitationsInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<InvitationPayload> {
    return this.invitations.invite(input, actor, receivedAt);
  }

  @Mutation(() => InvitationPayload, {
    description: 'Reminds the contacts of all municipalities whose sheet is not handed in. At most once a day.',
  })
  sendReminders(
    @Args('input', { description: 'What is asked for.' }) input: SendRemindersInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<InvitationPayload> {
    return this.invitations.remind(input, actor, receivedAt);
  }

  @Mutation(() => ExtensionPayload, {
    description: 'Gives one municipality more time, in place of an earlier extension.',
  })
  grantExtension(
    @Args('input', { description: 'What is asked for.' }) input: GrantExtensionInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ExtensionPayload> {
    return this.extensions.grant(input, actor, receivedAt);
  }

  @Mutation(() => ExtensionPayload, { description: 'Takes an extension back.' })
  withdrawExtension(
    @Args('input', { description: 'What is asked for.' }) input: WithdrawExtensionInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ExtensionPayload> {
    return this.extensions.withdraw(input, actor, receivedAt);
  }

  @Query(() => [DepartmentModel], {
    nullable: true,
    description: 'Departments of a municipality by code, at most 200; null when there is no such municipality for you.',
  })
  departments(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('municipality', { description: 'Code of the municipality.' }) municipality: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<readonly DepartmentModel[] | null> {
    return this.sections.departmentsOf(study, municipality, actor);
  }

  @Mutation(() => SaveDepartmentPayload, { description: 'Adds a department to a municipality, or names it anew.' })
  saveDepartment(
    @Args('input', { description: 'What is asked for.' }) input: SaveDepartmentInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<SaveDepartmentPayload> {
    return this.sections.saveDepartment(input, actor);
  }

  @Mutation(() => UpdateSectionPayload, {
    description: 'Gives a section to a department, marks it as done, or comments on it.',
  })
  updateSection(
    @Args('input', { description: 'What is asked for.' }) input: UpdateSectionInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<UpdateSectionPayload> {
    return this.sections.update(input, actor, receivedAt);
  }
}
