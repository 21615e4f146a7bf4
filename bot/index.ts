/**
 * The door of `bot/` for the commands in `scripts/`: settings and words, quick to open. Heavier rooms have doors of
 * their own: `store/index.ts`, `documents/index.ts`, `converse.ts`.
 */
export type { Inbound, Reply } from './channels/channel.ts';
export { terminalText } from './channels/terminal.ts';
export type { Config } from './config.ts';
export { ConfigFault, ROOT, readConfig } from './config.ts';
export { answerWords } from './words/answer-words.ts';
export { backupWords } from './words/backup-words.ts';
export { conversationWords, FIRST_QUESTIONS } from './words/conversation-words.ts';
export { dueLine } from './words/due-words.ts';
