import type { Logger } from 'pino';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { Config } from '../../config.ts';
import type { Conversation } from '../../converse.ts';
import type { Store } from '../../store/store.ts';
import { FIRST_QUESTIONS } from '../../words/conversation-words.ts';
import type { Turn, WebDeps } from './web-app.ts';

/** How much of a conversation the page shows again. */
const MOST_EXCHANGES = 100;

/** The web page's view of the assistant. */
export function webDeps(parts: {
  config: Config;
  knowledge: Knowledge;
  store: Store;
  conversation: Conversation;
  log: Logger;
}): WebDeps {
  const { config, knowledge, store, conversation, log } = parts;
  return {
    answer: (inbound, eventId) => conversation.say(inbound, eventId),
    conversation: async person =>
      (await store.exchanges(person, MOST_EXCHANGES)).flatMap(({ key, said, replies }): Turn[] => [
        { from: 'person', text: said, ...(key === null ? {} : { id: key }) },
        { from: 'assistant', replies },
      ]),
    ownPlan: person => conversation.ownPlan(person),
    plans: () => [...knowledge.plans],
    plan: id => knowledge.plan(id),
    firstQuestions: () => FIRST_QUESTIONS,
    report: (reference, error) => log.error({ reference, kind: (error as Error).name }, 'web request failed'),
    address: { host: config.host, publicUrl: config.publicUrl },
  };
}
