/**
 * What the examples have in common. The page asks its own origin, and whoever serves it passes on to the service, with the token that the
 * page never sees: here Vite, later a server of yours.
 */
const service = process.env.REFLEXBOGEN_URL ?? 'http://localhost:3000/graphql';
const { origin } = new URL(service);
const token = process.env.REFLEXBOGEN_TOKEN;

const proxy = {
  '/graphql': {
    target: origin,
    changeOrigin: true,
    ws: true,
    headers: { origin, ...(token ? { authorization: `Bearer ${token}` } : {}) },
  },
};

/** @param {import('vite').PluginOption[]} plugins */
export const shared = (plugins) => ({
  plugins,
  logLevel: 'warn',
  server: { proxy },
  preview: { proxy },
  build: { target: 'es2022' },
});
