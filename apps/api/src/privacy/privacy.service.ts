import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { PersonDataRepository } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { AccountService } from '../access/account.service.js';
import { hasRole, Role, signedIn, type Actor } from '../access/actor.js';
import { StudyAudit } from '../audit/study-audit.js';
import { CLOCK, type Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { JobHandlers, noPayload } from '../jobs/job-handlers.js';
import type { ErasePersonInput, ErasePersonPayload, PersonalDataFileModel } from './privacy.model.js';

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the service knows about persons: handed out, erased on request, and forgotten in time. */
@Injectable()
export class PrivacyService implements OnModuleInit {
  private readonly logger = new Logger('Privacy');

  constructor(
    private readonly dataSource: DataSource,
    private readonly persons: PersonDataRepository,
    private readonly accounts: AccountService,
    private readonly audit: StudyAudit,
    private readonly handlers: JobHandlers,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'apply-retention',
      queue: 'task',
      everySeconds: DAY_SECONDS,
      parse: noPayload,
      run: () => this.retain(),
    });
  }

  /** @param id without it the actor's own. @returns null where there is no such person for the actor */
  async dataOf(id: string | null, actor: Actor | null): Promise<PersonalDataFileModel | null> {
    const person = id ?? signedIn(actor).id;
    if (!(await this.mayConcern(person, actor))) return null;
    const data = await this.persons.of(person);
    return data === null
      ? null
      : {
          name: `person-${person}.json`,
          mediaType: 'application/json',
          base64: Buffer.from(`${JSON.stringify(data, null, 2)}\n`).toString('base64'),
        };
  }

  async erase({ person, reason }: ErasePersonInput, actor: Actor | null): Promise<ErasePersonPayload> {
    const isAllowed = hasRole(actor, Role.ADMIN) && (await this.mayConcern(person, actor));
    const erased = isAllowed && (await this.eraseRecorded(person, reason, signedIn(actor)));
    return erased
      ? { erased, errors: [] }
      : {
          erased,
          errors: [
            {
              code: 'UNKNOWN_PERSON',
              message: 'There is no such person, it is not yours to erase, or it was erased before.',
              path: ['input', 'person'],
            },
          ],
        };
  }

  /** The record says that somebody was erased, and not who that was. */
  private eraseRecorded(person: string, reason: string, actor: Actor): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const studies = await this.persons.studiesOf(person, manager);
      if (!(await this.persons.erase(person, manager))) return false;
      for (const study of [...studies].sort())
        await this.audit.record(
          study,
          actor,
          { act: 'ERASE_PERSON', object: person, old: null, new: null, reason },
          manager,
        );
      return true;
    });
  }

  /** Everybody about themselves, administrators about whom they administer. */
  private async mayConcern(person: string, actor: Actor | null): Promise<boolean> {
    if (actor === null || !UUID.test(person)) return false;
    return person === actor.id || (hasRole(actor, Role.ADMIN) && (await this.accounts.find(person, actor)) !== null);
  }

  /** The retention rules of docs/privacy.md, in one transaction. */
  async retain(): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - this.configuration.retentionDays * DAY_MS);
    const outcome = await this.dataSource.transaction((manager) => this.persons.retain(now, since, manager));
    if (outcome.persons > 0) this.logger.warn(`${outcome.persons} persons were erased by the retention rule`);
  }
}
