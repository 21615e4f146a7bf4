/** The door of `bot/`, for the commands in `scripts/`. */
export type { Inbound, Reply } from './channels/channel.ts';
export { terminalText } from './channels/terminal.ts';
export type { Config } from './config.ts';
export { ConfigFault, ROOT, readConfig } from './config.ts';
export type { Conversation } from './converse.ts';
export { openConversation } from './converse.ts';
export { openStore, StoreFault } from './store/open-store.ts';
export { answerWords } from './words/answer-words.ts';
export { conversationWords, FIRST_QUESTIONS } from './words/conversation-words.ts';
