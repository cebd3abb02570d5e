import { ReflexbogenError, UnreachableError, type Role } from '@reflexbogen/client';
import { Command, InvalidArgumentError, Option } from 'commander';
import { compare, exportStudy, importPackage, printSchema, type CompareOptions, type Terminal } from './commands.js';
import { signCheckpoint, verifyAudit } from './audit-commands.js';
import { showProgress } from './progress-command.js';
import { CommandError } from './command-error.js';
import { runDoctor } from './doctor-command.js';
import { DATA_FORMATS, exportData, type DataExportOptions } from './data-export.js';
import { diffFreezes, listFreezes, releaseFreeze, takeFreeze } from './freeze-commands.js';
import { diffQuestionSets, type DiffOptions } from './question-set-commands.js';
import {
  exportQuestionnaire,
  importQuestionnaire,
  listMissingTranslations,
  QUESTIONNAIRE_FORMATS,
  writeTypes,
  type ImportOptions,
  type QuestionnaireOptions,
} from './questionnaire-commands.js';
import { operate } from './operate-commands.js';
import { report, type ReportOptions } from './report.js';
import { issueToken, urlOf } from './session.js';

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** `90s`, `30m`, `1h`, `7d` in seconds. */
export function secondsOf(text: string): number {
  const match = /^(\d+)([smhd])$/.exec(text);
  const unit = match?.[2] as keyof typeof UNITS | undefined;
  if (!match || unit === undefined) throw new InvalidArgumentError('Expected a number and a unit, e.g. 30m, 1h or 7d.');
  return Number(match[1]) * UNITS[unit];
}

/** A year of four digits. */
export function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('Expected a year of four digits, e.g. 2018.');
  return Number(text);
}

interface TokenOptions {
  readonly role: string;
  readonly study?: string;
  readonly municipality?: string;
  readonly ttl: number;
  readonly singleAnswers: boolean;
}

interface ExportOptions extends DataExportOptions {
  readonly format: string;
}

/** The reflexbogen command. `exit` gets the exit code of whatever was run. */
export function programFor(terminal: Terminal, exit: (code: number) => void): Command {
  const language = /^de/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'de' : 'en';
  const program = new Command('reflexbogen')
    .description(
      'Studies in and out, and what changed between two rounds.\nTalks to the service at REFLEXBOGEN_URL (default http://localhost:3000/graphql) with REFLEXBOGEN_TOKEN,\nelse with a token of its development issuer.',
    )
    .showHelpAfterError();
  program
    .command('import')
    .description('import a study package: everything or, with any fault, nothing')
    .argument('<package>', 'folder or .zip of the package')
    .option('--dry-run', 'check only, write nothing', false)
    .action(async (path: string, { dryRun }: { dryRun: boolean }) => exit(await importPackage(path, dryRun, terminal)));
  program
    .command('export')
    .description('write a study as a package, or its submissions as a data file')
    .argument('<study>', 'slug of the study')
    .argument('<target>', 'package: folder, or file ending in .zip; else the file')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['package', ...Object.keys(DATA_FORMATS)])
        .default('package'),
    )
    .option('--rounds <codes...>', 'data files: only these rounds')
    .option('--freeze <name>', 'data files: as the freeze pins it')
    .addOption(
      new Option('--locale <locale>', 'data files: language of labels').choices(['de', 'en']).default(language),
    )
    .action(async (study: string, target: string, options: ExportOptions) => {
      const format = DATA_FORMATS[options.format];
      exit(
        format === undefined
          ? await exportStudy(study, target, terminal)
          : await exportData(study, target, format, options, terminal),
      );
    });
  program
    .command('progress')
    .description('how far the sheets of a round are')
    .argument('<study>', 'slug of the study')
    .argument('<round>', 'code of the round')
    .option('--by <attribute>', 'attribute that divides the panel')
    .option('--list <stage>', 'name the municipalities: invited, opened, started, submitted, returned or accepted')
    .action(async (study: string, round: string, options: { by?: string; list?: string }) =>
      exit(await showProgress(study, round, options, terminal)),
    );
  const audit = program.command('audit').description('what was done to a study, and whether the record is intact');
  audit
    .command('verify')
    .description('find anything that was changed, removed or reordered; exit code 1 where something was')
    .argument('<study>', 'slug of the study')
    .option('--kept <file>', 'checkpoints that were kept elsewhere, as `audit checkpoint --append` wrote them')
    .action(async (study: string, { kept }: { kept?: string }) => exit(await verifyAudit(study, kept, terminal)));
  audit
    .command('checkpoint')
    .description('sign where a study stands')
    .argument('<study>', 'slug of the study')
    .option('--append <file>', 'append it to a file to be kept outside of the database, instead of printing it')
    .action(async (study: string, { append }: { append?: string }) =>
      exit(await signCheckpoint(study, append, terminal)),
    );
  const freeze = program.command('freeze').description('named cuts of a study that never change');
  freeze
    .command('take')
    .description('pin a study as it is now')
    .argument('<study>', 'slug of the study')
    .argument('<name>', 'name of the freeze')
    .option('--note <text>', 'what it is taken for')
    .action(async (study: string, name: string, { note }: { note?: string }) =>
      exit(await takeFreeze(study, name, note, terminal)),
    );
  freeze
    .command('list')
    .description('list the freezes of a study, latest first')
    .argument('<study>', 'slug of the study')
    .action(async (study: string) => exit(await listFreezes(study, terminal)));
  freeze
    .command('release')
    .description('open a freeze to analysts who do not see single answers')
    .argument('<study>', 'slug of the study')
    .argument('<name>', 'name of the freeze')
    .action(async (study: string, name: string) => exit(await releaseFreeze(study, name, terminal)));
  freeze
    .command('diff')
    .description('which figures moved between two freezes, and why')
    .argument('<study>', 'slug of the study')
    .argument('<a>', 'name of the first freeze')
    .argument('<b>', 'name of the second freeze')
    .action(async (study: string, a: string, b: string) => exit(await diffFreezes(study, a, b, terminal)));
  program
    .command('diff')
    .description('what changed between two question sets of a template, and which series break')
    .argument('<template>', 'slug of the template')
    .argument('<from>', 'year of the earlier set, or year/revision')
    .argument('<to>', 'year of the later set, or year/revision; drafts too')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'markdown', 'json']).default('text'))
    .addOption(new Option('--locale <locale>', 'language').choices(['de', 'en']).default(language))
    .action(async (template: string, from: string, to: string, options: DiffOptions) =>
      exit(await diffQuestionSets(template, from, to, options, terminal)),
    );
  const questionnaire = program.command('questionnaire').description('question sets as files');
  const formats = Object.keys(QUESTIONNAIRE_FORMATS);
  questionnaire
    .command('export')
    .description('write a question set as YAML, JSON, XLSForm, or for translators as XLIFF or CSV')
    .argument('<template>', 'slug of the template')
    .argument('<set>', 'year of the set, or year/revision; drafts too')
    .argument('<file>', 'file to write; the comments of a YAML file that is there are kept')
    .addOption(new Option('--format <format>', 'what to write; without it by the suffix').choices(formats))
    .option('--source <locale>', 'for translators: language translated from', 'de')
    .option('--target <locale>', 'for translators: language translated to')
    .action(async (template: string, set: string, path: string, options: QuestionnaireOptions) =>
      exit(await exportQuestionnaire(template, set, path, options, terminal)),
    );
  questionnaire
    .command('import')
    .description('save a file as the draft of a year: the whole set, or its texts in one language')
    .argument('<template>', 'slug of the template')
    .argument('<year>', 'year of the draft; made where there is none', yearOf)
    .argument('<file>', 'file to read')
    .addOption(new Option('--format <format>', 'what it is; without it by the suffix').choices(formats))
    .option('--language <locale>', 'XLSForm: language of wordings that state none')
    .option('--based-on <version>', 'version that the file was exported at; edits since then are merged', Number)
    .action(async (template: string, year: number, path: string, options: ImportOptions) =>
      exit(await importQuestionnaire(template, year, path, options, terminal)),
    );
  questionnaire
    .command('missing')
    .description('list every text that a language lacks')
    .argument('<template>', 'slug of the template')
    .argument('<set>', 'year of the set, or year/revision; drafts too')
    .argument('<locales...>', 'languages, e.g. de en fr')
    .action(async (template: string, set: string, locales: string[]) =>
      exit(await listMissingTranslations(template, set, locales, terminal)),
    );
  program
    .command('types')
    .description('a TypeScript module for the question set that a round asks')
    .argument('<study>', 'slug of the study')
    .argument('<round>', 'code of the round')
    .option('--out <file>', 'file to write; without it the terminal')
    .action(async (study: string, round: string, { out }: { out?: string }) =>
      exit(await writeTypes(study, round, out, terminal)),
    );
  program
    .command('compare')
    .description('what changed between two rounds, most increased first')
    .argument('<study>', 'slug of the study')
    .argument('<from>', 'code of the earlier round')
    .argument('<to>', 'code of the later round')
    .option('--by <attribute>', 'break down by an attribute of the municipalities')
    .option('--freeze <name>', 'the study as a freeze pins it')
    .option('--as-of <instant>', 'only submissions handed in by this instant, e.g. 2018-08-01T00:00:00Z')
    .option('--exclude-carried-over', 'leave out answers that were taken over from the round before')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv']).default('table'))
    .addOption(new Option('--locale <locale>', 'language').choices(['de', 'en']).default(language))
    .action(async (study: string, from: string, to: string, options: CompareOptions) =>
      exit(await compare(study, from, to, options, terminal)),
    );
  program
    .command('report')
    .description('a comparison as a report to print: Markdown, HTML and PDF')
    .argument('<study>', 'slug of the study')
    .argument('<from>', 'code of the earlier round')
    .argument('<to>', 'code of the later round')
    .option('--out <path>', 'path without suffix; figures of the Markdown are written beside it', 'report')
    .option('--freeze <name>', 'the study as a freeze pins it')
    .addOption(new Option('--locale <locale>', 'language').choices(['de', 'en']).default(language))
    .action(async (study: string, from: string, to: string, options: ReportOptions) =>
      exit(await report(study, from, to, options, terminal)),
    );
  program
    .command('backup')
    .description(
      "everything the service knows, into a new folder, while it goes on; with the service's DATA_DIR or DATABASE_URL",
    )
    .argument('<folder>', 'made by this')
    .option('--base', "the embedded server's files instead, for recovery to any later instant (WAL_ARCHIVE_DIR)")
    .action(async (folder: string, { base }: { readonly base?: boolean }) =>
      exit(await operate('backup', [folder, ...(base === true ? ['--base'] : [])], terminal)),
    );
  program
    .command('restore')
    .description('a backup into an empty DATA_DIR or the empty database of DATABASE_URL')
    .argument('<folder>', 'of reflexbogen backup')
    .option('--wal <folder>', 'of a base backup: where the log was archived')
    .option(
      '--to <instant>',
      'with --wal: as it was then, e.g. 2026-11-30T18:00:00+01:00; without it all that was archived',
    )
    .action(async (folder: string, { wal, to }: { readonly wal?: string; readonly to?: string }) =>
      exit(
        await operate(
          'restore',
          [folder, ...(wal === undefined ? [] : ['--wal', wal]), ...(to === undefined ? [] : ['--to', to])],
          terminal,
        ),
      ),
    );
  program
    .command('doctor')
    .description(
      'what is configured, what can be reached, and what to mend; run where the service runs, in its environment; exit code 1 with any fault',
    )
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table'))
    .action(async ({ format }: { format: 'table' | 'json' }) => exit(await runDoctor(format, terminal)));
  const cluster = program
    .command('cluster')
    .description('beyond one machine: Citus, at the coordinator of DATABASE_URL');
  cluster
    .command('plan')
    .description('where each table would lie, and the statements that bring it there; changes nothing')
    .action(async () => exit(await operate('cluster-plan', [], terminal)));
  cluster
    .command('distribute')
    .description('do what the plan says, whole or not at all; take a backup first')
    .action(async () => exit(await operate('cluster-distribute', [], terminal)));
  program
    .command('token')
    .description('a bearer token of the development issuer; refused in production')
    .addOption(
      new Option('--role <role>', 'role in the token')
        .choices(['ADMIN', 'DESIGNER', 'RESPONDENT', 'ANALYST'])
        .makeOptionMandatory(),
    )
    .option('--study <slug>', 'the one study it covers; without it all')
    .option('--municipality <code>', 'RESPONDENT: the municipality')
    .option('--ttl <time>', 'lifetime, e.g. 30m, 1h, 7d', secondsOf, 3600)
    .option('--no-single-answers', 'see released freezes only, protected')
    .action(async ({ role, study, municipality, ttl, singleAnswers }: TokenOptions) => {
      const grant = {
        role: role as Role,
        ttlSeconds: ttl,
        singleAnswers,
        ...(study === undefined ? {} : { study }),
        ...(municipality === undefined ? {} : { municipality }),
      };
      terminal.out(`${await issueToken(urlOf(terminal.env), grant)}\n`);
    });
  program
    .command('schema')
    .description('print the GraphQL schema')
    .action(async () => exit(await printSchema(terminal)));
  return program;
}

/** One line for whatever went wrong. */
export function explain(error: unknown): string {
  if (error instanceof UnreachableError) return `${error.message} Start the service with: npm start`;
  if (error instanceof ReflexbogenError && error.code === 'UNAUTHENTICATED')
    return `${error.message} Is REFLEXBOGEN_TOKEN expired?`;
  if (error instanceof ReflexbogenError || error instanceof CommandError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
