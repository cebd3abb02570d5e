import vue from '@vitejs/plugin-vue';
import { shared } from '../vite.shared.mjs';

export default shared([vue()]);
