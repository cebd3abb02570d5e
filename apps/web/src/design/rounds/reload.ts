import { DesignTemplatesDocument } from '@reflexbogen/client';
import { queryClient } from '../../service/query-client.js';
import { nameOf } from '../../service/use-operation.js';

/** What pages know of studies and their rounds is asked for anew. */
export const reloadRounds = () => queryClient.invalidateQueries({ queryKey: [nameOf(DesignTemplatesDocument)] });
