import { mount } from 'svelte';
import Changes from './Changes.svelte';

const target = document.getElementById('app');
if (target) mount(Changes, { target });
