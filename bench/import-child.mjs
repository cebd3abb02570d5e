/** One import in a process of its own; prints seconds and peak memory. */
import {
  createDataSource,
  MunicipalityRepository,
  PersonRepository,
  QuestionSetRepository,
  RoundRepository,
  SheetEventRepository,
  StudyRepository,
  SubmissionRepository,
  TemplateRepository,
} from '../libs/persistence/dist/index.js';
import { openPackage, readPackage } from '../libs/exchange/dist/index.js';
import { StudyAudit } from '../apps/api/dist/audit/study-audit.js';
import { systemClock } from '../apps/api/dist/clock.js';
import { PackageWriter } from '../apps/api/dist/exchange/package.writer.js';

const [path, appUrl] = process.argv.slice(2);
const dataSource = await createDataSource({ url: appUrl }).initialize();
const templates = new TemplateRepository(dataSource);
const writer = new PackageWriter(
  dataSource,
  templates,
  new QuestionSetRepository(dataSource, templates),
  new StudyRepository(dataSource),
  new RoundRepository(dataSource),
  new MunicipalityRepository(dataSource),
  new SubmissionRepository(dataSource),
  new StudyAudit(new SheetEventRepository(dataSource), systemClock),
);
let peakBytes = 0;
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage().rss)), 20);
const started = performance.now();
const source = await openPackage(path);
const read = await readPackage(source);
if (!read.ok) throw new Error(JSON.stringify(read.errors[0].faults.slice(0, 3)));
const reading = (performance.now() - started) / 1000;
const outcome = await writer.write(
  read.value,
  await new PersonRepository(dataSource).bySubject('bench', 'Bench'),
  false,
);
if (outcome.kind !== 'WRITTEN') throw new Error(outcome.kind);
const seconds = (performance.now() - started) / 1000;
clearInterval(watch);
peakBytes = Math.max(peakBytes, process.memoryUsage().rss, process.resourceUsage().maxRSS * 1024);
await dataSource.destroy();
console.log(JSON.stringify({ seconds, reading, peakBytes }));
