import { shared } from '../vite.shared.mjs';

// ngc has compiled the sources to dist/; Vite bundles and serves what it wrote.
const config = shared([]);
export default { ...config, build: { ...config.build, outDir: 'out' } };
