export { readXlsform, type ReadXlsformOptions, type XlsformImport } from './read-xlsform.js';
export { XLSX_LIMITS, type XlsxLimits } from './xlsx-parts.js';
export type { NotTakenOver, XlsformFault } from './xlsform-fault.js';
export { celOf, type CelResult } from './xpath-to-cel.js';
export { parseXPath } from './xpath.js';
export { xpathOf } from './cel-to-xpath.js';
export { writeXlsform, type WriteXlsformOptions } from './write-xlsform.js';
