/**
 * What every row of a round says, worked out from the definitions alone: who stands in it, whether that is a member, which
 * of its hand-ins counts, and how that reads on the round's own question set.
 */
import type { MembershipCause, MunicipalityInfo, Question, QuestionSet } from '@reflexbogen/domain';
import type { OracleAnswer, OracleRound, OracleSheet } from './comparison-oracle.js';
import type { HandIn, RandomStudy, StudyRound } from './random-study.js';

/** Who stands in a municipality's row in a year: itself, one that it carries on, or nobody. */
export function oracleStanding(
  municipality: MunicipalityInfo,
  year: number,
  all: readonly MunicipalityInfo[],
): MunicipalityInfo | null {
  if (all.some(({ carriesOn }) => carriesOn === municipality.code)) return null;
  const before = (one: MunicipalityInfo): MunicipalityInfo | undefined =>
    all.find(({ code }) => code === one.carriesOn);
  let standing = municipality;
  for (let past = before(standing); past !== undefined; past = before(past)) {
    const isStillToCome = standing.memberFrom !== null && standing.memberFrom > year;
    const isOver = past.memberTo !== null && past.memberTo < year;
    if (!isStillToCome || isOver) break;
    standing = past;
  }
  return standing;
}

function absenceOf(municipality: MunicipalityInfo, year: number): 'NOT_IN_PANEL' | 'UNIT_CHANGED' | null {
  const because = (cause: MembershipCause | null): 'NOT_IN_PANEL' | 'UNIT_CHANGED' =>
    cause === 'MERGED' || cause === 'SPLIT' ? 'UNIT_CHANGED' : 'NOT_IN_PANEL';
  const { memberFrom, memberTo } = municipality;
  if (memberFrom !== null && memberFrom > year) return because(municipality.joinedBecause);
  if (memberTo !== null && memberTo < year) return because(municipality.leftBecause);
  return null;
}

/** A level of a sheet of another revision on the round's own scale; undefined where it has none there. */
function meaningIn(question: Question, answered: QuestionSet): (level: string) => string | undefined {
  const { since } = question;
  const isStated = since?.year === answered.year && since.revision === answered.revision;
  const recode = isStated && since.recode !== undefined ? new Map(Object.entries(since.recode)) : null;
  return (level) => {
    const target = recode === null ? level : recode.get(level);
    return question.scale.levels.some(({ code }) => code === target) ? target : undefined;
  };
}

/** The answer of a sheet of another revision, as the round's own question reads it. */
function carriedAnswer(question: Question, there: Question, answered: QuestionSet, answer: OracleAnswer): OracleAnswer {
  if (answer.kind === 'SKIPPED' || answer.kind === 'EMPTY') return answer;
  if (answer.kind === 'MISSING') {
    const { code, kind } = there.scale.missing.find((missing) => missing.code === answer.missing)!;
    const alike = question.scale.missing.filter((missing) => missing.kind === kind);
    const same = alike.find((missing) => missing.code === code) ?? alike[0];
    // A kind that the round's own scale does not know: an answer that says nothing.
    return same === undefined ? { kind: 'EMPTY' } : { kind: 'MISSING', missing: same.code };
  }
  const { since } = question;
  const isStated = since?.year === answered.year && since.revision === answered.revision;
  if ((isStated && since.verdict === 'BREAK') || there.type !== question.type) return { kind: 'NOT_COMPARABLE' };
  const meaning = meaningIn(question, answered);
  if (answer.kind === 'LEVEL') {
    const level = meaning(answer.level);
    return level === undefined ? { kind: 'NOT_COMPARABLE' } : { kind: 'LEVEL', level };
  }
  if (answer.kind === 'LEVELS')
    return { kind: 'LEVELS', levels: answer.levels.flatMap((level) => meaning(level) ?? []) };
  if (answer.kind === 'BOOLEAN') {
    const level = meaning(String(answer.boolean));
    return level === undefined ? { kind: 'NOT_COMPARABLE' } : { kind: 'BOOLEAN', boolean: level === 'true' };
  }
  // A level map cannot carry a number over.
  return isStated && since.verdict === 'RECODED' ? { kind: 'NOT_COMPARABLE' } : answer;
}

/** Which options of the round's own question the sheet had, under whatever code, and which codes meant something else. */
function optionsRead(
  question: Question,
  there: Question,
  answered: QuestionSet,
): Pick<OracleAnswer, 'offered' | 'unread'> {
  const had = there.scale.levels.map(({ code }) => code);
  const meant = had.flatMap((code) => meaningIn(question, answered)(code) ?? []);
  return { offered: [...meant, ...had], unread: had.filter((code) => !meant.includes(code)) };
}

function sheetOn(
  questionSet: QuestionSet,
  { questionSet: answered, sheet }: HandIn,
): ReadonlyMap<string, OracleAnswer> {
  if (answered.id === questionSet.id) return sheet;
  const carried = new Map<string, OracleAnswer>();
  for (const question of questionSet.questions) {
    const there = answered.byCode.get(question.code);
    const answer = sheet.get(question.code);
    if (there === undefined || answer === undefined) continue;
    const read = carriedAnswer(question, there, answered, answer);
    const isChoices = question.type === 'MULTI_CHOICE' && there.type === 'MULTI_CHOICE';
    carried.set(question.code, isChoices ? { ...read, ...optionsRead(question, there, answered) } : read);
  }
  return carried;
}

/** A round, row by row. */
export function oracleRound({ municipalities }: RandomStudy, round: StudyRound): OracleRound {
  const sheets = municipalities.map((municipality): OracleSheet => {
    const standing = oracleStanding(municipality, round.year, municipalities);
    if (standing === null) return 'UNIT_CHANGED';
    const absence = absenceOf(standing, round.year);
    if (absence !== null) return absence;
    const last = round.handIns.filter(({ municipality: code }) => code === standing.code).at(-1);
    return last === undefined ? 'NO_RESPONSE' : sheetOn(round.questionSet, last);
  });
  return { questionSet: round.questionSet, sheets };
}

/** The region of each row in a round, of whoever stands there; null = not stated. */
export function oracleRegions({ municipalities }: RandomStudy, round: StudyRound): readonly (string | null)[] {
  return municipalities.map((municipality) => {
    const { attributes, attributesByRound } = oracleStanding(municipality, round.year, municipalities) ?? municipality;
    const own = attributesByRound[round.code];
    if (own !== undefined && 'region' in own) return own.region;
    return attributes.region ?? null;
  });
}
