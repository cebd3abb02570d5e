export { readSheetFile } from './read-sheet-file.js';
export {
  sheetDifferences,
  type SheetDifference,
  type SheetDifferenceKind,
  type SheetDifferencesOptions,
  type StoredAnswer,
} from './sheet-differences.js';
export {
  MAX_SHEET_FILE_FAULTS,
  type IgnoredPart,
  type ReadSheet,
  type SheetFileAnswer,
  type SheetFileContent,
  type SheetFileFault,
  type SheetFileFaultCode,
  type SheetFileFormat,
  type SheetFileIdentity,
} from './sheet-file.js';
export { writeSheetFile } from './write-sheet-file.js';
