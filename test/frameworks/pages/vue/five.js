import { createApp } from 'vue';
import Five from './five.vue';

createApp(Five).mount(document.body.appendChild(document.createElement('main')));
