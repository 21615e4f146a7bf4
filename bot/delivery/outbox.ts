import type { Messenger, Sent } from '../channels/messenger.ts';
import type { Mark, OutboxRow } from '../store/delivery/delivery-records.ts';
import { deliveryLog } from '../words/delivery-words.ts';
import { afterSend, growingPause } from './after-send.ts';
import { batched } from './batched.ts';
import { digestAtHead, MONTHLY_RATION, messagesIn, monthOf } from './budget.ts';
import type { ChannelPace } from './channel-pace.ts';
import { openChannelPace } from './channel-pace.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { joined, messageOf } from './message-of.ts';
import { pause } from './pause.ts';
import { withDetours } from './with-detours.ts';

export interface Outbox {
  /** Takes messages that are kept already; sends each chat's in order. */
  push(rows: readonly OutboxRow[]): void;
  /** Resolves when nothing can be sent any more without waiting, or the time is up. */
  drain(ms: number): Promise<void>;
  /** Sends no more; resolves when what was on its way has been written down. */
  close(): Promise<void>;
}

interface Lane {
  rows: OutboxRow[];
  /** Not to be written to before. */
  free: number;
  done: Promise<void>;
}

/** How long a message that another process must settle first is waited for at a time. */
const OTHERS_MS = 200;

/** Sends what is kept, in order per chat, within each platform's rates. */
export function openOutbox(deps: DeliveryDeps, messengers: ReadonlyMap<string, Messenger>): Outbox {
  const { store, now, chance, log, metrics } = deps;
  const lanes = new Map<string, Lane>();
  const paces = new Map<string, ChannelPace>();
  const stopping = new AbortController();
  const channels = [...messengers.keys()];
  /** Lanes that are at work rather than waiting for a platform's time. */
  let working = 0;
  let wake: (() => void) | null = null;
  const claim = batched<readonly OutboxRow[], OutboxRow[]>(async groups => {
    const mine = await store.claim(groups.flat().map(({ id }) => id));
    return groups.map(rows => rows.filter(({ id }) => mine.has(id)));
  });
  const settle = batched<readonly Mark[], OutboxRow[]>(async groups => {
    const moved = await store.settle(groups.flat());
    push(moved);
    return groups.map(marks => moved.filter(row => marks.some(({ id }) => id === row.id)));
  });
  const push = (rows: readonly OutboxRow[]): void => {
    for (const row of rows) {
      if (!messengers.has(row.channel)) continue;
      const name = `${row.channel} ${row.chat}`;
      const lane = lanes.get(name) ?? { rows: [], free: 0, done: Promise.resolve() };
      if (!lane.rows.some(({ id }) => id === row.id)) lane.rows.push(row);
      lane.rows.sort((a, b) => (a.id < b.id ? -1 : 1));
      if (lanes.has(name) || stopping.signal.aborted) continue;
      lanes.set(name, lane);
      lane.done = run(name, lane);
    }
  };

  const run = async (name: string, lane: Lane): Promise<void> => {
    working += 1;
    while (lane.rows.length > 0 && !stopping.signal.aborted) await sendHead(lane);
    working -= 1;
    if (working === 0) wake?.();
    if (lane.free <= now()) lanes.delete(name);
    // The chat's pace outlives its messages.
    else {
      await idle(lane.free - now());
      lanes.delete(name);
    }
    if (lane.rows.length > 0) push(lane.rows);
  };

  const idle = (ms: number): Promise<boolean> => pause(ms, stopping.signal);
  /** Waiting for a platform's time is not work. */
  const wait = async (ms: number): Promise<boolean> => {
    if (ms <= 0) return !stopping.signal.aborted;
    working -= 1;
    if (working === 0) wake?.();
    const whole = await idle(ms);
    working += 1;
    return whole;
  };

  const sendHead = async (lane: Lane): Promise<void> => {
    const messenger = messengers.get(lane.rows[0]!.channel)!;
    const { capabilities, id: channel } = messenger;
    const head = lane.rows[0]!;
    const pace = paces.getOrInsertComputed(channel, () => openChannelPace(capabilities, now, wait));
    if (!(await pace.turn(Math.max(head.notBefore, lane.free)))) return;
    const rows = await patiently(() => claim(digestAtHead(lane.rows, capabilities)), head.attempts);
    if (rows === null) return;
    if (rows.length === 0) return notOurs(lane, head);
    const sent = await send(messenger, rows);
    pace.heard(sent);
    const group = messenger.capabilities.perGroupMs ?? 0;
    lane.free = now() + Math.max(capabilities.perChatMs, isGroup(rows[0]!) ? group : 0);
    const marks = rows.map(row =>
      withDetours(row, afterSend(row, sent, { now: now(), chance: chance() }), channels),
    );
    await keepMarks(messenger, rows, marks);
    lane.rows = lane.rows.filter(row => !rows.includes(row));
    const again = rows.flatMap((row, at) => {
      const mark = marks[at]!;
      return mark.state === 'waiting'
        ? [{ ...row, attempts: mark.attempts, from: mark.from, notBefore: mark.notBefore }]
        : [];
    });
    lane.rows.unshift(...again);
  };

  /** Another process has it or must settle an earlier one first, or it had been said before and was not kept. */
  const notOurs = async (lane: Lane, head: OutboxRow): Promise<void> => {
    const waiting = await patiently(() => store.isWaiting(head.id), 1);
    if (waiting) await wait(OTHERS_MS);
    else if (waiting === false) lane.rows = lane.rows.filter(row => row !== head);
  };

  /** Asks the store until it answers; null when there is no more time. */
  const patiently = async <T>(ask: () => Promise<T>, attempts: number): Promise<T | null> => {
    for (let tries = attempts + 1; ; tries += 1) {
      try {
        return await ask();
      } catch (error) {
        log.error({ kind: (error as Error).name }, deliveryLog.storeGone);
        if (!(await idle(growingPause(Math.min(tries, 6), chance())))) return null;
      }
    }
  };

  const keepMarks = async (
    messenger: Messenger,
    rows: readonly OutboxRow[],
    marks: readonly Mark[],
  ): Promise<void> => {
    const moved = await patiently(() => settle(marks), 0);
    const { id: channel, capabilities } = messenger;
    const [mark] = marks;
    const outcome = mark!.state === 'waiting' ? 'again' : mark!.state;
    metrics.count('tro_ly_deliveries_total', {
      channel,
      outcome,
      ...(mark!.state === 'refused' ? { why: mark!.why! } : {}),
    });
    if (outcome === 'sent')
      metrics.observe('tro_ly_delivery_seconds', { channel }, (now() - rows[0]!.keptAt) / 1000);
    else if (moved && moved.length > 0)
      log.info({ channel, message: mark!.id, to: moved[0]!.channel, why: mark!.why }, deliveryLog.rerouted);
    else tell(channel, mark!);
    if (mark!.state === 'refused' && mark!.why === 'blocked')
      await patiently(() => store.block(channel, rows[0]!.chat), 0);
    const arrived = mark!.state === 'sent' || mark!.state === 'unknown';
    if (capabilities.counted && arrived) await ledger(messenger, rows);
  };

  const tell = (channel: string, mark: Mark): void => {
    const facts = { channel, message: mark.id, why: mark.why, attempts: mark.attempts };
    if (mark.state === 'waiting') log.info(facts, deliveryLog.again);
    else if (mark.state === 'refused') log.warn(facts, deliveryLog.refused);
    else if (mark.state === 'unknown') log.warn(facts, deliveryLog.unknown);
    else log.error(facts, deliveryLog.givenUp);
  };

  const ledger = async (
    { id: channel, capabilities }: Messenger,
    rows: readonly OutboxRow[],
  ): Promise<void> => {
    const month = monthOf(now());
    const sent = messagesIn(joined(rows), capabilities);
    await patiently(() => store.countSent(channel, month, sent), 0);
    const total = await patiently(() => store.sentInMonth(channel, month), 0);
    const warnAt = MONTHLY_RATION * 0.8;
    if (total !== null && total >= warnAt && total - sent < warnAt)
      log.warn({ channel, total }, deliveryLog.ration);
  };

  return {
    push,
    async drain(ms) {
      if (working === 0) return;
      await Promise.race([new Promise<void>(resolve => (wake = resolve)), idle(ms)]);
    },
    async close() {
      stopping.abort();
      await Promise.all(Array.from(lanes.values(), ({ done }) => done));
    },
  };
}

async function send(messenger: Messenger, rows: readonly OutboxRow[]): Promise<Sent> {
  // A messenger that throws has broken its word; whether the message arrived nobody knows.
  return messenger
    .send(messageOf(rows, messenger.capabilities))
    .catch((): Sent => ({ outcome: 'unknown', why: 'fault' }));
}

/** Telegram's groups have negative ids; elsewhere groups have no pace of their own. */
const isGroup = ({ chat }: OutboxRow): boolean => chat.startsWith('-');
