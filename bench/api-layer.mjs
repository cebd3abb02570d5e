/** [api-layer]: what a whole sheet costs beside computing and JSON text, against Mercurius with compiled execution. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.mjs';
import { checked, lastRounds, startService, WHOLE_SHEET } from './http.mjs';
import { openClient } from './http-client.mjs';
import { assertSame, entry, interleaved, median, say, sizeText } from './measure.mjs';

export async function* benchApiLayer({ folder, database, study }) {
  const service = await startService(database, study);
  const variables = { study: study.slug, ...lastRounds(study) };
  const sheet = service.client.request(WHOLE_SHEET, variables);
  const data = await checked(service.client, sheet);
  const file = join(folder, 'computed.json');
  writeFileSync(file, JSON.stringify(data));
  const mercurius = await startChild('./mercurius-child.mjs', { file });
  const other = await openClient(mercurius.url);
  try {
    const same = other.request(WHOLE_SHEET, variables);
    assertSame('api-layer', await checked(other, same), data);
    await service.ask({ work: 'watch' });
    await mercurius.ask({ work: 'watch' });
    const parts = { computing: [], json: [], total: [] };
    const own = async (child, client, request, isSubject) => {
      await child.ask({ work: 'spent' });
      const started = performance.now();
      await client.send(request);
      const total = performance.now() - started;
      const { computing = 0, json = 0 } = await child.ask({ work: 'spent' });
      if (json === 0) throw new Error('the text of the answer was not seen being made');
      if (isSubject) for (const [name, value] of Object.entries({ computing, json, total })) parts[name].push(value);
      return total - computing - json;
    };
    const times = await interleaved(
      {
        service: () => own(service, service.client, sheet, true),
        mercurius: () => own(mercurius, other, same, false),
      },
      { runs: 400, warmUp: 400 },
    );
    const [total, computing, json] = [parts.total, parts.computing, parts.json].map((values) =>
      median(values).toFixed(2),
    );
    say(`api-layer: a sheet takes ${total} ms, of which computing ${computing} and JSON text ${json}`);
    yield entry({
      name: 'api-layer',
      size: sizeText({ ...study.size, rounds: 2 }),
      subject: times.service,
      yardstick: times.mercurius,
      unit: 'ms',
      limit: { most: 1 },
    });
  } finally {
    other.close();
    await mercurius.stop();
    await service.stop();
  }
}
