import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from './backup-error.js';
import type { CopiedSequence } from './table-catalog.js';

/** A table in a backup. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** File below the backup's folder: COPY text format in UTF-8, gzipped. */
  readonly file: string;
  readonly rows: number;
  /** SHA-256 of the text before it was compressed, hex. */
  readonly sha256: string;
}

/** What a backup says of itself: `manifest.json`, written last. A folder without one is no backup. */
export interface BackupManifest {
  readonly format: 'reflexbogen-backup';
  readonly formatVersion: 1;
  /** ISO 8601, UTC: the instant of the one snapshot that all tables are of. */
  readonly takenAt: string;
  /** Version of the server it was taken from, e.g. 18.4. */
  readonly server: string;
  /** Names of the migrations that the schema had had, in their order. */
  readonly migrations: readonly string[];
  /** So ordered that a row comes after those it refers to. */
  readonly tables: readonly BackedUpTable[];
  readonly sequences: readonly CopiedSequence[];
  /** Files of the data folder that the database is nothing without, e.g. the key of the audit's checkpoints. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

export const MANIFEST = 'manifest.json';

/**
 * Reads what a backup says of itself.
 * @throws BackupError where the folder holds no backup, or one of a later format
 */
export function readManifest(folder: string): BackupManifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file))
    throw new BackupError(`${folder} holds no ${MANIFEST}; expected the folder of a backup that was finished.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BackupError(`${file} is not JSON (${String(error)}).`);
  }
  if (!isManifest(value))
    throw new BackupError(`${file} is not of a backup of format 1; expected one that this version has written.`);
  return value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const isListOf = (value: unknown, isEntry: (entry: Readonly<Record<string, unknown>>) => boolean): boolean =>
  Array.isArray(value) && value.every((entry) => isObject(entry) && isEntry(entry));
const isText = (value: unknown): value is string => typeof value === 'string';
/** A name below the backup's folder, and nowhere else. */
const isOwnFile = (value: unknown): boolean =>
  isText(value) && /^[\w.-]+(\/[\w.-]+)?$/.test(value) && !value.includes('..');

const isManifest = (value: unknown): value is BackupManifest =>
  isObject(value) &&
  value['format'] === 'reflexbogen-backup' &&
  value['formatVersion'] === 1 &&
  isText(value['takenAt']) &&
  isText(value['server']) &&
  isTexts(value['migrations']) &&
  isListOf(
    value['tables'],
    ({ name, columns, file, rows, sha256 }) =>
      isText(name) && isTexts(columns) && isOwnFile(file) && Number.isInteger(rows) && isText(sha256),
  ) &&
  isListOf(
    value['sequences'],
    (entry) => isText(entry['name']) && isText(entry['value']) && typeof entry['isCalled'] === 'boolean',
  ) &&
  isListOf(value['files'], ({ name, sha256 }) => isOwnFile(name) && isText(sha256));
