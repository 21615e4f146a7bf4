import type { Logger } from 'pino';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { Config } from '../../config.ts';
import type { Conversation } from '../../converse.ts';
import type { Metrics } from '../../operation/metrics.ts';
import type { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import type { Store } from '../../store/store.ts';
import { FIRST_QUESTIONS } from '../../words/conversation-words.ts';
import type { DocumentLinks } from './document-links.ts';
import { shownReply, shownTurns } from './shown.ts';
import type { WebDeps } from './web-app.ts';

/** How much of a conversation the page shows again. */
const MOST_EXCHANGES = 100;

/** The web page's view of the assistant. */
export function webDeps(parts: {
  config: Config;
  knowledge: Knowledge;
  store: Store;
  conversation: Conversation;
  delivery: DeliveryStore;
  documents: DocumentLinks;
  log: Logger;
  metrics: Metrics;
}): WebDeps {
  const { config, knowledge, store, conversation, delivery, documents, log, metrics } = parts;
  /** Somebody who writes on other channels too is one person on all of them. */
  const whoIs = (name: string): Promise<string> => delivery.personAt('web', name.slice('web:'.length));
  const addressFor =
    (person: string) =>
    (path: string): string =>
      documents.pathFor(person, path);
  return {
    answer: async (inbound, eventId) => {
      const replies = await conversation.say({ ...inbound, person: await whoIs(inbound.person) }, eventId);
      return replies.map(reply => shownReply(reply, addressFor(inbound.person)));
    },
    conversation: async person =>
      shownTurns(await store.exchanges(await whoIs(person), MOST_EXCHANGES), addressFor(person)),
    ownPlan: async person => conversation.ownPlan(await whoIs(person)),
    due: async person => conversation.due(await whoIs(person)),
    documents,
    plans: () => [...knowledge.plans],
    plan: id => knowledge.plan(id),
    firstQuestions: () => FIRST_QUESTIONS,
    report: (reference, error) => {
      metrics.count('tro_ly_web_failures_total', {});
      log.error({ reference, kind: (error as Error).name }, 'web request failed');
    },
    address: { host: config.host, publicUrl: config.publicUrl },
  };
}
