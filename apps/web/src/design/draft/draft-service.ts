import { DesignSetDocument, SaveDraftDocument, type DesignSetFieldsFragment } from '@reflexbogen/client';
import { documentInput } from '../document/document-input.js';
import { documentOfFile } from '../document/document-file.js';
import { client } from '../../service/client.js';
import type { DraftService, StoredSet } from './draft-session.js';

export const storedSet = ({ file, ...set }: DesignSetFieldsFragment): StoredSet => ({
  ...set,
  document: documentOfFile(file.base64),
});

/** Drafts in the service. */
export const draftService: DraftService = {
  checks: async () => (await import('./checks.js')).checkQuestionSet,
  load: async (id) => {
    const { questionSet } = await client.request(DesignSetDocument, { id });
    return questionSet ? storedSet(questionSet) : null;
  },
  save: async ({ id, version }, document) => {
    const { saveQuestionSet } = await client.request(SaveDraftDocument, {
      input: { id, version, document: documentInput(document) },
    });
    const { questionSet, merged, conflict, errors } = saveQuestionSet;
    if (conflict) return { kind: 'CONFLICT', theirs: storedSet(conflict.theirs) };
    if (errors.length > 0 || !questionSet) return { kind: 'REFUSED', errors };
    return { kind: 'SAVED', set: storedSet(questionSet), merged: merged.map(({ path }) => path) };
  },
};
