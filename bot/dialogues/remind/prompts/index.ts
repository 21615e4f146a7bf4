export { prompt } from './prompt.ts';
