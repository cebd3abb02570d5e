import { svelte } from '@sveltejs/vite-plugin-svelte';
import { shared } from '../vite.shared.mjs';

export default shared([svelte()]);
