import { CompareDocument } from '@reflexbogen/client/documents';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { GraphQLClient } from 'graphql-request';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const service = new GraphQLClient(new URL('/graphql', location.href).href);
const variables = { study: 'integration-2021', from: '2017', to: '2018', locale: 'de' };

function Changes() {
  const { data, error } = useQuery({
    queryKey: ['Compare', variables],
    queryFn: ({ signal }) => service.request({ document: CompareDocument, variables, signal }),
  });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Wird geladen …</p>;
  if (!data.comparison) return <p>Diese Studie gibt es hier nicht.</p>;
  return (
    <main>
      <h1>Was hat sich geändert, bei {data.comparison.panelSize} Kommunen?</h1>
      <ol>
        {data.comparison.deltas.map(({ sentence }, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ol>
    </main>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Changes />
      </QueryClientProvider>
    </StrictMode>,
  );
