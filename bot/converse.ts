import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Knowledge } from '../knowledge/index.ts';
import type { AnswerModels, NearnessOf } from './answer-with-models.ts';
import { answerWithModels } from './answer-with-models.ts';
import { assist, codeTyped, LONGEST_MESSAGE } from './assistant.ts';
import type { Inbound, Reply } from './channels/channel.ts';
import type { RulebookShelf } from './dialogues/assess/rulebook-shelf.ts';
import { codeHash } from './dialogues/join.ts';
import type { ConversationState } from './dialogues/state.ts';
import { NEW_CONVERSATION } from './dialogues/state.ts';
import type { Turn } from './dialogues/turn.ts';
import type { DocumentDeps } from './make-document.ts';
import { makeDocument } from './make-document.ts';
import { readWithModel } from './read-with-model.ts';
import type { DueCounts } from './reminders/count-due.ts';
import { countDue } from './reminders/count-due.ts';
import { openRulebookShelf } from './rulebook-shelf.ts';
import type { Store } from './store/store.ts';
import { StoreFault } from './store/store-fault.ts';
import type { AssistantDeps } from './turns.ts';
import { viewOfPerson } from './view-of-person.ts';
import { documentFileWords } from './words/document-file-words.ts';
import { notKeptWords } from './words/store-words.ts';

export { dutiesOfPlans } from './duties-of-plans.ts';

/** Takes what a person did and gives what is said, whatever the channel. */
export interface Conversation {
  /** `key` is the channel's own id of the event: the same event is answered once, with the same replies. */
  say(inbound: Inbound, key: string | null): Promise<Reply[]>;
  /** The plan that the person has said is theirs. */
  ownPlan(person: string): Promise<string | null>;
  /** How much is overdue and due soon for the person. */
  due(person: string): Promise<DueCounts>;
}

export interface ConverseDeps {
  knowledge: Knowledge;
  store: Store;
  /** Today in Viet Nam, ISO date. */
  today: () => string;
  /** The instant, ISO, in UTC. */
  now: () => string;
  /** Where documents and earlier rulebooks lie; an absolute path. */
  dataDir: string;
  /** Left out: the built-in rulebooks, and earlier editions in `dataDir`. */
  shelf?: RulebookShelf;
  /** The address of a private calendar by its token; left out: there are none. */
  feedAddress?: (token: string) => string;
  /** The rule set that documents are written by; without one, the one in force. */
  documentForm?: string;
  /** Left out: answers are the plan's own words, found by words. */
  models?: AnswerModels | null;
  /** Told when something could not be kept, so that whoever runs the assistant learns of it. */
  report?: (fault: StoreFault) => void;
}

/** How often a message is taken anew because others keep changing what it is about. */
const MOST_TRIES = 20;

/** Conversations over a store: one message of a person at a time, kept before it is answered. */
export function openConversation({
  knowledge,
  store,
  today,
  now,
  dataDir,
  documentForm,
  shelf = openRulebookShelf(join(dataDir, 'rulebooks')),
  feedAddress,
  models,
  report,
}: ConverseDeps): Conversation {
  const busy = new Map<string, Promise<unknown>>();
  const takeOnce = async (inbound: Inbound, key: string | null, first: boolean): Promise<Reply[] | null> => {
    const { person } = inbound;
    const before = key === null ? null : await store.taken(person, key);
    if (before) return before;
    const world = await store.world(person);
    const state = await remembered(store, person);
    const code = codeTyped(state, inbound);
    const invitation = code === null ? null : await store.invitation(codeHash(code));
    const fresh = { ids: [randomUUID(), randomUUID()] as const, code: freshCode() };
    const feed = feedAddress ? { feed: { token: freshToken(), addressOf: feedAddress } } : {};
    const seen = { knowledge, shelf, world, today: today(), now: now(), fresh, invitation, ...feed };
    const taken = assist(state, inbound, seen);
    // Whoever waits while others keep changing things does not wait for a model again.
    const turn = models && first ? await withModels(taken, models, inbound, state, seen) : taken;
    const replies = await withDocument(turn, randomUUID(), {
      knowledge,
      shelf,
      directory: join(dataDir, 'documents'),
      form: documentForm,
    });
    const said = turn.said ?? (inbound.text ?? inbound.choice ?? '').slice(0, LONGEST_MESSAGE).toWellFormed();
    const kept = await store.keep(person, turn.state, { key, said, replies }, turn.changes, world.version);
    // Otherwise the message is taken again: it was answered meanwhile, or what it is about has changed.
    return kept === 'kept' ? replies : null;
  };
  const take = async (inbound: Inbound, key: string | null): Promise<Reply[]> => {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const replies = await takeOnce(inbound, key, tries === 0);
        if (replies) return replies;
      }
      return [{ text: notKeptWords('busy') }];
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      report?.(error);
      return [{ text: notKeptWords(error.trouble) }];
    }
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
    due: async person => countDue(await viewOfPerson({ store, knowledge, shelf, today, now }, person)),
  };
}

/** The turn once more with what models make of it; as it was where they make nothing. */
async function withModels(
  taken: Turn,
  models: AnswerModels,
  inbound: Inbound,
  state: ConversationState,
  seen: AssistantDeps,
): Promise<Turn> {
  const { person } = inbound;
  const proposed = await readWithModel(taken, models.reader, person);
  if (proposed) return assist(state, inbound, { ...seen, proposed });
  const retake = (nearness: NearnessOf) => assist(state, inbound, { ...seen, nearness });
  const { knowledge, today } = seen;
  return answerWithModels(taken, retake, { models, knowledge, person, today });
}

async function remembered(store: Store, person: string): Promise<ConversationState> {
  return { ...NEW_CONVERSATION, ...((await store.state(person)) as Partial<ConversationState> | null) };
}

/**
 * The replies as they are kept, with the document that was asked for; one that cannot be written does not take the
 * rest with it.
 */
async function withDocument({ replies, wants }: Turn, id: string, deps: DocumentDeps): Promise<Reply[]> {
  const said = replies.map(({ asked: _, ...reply }): Reply => reply);
  if (!wants) return said;
  const document = await makeDocument(wants, id, deps);
  return said.map((reply, at) => {
    if (at !== wants.reply) return reply;
    if (!document) return { ...reply, text: `${reply.text}\n\n${documentFileWords.failed}` };
    return { ...reply, text: `${reply.text}\n\n${documentFileWords.attached(document.name)}`, document };
  });
}

/** Nobody can guess it. */
function freshToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Eight digits, all equally likely. */
function freshCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}
