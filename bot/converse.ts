import type { Knowledge } from '../knowledge/index.ts';
import { assist } from './assistant.ts';
import type { Inbound, Reply } from './channels/channel.ts';
import type { ConversationState } from './dialogues/state.ts';
import { NEW_CONVERSATION } from './dialogues/state.ts';
import type { Store } from './store/store.ts';

/** Takes what a person did and gives what is said, whatever the channel. */
export interface Conversation {
  /** `key` is the channel's own id of the event: the same event is answered once, with the same replies. */
  say(inbound: Inbound, key: string | null): Promise<Reply[]>;
  /** The plan that the person has said is theirs. */
  ownPlan(person: string): Promise<string | null>;
}

export interface ConverseDeps {
  knowledge: Knowledge;
  store: Store;
  /** Today in Viet Nam, ISO date. */
  today: () => string;
}

/** Conversations over a store: one message of a person at a time, kept before it is answered. */
export function openConversation({ knowledge, store, today }: ConverseDeps): Conversation {
  const busy = new Map<string, Promise<unknown>>();
  const take = async (inbound: Inbound, key: string | null): Promise<Reply[]> => {
    const { person } = inbound;
    const before = key === null ? null : await store.taken(person, key);
    if (before) return before;
    const { state, replies } = assist(await remembered(store, person), inbound, today(), { knowledge });
    const said = inbound.text ?? inbound.choice ?? '';
    const first = await store.keep(person, state, { key, said, replies });
    return first ? replies : ((await store.taken(person, key!)) ?? replies);
  };
  return {
    say(inbound, key) {
      const turn = (busy.get(inbound.person) ?? Promise.resolve()).then(
        () => take(inbound, key),
        () => take(inbound, key),
      );
      busy.set(inbound.person, turn);
      const done = () => void (busy.get(inbound.person) === turn && busy.delete(inbound.person));
      turn.then(done, done);
      return turn;
    },
    ownPlan: async person => (await remembered(store, person)).plan,
  };
}

async function remembered(store: Store, person: string): Promise<ConversationState> {
  return { ...NEW_CONVERSATION, ...((await store.state(person)) as Partial<ConversationState> | null) };
}
