import type { Reply } from '../channels/channel.ts';
import type { InboundEvent, Messenger } from '../channels/messenger.ts';
import type { Conversation } from '../converse.ts';
import { readItemChoice } from '../reminders/item-choice.ts';
import type { InboxRow, NewEvent } from '../store/delivery/delivery-records.ts';
import type { Store } from '../store/store.ts';
import { StoreFault } from '../store/store-fault.ts';
import { conversationWords } from '../words/conversation-words.ts';
import { deliveryLog, deliveryWords, linkWords } from '../words/delivery-words.ts';
import { growingPause } from './after-send.ts';
import { batched } from './batched.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import type { EventsInHand, InHand } from './in-hand.ts';
import type { Linking } from './linking.ts';
import { linkCodeIn, wantsLink } from './linking.ts';
import { outboundOf } from './outbound-of.ts';
import type { Outbox } from './outbox.ts';
import { pause } from './pause.ts';
import type { Rate } from './rate-limit.ts';
import { openRateLimit, PERSON_RATE } from './rate-limit.ts';
import { whileWorking } from './while-working.ts';

export interface InboxDeps extends DeliveryDeps {
  messengers: ReadonlyMap<string, Messenger>;
  /** The conversation over `keepingDelivery`. */
  conversation: Conversation;
  linking: Linking;
  events: EventsInHand;
  outbox: Outbox;
  /** Whether something was kept of an event's exchange. */
  taken: Store['taken'];
  /** Other processes may work on the same database. */
  several: boolean;
  rate?: Rate;
  /** For the person to tell the operator. */
  reference(): string;
}

export interface Inbox {
  /** Resolves when the event is stored, or was stored before. */
  receive(channel: string, event: InboundEvent): Promise<void>;
  /** Takes events that are stored already. */
  push(rows: readonly InboxRow[]): void;
  /** Begins nothing new; resolves when what was begun is answered. */
  close(): Promise<void>;
}

/** The event that something is said to. */
type Said = Pick<InboxRow, 'channel' | 'chat' | 'key' | 'choice' | 'under'>;

/** Beginning so often with an event and never ending means that the event is what ends the process. */
const MOST_TRIES = 5;
const OTHERS_MS = 100;

/** Takes each event once and answers one of a chat at a time. */
export function openInbox(deps: InboxDeps): Inbox {
  const { store, messengers, conversation, linking, events, outbox, log, metrics, now, newId } = deps;
  const limit = openRateLimit(deps.rate ?? PERSON_RATE, now);
  const lanes = new Map<string, { rows: InboxRow[]; done: Promise<void> }>();
  const stopping = new AbortController();
  const take = batched((fresh: readonly NewEvent[]) => store.take(fresh));

  const outbound =
    ({ channel, chat, key, choice, under }: Said) =>
    (replies: readonly Reply[]) => {
      const { capabilities } = messengers.get(channel)!;
      return outboundOf(replies, {
        channel,
        chat,
        capabilities,
        origin: `${channel}:${key}`,
        // What is done about a reminder takes its place, so that its buttons are gone.
        ...(under !== undefined && choice !== undefined && readItemChoice(choice) ? { replaces: under } : {}),
        now: now(),
        newId,
      });
    };

  const push = (rows: readonly InboxRow[]): void => {
    for (const row of rows) {
      const name = `${row.channel} ${row.chat}`;
      const lane = lanes.get(name);
      if (lane) {
        if (!lane.rows.some(({ id }) => id === row.id)) lane.rows.push(row);
        lane.rows.sort((a, b) => a.id - b.id);
      } else if (!stopping.signal.aborted && messengers.has(row.channel)) {
        const fresh = { rows: [row], done: Promise.resolve() };
        lanes.set(name, fresh);
        fresh.done = run(name, fresh);
      }
    }
  };

  const run = async (name: string, lane: { rows: InboxRow[] }): Promise<void> => {
    for (let tries = 1; lane.rows.length > 0 && !stopping.signal.aborted; ) {
      const row = lane.rows[0]!;
      try {
        if (deps.several && (await store.waitsBefore(row))) await pause(OTHERS_MS, stopping.signal);
        else {
          await answer(row);
          lane.rows = lane.rows.filter(({ id }) => id !== row.id);
          tries = 1;
        }
      } catch (error) {
        // The event stays where it is, and so does what comes after it.
        log.error({ channel: row.channel, kind: (error as Error).name }, deliveryLog.waitsForStore);
        await pause(growingPause(Math.min(tries, 6), deps.chance()), stopping.signal);
        tries += 1;
      }
    }
    lanes.delete(name);
  };

  /** Throws StoreFault when the event has to be taken again. */
  const answer = async (row: InboxRow): Promise<void> => {
    const start = now();
    const key = `${row.channel}:${row.key}`;
    const event: InHand = { inbox: row.id, outbound: outbound(row), kept: null };
    const finish = async (replies: readonly Reply[], state: 'done' | 'failed' = 'done'): Promise<void> => {
      const rows = event.outbound(replies);
      if (await store.finish({ inbox: row.id, outbound: rows }, state)) event.kept = rows;
    };
    events.set(key, event);
    let outcome = 'answered';
    try {
      const own = ownReply(row);
      if (row.tries > MOST_TRIES) throw new Error('begun too often');
      if (own) await finish([{ text: own }]);
      else await say(row, key, event, finish);
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      outcome = 'failed';
      const reference = deps.reference();
      log.error(
        { channel: row.channel, reference, kind: (error as Error).name, at: placeOf(error) },
        deliveryLog.failed,
      );
      await finish([{ text: conversationWords.failed(reference) }], 'failed');
    } finally {
      events.delete(key);
    }
    metrics.count('tro_ly_replies_total', { channel: row.channel, outcome });
    metrics.observe('tro_ly_answer_seconds', { channel: row.channel }, (now() - start) / 1000);
    if (event.kept) outbox.push(event.kept);
  };

  const say = async (
    row: InboxRow,
    key: string,
    event: InHand,
    finish: (replies: readonly Reply[]) => Promise<void>,
  ): Promise<void> => {
    const { channel, chat, under, text, choice } = row;
    const prompt =
      choice !== undefined && under !== undefined
        ? await store.promptUnder({ channel, chat, messageId: under })
        : null;
    const said = choice === undefined ? { text: text ?? '' } : { choice };
    const inbound = { person: row.person, ...said, ...(prompt === null ? {} : { prompt }) };
    await whileWorking(messengers.get(channel)!, chat, conversation.say(inbound, key));
    if (event.kept) return;
    // Answered, but not by us: an earlier process had kept the exchange, or the store did not take it.
    const before = await deps.taken(linking.current(row.person), key);
    if (before === null) throw new StoreFault('busy', row.channel);
    await finish(before);
  };

  return {
    async receive(channel, event) {
      const allowed = limit(`${channel}:${event.address}`);
      const state = allowed === 'yes' ? 'waiting' : 'dropped';
      const word =
        allowed === 'first'
          ? outbound({ channel, chat: event.chat, key: event.key })([{ text: deliveryWords.tooFast }])
          : [];
      const [row] = [await take({ ...event, channel, state, outbound: word })];
      const outcome = state === 'dropped' ? 'dropped' : row ? 'taken' : 'known';
      metrics.count('tro_ly_events_total', { channel, outcome });
      outbox.push(word);
      if (row) push([row]);
    },
    push,
    async close() {
      stopping.abort();
      await Promise.all(Array.from(lanes.values(), ({ done }) => done));
    },
  };
}

/** What is said to an event without asking the assistant. */
function ownReply({ text, choice, privateChat }: InboxRow): string | null {
  if (text === undefined && choice === undefined) return deliveryWords.notText;
  if (privateChat || text === undefined || text.length >= 60) return null;
  return wantsLink(text) || linkCodeIn(text) !== null ? linkWords.onlyPrivate : null;
}

/** Where in the program it happened: a stack names files and lines, and its first line, the message, is left out. */
function placeOf(error: unknown): string {
  const line = (error as Error).stack?.split('\n').find(text => text.startsWith('    at '));
  return line?.trim().replace(/^.*\/(?=bot|knowledge|evaluators)/, '') ?? '';
}
