import { DesignTemplateDocument, DesignTemplatesDocument } from '@reflexbogen/client';
import { queryClient } from '../../service/query-client.js';
import { nameOf } from '../../service/use-operation.js';

/** What pages know of templates is asked for anew. */
export const reloadTemplates = () =>
  Promise.all(
    [DesignTemplateDocument, DesignTemplatesDocument].map((document) =>
      queryClient.invalidateQueries({ queryKey: [nameOf(document)] }),
    ),
  );
