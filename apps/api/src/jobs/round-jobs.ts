import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { windowAt } from '@reflexbogen/domain';
import { RoundRepository, StudyRepository } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CLOCK, type Clock } from '../clock.js';
import { MailService } from '../mail/mail.service.js';
import { JobHandlers, noPayload } from './job-handlers.js';

/** Days before the end of a municipality's window on which it is reminded, if its sheet is not handed in. */
export const REMINDER_DAYS: readonly number[] = [14, 7, 2];

const HOUR_SECONDS = 3_600;

/** What happens by itself in the life of a round: reminders, and signatures under the record. */
@Injectable()
export class RoundJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly mails: MailService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'send-reminders',
      queue: 'task',
      everySeconds: HOUR_SECONDS,
      parse: noPayload,
      run: () => this.remind(),
    });
    this.handlers.register({
      name: 'sign-checkpoints',
      queue: 'task',
      everySeconds: HOUR_SECONDS,
      parse: noPayload,
      run: () => this.sign(),
    });
  }

  /** Reminds whoever is due in rounds that are open, or were and still are for some. Run again, it reminds nobody twice. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const study of await this.studies.list())
      for (const round of await this.rounds.listByStudy(study.id)) {
        // A closed round may be open for municipalities with an extension: the audience knows each window.
        if (windowAt(round, null, now).status === 'PLANNED') continue;
        await this.dataSource.transaction((manager) =>
          this.mails.enqueueForRound(round, { kind: 'REMINDER', daysBefore: REMINDER_DAYS }, now, manager),
        );
      }
  }

  /** Signs every study whose chains have moved. */
  async sign(): Promise<void> {
    for (const study of await this.studies.list()) await this.audit.sign(study.id, study.slug);
  }
}
