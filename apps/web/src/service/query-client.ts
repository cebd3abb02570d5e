import { ReflexbogenError } from '@reflexbogen/client';
import { QueryClient } from '@tanstack/react-query';

/** The client library repeats by itself; here nothing is repeated again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Also where the browser says that there is no line: pages then say so, and ask again once there is one.
    queries: {
      retry: false,
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Whether the sign-in has ended: pages then lead to the sign-in and come back. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ReflexbogenError && error.code === 'UNAUTHENTICATED';
