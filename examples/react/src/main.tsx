import { CompareDocument } from '@reflexbogen/client/documents';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cacheExchange, Client, fetchExchange, Provider, useQuery } from 'urql';

const client = new Client({ url: '/graphql', exchanges: [cacheExchange, fetchExchange], preferGetMethod: false });

function Changes() {
  const [{ data, error }] = useQuery({
    query: CompareDocument,
    variables: { study: 'integration-2021', from: '2017', to: '2018', locale: 'de' },
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
      <Provider value={client}>
        <Changes />
      </Provider>
    </StrictMode>,
  );
