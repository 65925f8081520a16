import { mount } from 'svelte';
import Five from './five.svelte';

mount(Five, { target: document.body.appendChild(document.createElement('main')) });
