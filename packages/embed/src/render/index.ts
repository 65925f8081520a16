export { command, type Surroundings } from './command.js';
export { gather, type Gathered } from './gather.js';
export { render, type Rendered } from './render.js';
