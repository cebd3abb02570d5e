import type { StoredResponse, StoredSubmission } from '@reflexbogen/persistence';
import { responseId, type ResponseKey } from './response-id.js';
import type { ResponseModel } from './response.model.js';

/** A response for the schema; one that nobody has touched yet has no row. */
export const responseParent = (
  key: ResponseKey,
  response: StoredResponse | null,
  submission: StoredSubmission | null,
): ResponseModel => ({
  id: responseId(key),
  status: response?.status ?? 'NOT_STARTED',
  version: response?.version ?? 0,
  submittedAt: submission?.submittedAt ?? null,
  receipt: submission?.receipt ?? null,
});
