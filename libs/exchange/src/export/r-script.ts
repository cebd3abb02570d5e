import { codebookRows, type CodebookRow } from './codebook.js';
import { MISSING_KINDS, textIn, type Dataset } from './dataset.js';
import { wideNames } from './wide-csv-columns.js';

export interface RScriptOptions {
  /** Whether the CSV was written with guarded formulas (default true), to take the apostrophes away. */
  readonly guardFormulas?: boolean;
}

/**
 * An R script (base R, 3.5 or later) that reads the wide CSV of the same data set into `data`, loss-free: factors with labels in
 * level order, numbers, logicals and texts; NA where missing, with the kind in the column `<name>__missing`; variable labels in the
 * attribute `label`, level codes in `codes`. The script is ASCII: every other character is escaped, so no label can break out of
 * its string or depends on the encoding of the session. R strings hold no NUL; it becomes U+FFFD, as does a lone surrogate.
 * @param csvName name of the CSV beside the script
 */
export function writeRScript(dataset: Dataset, csvName: string, options: RScriptOptions = {}): string {
  const { row, attributes, submittedAt, variables } = wideNames(dataset);
  const names = [...row, ...attributes, submittedAt, ...variables.flatMap(({ value, missing }) => [value, missing])];
  const rows = groupedRows(dataset);
  const year = row[row.length - 1] ?? 'year';
  return [
    `# ${asciiLine(textIn(dataset.study.title, dataset.locale))}, snapshot of ${dataset.takenAt.toISOString()}`,
    READ_CSV,
    `data <- read_wide(${rString(csvName)})`,
    `stopifnot(identical(names(data), ${rVector(names)}))`,
    ...((options.guardFormulas ?? true) ? ['data[] <- lapply(data, function(x) sub("^\'", "", x))'] : []),
    ...attributes.map((name, index) => {
      const label = dataset.attributes[index];
      return `data[[${rString(name)}]][data[[${rString(name)}]] == ""] <- NA; attr(data[[${rString(name)}]], "label") <- ${rString(label === undefined ? '' : textIn(label.label, dataset.locale))}`;
    }),
    `data[[${rString(year)}]] <- as.integer(data[[${rString(year)}]])`,
    `data[[${rString(submittedAt)}]] <- as.POSIXct(data[[${rString(submittedAt)}]], format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")`,
    ...dataset.variables.map(({ name }) => variableLines(name, rows.get(name) ?? [])),
    '',
  ].join('\n');
}

function groupedRows(dataset: Dataset): ReadonlyMap<string, readonly CodebookRow[]> {
  const rows = new Map<string, CodebookRow[]>();
  for (const row of codebookRows(dataset)) {
    const own = rows.get(row.variable);
    if (own === undefined) rows.set(row.variable, [row]);
    else own.push(row);
  }
  return rows;
}

/** R's text connections turn CR into LF: where a file has one, a token that does not occur in it carries it through. */
const READ_CSV = `read_wide <- function(path) {
  bytes <- readBin(path, "raw", file.info(path)$size)
  token <- NULL
  if (any(bytes == as.raw(13))) {
    text <- rawToChar(bytes)
    number <- 0
    repeat {
      token <- paste0("<CR", number, ">")
      if (!grepl(token, text, fixed = TRUE, useBytes = TRUE)) break
      number <- number + 1
    }
    path <- tempfile(fileext = ".csv")
    on.exit(unlink(path))
    writeBin(charToRaw(gsub("\\r", token, text, fixed = TRUE, useBytes = TRUE)), path)
  }
  data <- read.csv(path, colClasses = "character", na.strings = character(0), check.names = FALSE, quote = "\\"",
    comment.char = "", strip.white = FALSE, blank.lines.skip = FALSE, fill = FALSE, encoding = "UTF-8",
    stringsAsFactors = FALSE)
  if (!is.null(token)) data[] <- lapply(data, function(x) {
    x <- gsub(token, "\\r", x, fixed = TRUE, useBytes = TRUE)
    Encoding(x) <- "UTF-8"
    x
  })
  data
}`;

function variableLines(name: string, rows: readonly CodebookRow[]): string {
  const [variable] = rows;
  if (variable === undefined) throw new RangeError(`The codebook has no variable ${name}.`);
  const column = `data[[${rString(name)}]]`;
  const companion = `data[[${rString(`${name}__missing`)}]]`;
  const levels = rows.filter(({ about }) => about === 'LEVEL');
  const codes = levels.map(({ code }) => code ?? '');
  const convert: Readonly<Record<string, string>> = {
    LEVEL: `factor(x, levels = ${rVector(codes)}, labels = ${rVector(distinctLabels(levels))}, ordered = ${variable.ordered ? 'TRUE' : 'FALSE'})`,
    NUMBER: 'as.numeric(x)',
    BOOLEAN: 'x == "true"',
    TEXT: 'x',
  };
  return [
    `x <- ${column}; x[${companion} != ""] <- NA`,
    `${column} <- ${convert[variable.type] ?? 'x'}`,
    `attr(${column}, "label") <- ${rString(variable.label)}`,
    ...(variable.type === 'LEVEL' ? [`attr(${column}, "codes") <- ${rVector(codes)}`] : []),
    ...(variable.unit === null ? [] : [`attr(${column}, "unit") <- ${rString(variable.unit)}`]),
    `${companion}[${companion} == ""] <- NA`,
    `attr(${companion}, "kinds") <- ${rVector(MISSING_KINDS)}`,
  ].join('\n');
}

/** R merges levels of one label: those get their code appended. */
function distinctLabels(levels: readonly CodebookRow[]): readonly string[] {
  const labels = levels.map(({ label, code }) => (label === '' ? (code ?? '') : label));
  const isDistinct = new Set(labels).size === labels.length;
  return isDistinct ? labels : levels.map(({ code }, index) => `${code ?? ''}: ${labels[index] ?? ''}`);
}

const rVector = (texts: readonly string[]): string =>
  texts.length === 0 ? 'character(0)' : `c(${texts.map(rString).join(', ')})`;

/** A string literal of R in printable ASCII. */
export function rString(text: string): string {
  let literal = '"';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isHeld = point !== 0 && (point < 0xd800 || point > 0xdfff);
    if (character === '"' || character === '\\') literal += `\\${character}`;
    else if (point >= 0x20 && point < 0x7f) literal += character;
    else literal += `\\U${(isHeld ? point : 0xfffd).toString(16).padStart(8, '0')}`;
  }
  return `${literal}"`;
}

const asciiLine = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
