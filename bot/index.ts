/** The door of `bot/`, for the commands in `scripts/`. */
export { answerWords } from './words/answer-words.ts';
export type { Config } from './config.ts';
export { ConfigFault, readConfig, ROOT } from './config.ts';
