import react from '@vitejs/plugin-react';
import { shared } from '../vite.shared.mjs';

export default shared([react()]);
