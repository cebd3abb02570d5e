import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the pages come from here and everything else from the service on port 3000. */
export default defineConfig({
  plugins: [react()],
  // Everything from our own files: nothing inline that a strict Content-Security-Policy would have to let through.
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/exchange', '/health', '/docs'].map((path) => [
        path,
        { target: 'http://localhost:3000', ws: path === '/graphql' },
      ]),
    ),
  },
});
