import { Readable } from 'node:stream';
import {
  answerIn,
  canonicalJson,
  canonicalOf,
  layoutOf,
  type Attribute,
  type EncodedSubmission,
  type QuestionSet,
  type QuestionSetDocument,
  type Scale,
} from '@reflexbogen/domain';
import { stringify } from 'yaml';
import { ZipFile } from 'yazl';
import { questionSetOut, scaleOut } from './question-set-to-yaml.js';
import { PACKAGE_FORMAT, type PackageMunicipality, type StudyDefinition } from './study-package.js';

/** A submission on its way out. */
export interface OutgoingSubmission extends Pick<EncodedSubmission, 'vector' | 'numbers' | 'texts' | 'comments'> {
  readonly municipality: string;
  readonly round: string;
  /** The set that it answered. */
  readonly questionSet: QuestionSet;
}

export interface OutgoingPackage {
  readonly study: StudyDefinition;
  readonly municipalities: readonly PackageMunicipality[];
  readonly submissions: AsyncIterable<OutgoingSubmission>;
}

/** Writes a study as the zip of a package, streaming: memory does not grow with the answers. */
export function writePackage(content: OutgoingPackage): Readable {
  const zip = new ZipFile();
  // A fixed time: the same study gives the same bytes.
  const options = { mtime: new Date('2000-01-01T00:00:00Z') };
  zip.addBuffer(Buffer.from(studyYaml(content.study)), 'study.yaml', options);
  zip.addBuffer(Buffer.from(municipalitiesCsv(content.study, content.municipalities)), 'municipalities.csv', options);
  const answers = Readable.from(answerLines(content.submissions), { objectMode: false });
  zip.addReadStream(answers, 'answers.csv', options);
  answers.once('error', (error) => (zip.outputStream as Readable).destroy(error));
  zip.end();
  return zip.outputStream as Readable;
}

const quoted = (cell: string): string =>
  /[",;\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

/** study.yaml in the order of the format's own description. */
export function studyYaml(study: StudyDefinition): string {
  const { shared, own } = sharedScales(study.questionSets);
  const document = {
    format: PACKAGE_FORMAT,
    study: {
      slug: study.slug,
      title: study.title,
      ...(study.description === null ? {} : { description: study.description }),
      defaultLocale: study.defaultLocale,
    },
    ...(study.attributes.length === 0 ? {} : { attributes: study.attributes.map(attributeOut) }),
    ...(shared.length === 0 ? {} : { scales: shared.map(scaleOut) }),
    template: study.template,
    questionSets: study.questionSets.map((set, index) => questionSetOut(set, own[index] ?? [])),
    rounds: study.rounds.map((round) => ({
      ...round,
      opensAt: round.opensAt.toISOString(),
      closesAt: round.closesAt.toISOString(),
    })),
  };
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Scales that mean the same wherever they occur stand at the top. A set that would read otherwise from there, because a scale
 * of it differs or no question uses it, carries all of its own.
 */
function sharedScales(sets: readonly QuestionSetDocument[]): {
  shared: readonly Scale[];
  own: readonly (readonly Scale[])[];
} {
  const shared = new Map<string, Scale>();
  const own = sets.map((set) => {
    const used = new Set(set.sections.flatMap(({ questions }) => questions.map(({ scale }) => scale)));
    const differs = set.scales.some((scale) => {
      const known = shared.get(scale.code);
      return !used.has(scale.code) || (known !== undefined && canonicalJson(known) !== canonicalJson(scale));
    });
    if (differs) return set.scales;
    for (const scale of set.scales) if (!shared.has(scale.code)) shared.set(scale.code, scale);
    return [];
  });
  return { shared: [...shared.values()], own };
}

const attributeOut = (attribute: Attribute) => ({
  code: attribute.code,
  label: attribute.label,
  ...(attribute.values === undefined || attribute.values.length === 0 ? {} : { values: attribute.values }),
});

/** The panel, a column per attribute and per attribute and round that has a value of its own. */
export function municipalitiesCsv(study: StudyDefinition, municipalities: readonly PackageMunicipality[]): string {
  const attributes = study.attributes.map(({ code }) => code);
  const dated = study.rounds.flatMap((round) =>
    attributes
      .filter((attribute) =>
        municipalities.some((municipality) => valueOf(municipality.attributesByRound[round.code], attribute) !== ''),
      )
      .map((attribute) => ({ attribute, round: round.code })),
  );
  const membership = (['memberFrom', 'memberTo', 'joinedBecause', 'leftBecause', 'carriesOn'] as const).filter(
    (field) => municipalities.some((municipality) => (municipality[field] ?? null) !== null),
  );
  const lines = [
    csvLine([
      'code',
      'name',
      'officialKey',
      ...membership,
      ...attributes,
      ...dated.map(({ attribute, round }) => `${attribute}@${round}`),
    ]),
  ];
  for (const municipality of municipalities)
    lines.push(
      csvLine([
        municipality.code,
        municipality.name,
        municipality.officialKey ?? '',
        ...membership.map((field) => String(municipality[field] ?? '')),
        ...attributes.map((attribute) => valueOf(municipality.attributes, attribute)),
        ...dated.map(({ attribute, round }) => valueOf(municipality.attributesByRound[round], attribute)),
      ]),
    );
  return lines.join('');
}

/** A code may be named as a member that every object inherits, e.g. `constructor`. */
const valueOf = (values: Readonly<Record<string, string>> | null | undefined, code: string): string =>
  values && Object.hasOwn(values, code) ? (values[code] ?? '') : '';

const CHUNK = 65_536;

async function* answerLines(submissions: AsyncIterable<OutgoingSubmission>): AsyncGenerator<Buffer> {
  let chunk = 'municipality,round,question,value,comment\n';
  for await (const submission of submissions) {
    const layout = layoutOf(submission.questionSet);
    let lines = '';
    for (const question of submission.questionSet.questions) {
      const value = answerIn(layout, question, submission);
      const comment = valueOf(submission.comments, question.code);
      if (value !== undefined || comment !== '')
        lines += csvLine([
          submission.municipality,
          submission.round,
          question.code,
          value === undefined ? '' : canonicalOf(question, value),
          comment,
        ]);
    }
    // A sheet handed in without a single answer is a response all the same: one line says so.
    const first = submission.questionSet.questions[0];
    if (lines === '' && first !== undefined)
      lines = csvLine([submission.municipality, submission.round, first.code, '', '']);
    chunk += lines;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}
