import { once } from 'node:events';
import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { Client } from 'pg';
import { NotificationListener } from './notification-listener.js';
import { ResponseRepository } from './repositories/response.repository.js';
import { StudyRepository } from './repositories/study.repository.js';
import { SubmissionRepository } from './repositories/submission.repository.js';

describe('NotificationListener', () => {
  let panel: PanelFixture;
  let listener: NotificationListener;

  beforeAll(async () => {
    panel = await createPanelFixture();
    listener = new NotificationListener(panel.database.appUrl);
    await listener.start();
  });
  afterAll(async () => {
    await listener.stop();
    await panel.close();
  });

  async function submit(number: number): Promise<number> {
    const [municipalityId] = panel.municipalityIds;
    await new ResponseRepository(panel.dataSource).ensure(municipalityId, panel.roundId, panel.publishedSetId);
    return panel.dataSource.transaction((manager) =>
      new SubmissionRepository(panel.dataSource).insert(
        {
          municipalityId,
          roundId: panel.roundId,
          number,
          questionSetId: panel.publishedSetId,
          vector: Uint8Array.of(0),
          numbers: null,
          texts: null,
          comments: null,
          answered: 1,
          submittedAt: new Date(),
          submittedBy: panel.personId,
          receipt: 'e'.repeat(64),
        },
        panel.studyId,
        manager,
      ),
    );
  }

  it('hears a submission once it is committed', async () => {
    const heard = once(listener, 'submission');
    const sequence = await submit(1);
    expect(await heard).toEqual([
      { studyId: panel.studyId, roundId: panel.roundId, municipalityId: panel.municipalityIds[0], sequence },
    ]);
  });

  it('hears that a study has changed', async () => {
    const heard = once(listener, 'study');
    await new StudyRepository(panel.dataSource).announce(panel.studyId);
    expect(await heard).toEqual([panel.studyId]);
  });

  it('says reset when its connection is lost and again when it is back, and hears on', async () => {
    const resets = (async () => {
      await once(listener, 'reset');
      await once(listener, 'reset');
    })();
    const owner = new Client({ connectionString: panel.database.ownerUrl });
    await owner.connect();
    const { rowCount } = await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'reflexbogen-listener' AND datname = current_database()`,
    );
    await owner.end();
    expect(rowCount).toBe(1);
    await resets;
    const heard = once(listener, 'submission');
    await submit(2);
    expect(await heard).toHaveLength(1);
  });

  it('notices a connection that has gone silent', async () => {
    const deaf = new NotificationListener(panel.database.appUrl, 300);
    await deaf.start();
    const [row] = await panel.dataSource.query<{ pid: number }[]>(
      `SELECT max(pid) AS pid FROM pg_stat_activity
       WHERE application_name = 'reflexbogen-listener' AND backend_start =
         (SELECT max(backend_start) FROM pg_stat_activity WHERE application_name = 'reflexbogen-listener')`,
    );
    const reset = once(deaf, 'reset');
    process.kill(row?.pid ?? 0, 'SIGSTOP');
    try {
      await reset;
      await once(deaf, 'reset');
      const heard = once(deaf, 'submission');
      await submit(3);
      expect(await heard).toHaveLength(1);
    } finally {
      process.kill(row?.pid ?? 0, 'SIGCONT');
      await deaf.stop();
    }
  });
});
