import {
  layoutOf,
  sheetWriterOf,
  type EncodedSubmission,
  type QuestionSet,
  type SheetDraft,
  type SheetWriter,
} from '@reflexbogen/domain';
import { readCsv, type CsvPlace } from './csv-reader.js';
import type { FaultCollector } from './package-fault.js';
import type { PackageSource } from './package-source.js';
import type { StudyPackage } from './study-package.js';

/** One submission of a package. */
export interface PackageSubmission extends EncodedSubmission {
  readonly municipalityIndex: number;
  readonly roundIndex: number;
}

export interface AnswersResult {
  /** In order of municipality, then round. */
  readonly submissions: readonly PackageSubmission[];
  /** Lines with a value. */
  readonly answers: number;
}

interface OpenSheet {
  readonly draft: SheetDraft;
  readonly file: string;
  /** Line of its first answer, for faults of the sheet as a whole. */
  readonly line: number;
}

interface RoundWriter {
  readonly index: number;
  readonly questionSet: QuestionSet;
  readonly writer: SheetWriter;
}

const COLUMNS = ['municipality', 'round', 'question', 'value'] as const;
const EXPECTED_COLUMNS = 'municipality,round,question,value and optionally comment';
/** Codes named in a message. */
const MAX_NAMED = 10;

/**
 * What the answers can be measured against. Where study.yaml or the panel has faults of its own, the rest of answers.csv is
 * checked all the same, without faults that only follow from those.
 */
export interface AnswerChecks {
  /** The panel was read to its end, so that a code it lacks is a fault. */
  readonly municipalities: boolean;
  /** The question sets are sound, so that rounds and values can be checked. */
  readonly rounds: boolean;
}

/**
 * Reads the answers, in any order of lines, into one vector per municipality and round: about a byte an answer. A
 * municipality without any line in a round did not respond; texts and comments are kept as they are.
 */
export async function readAnswers(
  source: PackageSource,
  study: StudyPackage,
  faults: FaultCollector,
  onBytes: (bytes: number) => void,
  checks: AnswerChecks = { municipalities: true, rounds: true },
): Promise<AnswersResult> {
  const reader = new AnswerReader(study, faults, checks);
  for (const file of source.answerFiles) {
    const stream = await source.open(file);
    stream.on('data', (chunk: Buffer) => onBytes(chunk.length));
    stream.pause();
    await reader.read(file, stream);
  }
  return { submissions: reader.close(), answers: reader.answers };
}

class AnswerReader {
  answers = 0;
  private readonly sheets: (OpenSheet | undefined)[];
  private readonly municipalities: ReadonlyMap<string, number>;
  private readonly rounds: ReadonlyMap<string, RoundWriter>;
  private readonly roundCount: number;

  constructor(
    private readonly study: StudyPackage,
    private readonly faults: FaultCollector,
    private readonly checks: AnswerChecks,
  ) {
    this.municipalities = new Map(study.municipalities.map(({ code }, index) => [code, index]));
    this.roundCount = study.study.rounds.length;
    const writers = new Map<QuestionSet, SheetWriter>();
    this.rounds = new Map(
      study.study.rounds.flatMap((round, index) => {
        const questionSet = study.questionSets.find(
          ({ year, revision }) => year === round.questionSet.year && revision === round.questionSet.revision,
        );
        if (questionSet === undefined) return [];
        const writer = writers.get(questionSet) ?? sheetWriterOf(layoutOf(questionSet));
        writers.set(questionSet, writer);
        return [[round.code, { index, questionSet, writer }] as const];
      }),
    );
    this.sheets = new Array<OpenSheet | undefined>(this.municipalities.size * this.roundCount);
  }

  async read(file: string, stream: Parameters<typeof readCsv>[1]): Promise<void> {
    let at = { municipality: 0, round: 1, question: 2, value: 3, comment: -1 };
    await readCsv(file, stream, this.faults, {
      header: (fields, placeOf) => {
        const isSound = this.checkHeader(file, fields, placeOf);
        at = {
          municipality: fields.indexOf('municipality'),
          round: fields.indexOf('round'),
          question: fields.indexOf('question'),
          value: fields.indexOf('value'),
          comment: fields.indexOf('comment'),
        };
        return isSound;
      },
      record: (fields, line, placeOf) => {
        const fault = (column: number, code: string, message: string, expected: string) =>
          this.faults.add({ code, file, ...placeOf(column), message, expected });
        const municipality = this.municipalities.get(fields[at.municipality]!);
        const round = this.rounds.get(fields[at.round]!);
        if (municipality === undefined && this.checks.municipalities)
          fault(
            at.municipality,
            'UNKNOWN_MUNICIPALITY',
            `There is no municipality "${fields[at.municipality] ?? ''}".`,
            'a code of municipalities.csv',
          );
        if (round === undefined && this.checks.rounds)
          fault(
            at.round,
            'UNKNOWN_ROUND',
            `There is no round "${fields[at.round] ?? ''}".`,
            `one of ${listed([...this.rounds.keys()])}`,
          );
        if (round === undefined) return;
        const sheet =
          municipality === undefined
            ? { draft: round.writer.open() }
            : (this.sheets[municipality * this.roundCount + round.index] ??= {
                draft: round.writer.open(),
                file,
                line,
              });
        const value = fields[at.value]!;
        const outcome = round.writer.write(
          sheet.draft,
          fields[at.question]!,
          value,
          at.comment < 0 ? undefined : fields[at.comment],
        );
        if (outcome === 'WRITTEN') {
          if (value !== '') this.answers += 1;
        } else if (outcome === 'DUPLICATE')
          fault(
            at.question,
            'DUPLICATE_ANSWER',
            `${fields[at.municipality] ?? ''} has answered ${fields[at.question] ?? ''} in ${fields[at.round] ?? ''} in an earlier line.`,
            'each question once per municipality and round',
          );
        else if (outcome === 'UNKNOWN_QUESTION')
          fault(
            at.question,
            'UNKNOWN_QUESTION',
            `Round ${fields[at.round] ?? ''} does not ask "${fields[at.question] ?? ''}".`,
            'a question of the question set of the round; a grid is answered cell by cell',
          );
        else for (const { code, message, expected } of outcome) fault(at.value, code, message, expected);
      },
    });
  }

  private checkHeader(file: string, fields: readonly string[], placeOf: (field: number) => CsvPlace): boolean {
    const before = this.faults.count;
    const fault = (place: CsvPlace, code: string, message: string) =>
      this.faults.add({ code, file, ...place, message, expected: EXPECTED_COLUMNS });
    for (const name of COLUMNS)
      if (!fields.includes(name)) fault({ line: 1, column: 1 }, 'MISSING_COLUMN', `There is no column ${name}.`);
    fields.forEach((name, index) => {
      if (fields.indexOf(name) < index)
        fault(placeOf(index), 'DUPLICATE_COLUMN', `The column ${name} stands there twice.`);
      else if (name !== 'comment' && !COLUMNS.some((known) => known === name))
        fault(placeOf(index), 'UNKNOWN_COLUMN', `There is an unknown column "${name}".`);
    });
    return this.faults.count === before;
  }

  /** Ends every sheet. An answer to a question that its rule hides would be lost: it is a fault. */
  close(): readonly PackageSubmission[] {
    const submissions: PackageSubmission[] = [];
    const rounds = [...this.rounds.values()];
    this.sheets.forEach((sheet, key) => {
      if (sheet === undefined) return;
      const roundIndex = key % this.roundCount;
      const municipalityIndex = (key - roundIndex) / this.roundCount;
      const writer = rounds.find(({ index }) => index === roundIndex)?.writer;
      if (writer === undefined) return;
      const { submission, hiddenAnswers } = writer.close(sheet.draft);
      for (const question of hiddenAnswers)
        this.faults.add({
          code: 'HIDDEN_ANSWER',
          file: sheet.file,
          line: sheet.line,
          column: null,
          message: `${this.study.municipalities[municipalityIndex]?.code ?? ''} has answered ${question} in ${this.study.study.rounds[roundIndex]?.code ?? ''}, which its visibleIf hides (the sheet starts in this line).`,
          expected: 'no answer to a hidden question',
        });
      submissions.push({ ...submission, municipalityIndex, roundIndex });
    });
    return submissions;
  }
}

const listed = (codes: readonly string[]): string =>
  codes.length > MAX_NAMED
    ? `${codes.slice(0, MAX_NAMED).join(', ')} and ${codes.length - MAX_NAMED} more`
    : codes.join(', ');
