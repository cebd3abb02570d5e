import type { LastSubmission, StoredResponse } from '@reflexbogen/persistence';
import type { OpenSheet } from './open-sheet.js';
import { responseId, type ResponseKey } from './response-id.js';
import type { ResponseModel } from './response.model.js';

/** A response for the schema; one that nobody has touched yet has no row. */
export const responseParent = (
  key: ResponseKey,
  response: StoredResponse | null,
  submission: LastSubmission | null,
): ResponseModel => ({
  id: responseId(key),
  status: response?.status ?? 'NOT_STARTED',
  version: response?.version ?? 0,
  cursor: String(response?.events ?? 0),
  submissionNumber: submission?.number ?? null,
  submittedAt: submission?.submittedAt ?? null,
  receipt: submission?.receipt ?? null,
});

/** A response as the acts of a transaction leave it. */
export const openSheetParent = (sheet: OpenSheet): ResponseModel => ({
  id: responseId(sheet.key),
  status: sheet.status,
  version: sheet.version,
  cursor: String(sheet.lastEvent),
  submissionNumber: sheet.submission?.number ?? null,
  submittedAt: sheet.submission?.submittedAt ?? null,
  receipt: sheet.submission?.receipt ?? null,
});
