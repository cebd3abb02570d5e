import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { badInput } from '../graphql/api-error.js';
import { AuditVerificationModel, CheckpointModel, KeptCheckpointInput } from './audit.model.js';
import { AuditService } from './audit.service.js';

const MOST_KEPT = 100;

@Resolver()
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query(() => AuditVerificationModel, {
    nullable: true,
    description: 'Checks every chain of a study; reads all of its history. Null when there is no such study for you.',
  })
  verifyAudit(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Context() { actor }: GraphQLContext,
    @Args('kept', {
      type: () => [KeptCheckpointInput],
      nullable: true,
      description: 'Checkpoints that were kept elsewhere, at most 100: they must still be there, unchanged.',
    })
    kept?: KeptCheckpointInput[] | null,
  ): Promise<AuditVerificationModel | null> {
    if ((kept?.length ?? 0) > MOST_KEPT) throw badInput(`kept: expected at most ${MOST_KEPT} checkpoints.`);
    return this.audit.verify(study, kept ?? [], actor);
  }

  @Mutation(() => CheckpointModel, {
    nullable: true,
    description: 'Signs where all chains of a study stand. Null when there is no such study for you.',
  })
  signCheckpoint(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<CheckpointModel | null> {
    return this.audit.checkpoint(study, actor);
  }
}
