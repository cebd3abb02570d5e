export { printSheet } from './print-sheet.js';
export type { PrintedPrevious, PrintedSheet } from './printed-sheet.js';
