// The assistant on Telegram, with a store on the disk and every plan loaded; the platform's rates set aside.
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { createTelegram } from '../../../bot/channels/telegram/telegram.ts';
import { openConversation } from '../../../bot/converse.ts';
import type { EventsInHand } from '../../../bot/delivery/in-hand.ts';
import { keepingDelivery } from '../../../bot/delivery/in-hand.ts';
import { openLinking } from '../../../bot/delivery/linking.ts';
import { openRowIds } from '../../../bot/delivery/row-ids.ts';
import { runDelivery } from '../../../bot/delivery/run-delivery.ts';
import { openMetrics } from '../../../bot/operation/metrics.ts';
import { openStores } from '../../../bot/store/open-store.ts';
import { openKnowledge } from '../../../knowledge/index.ts';
import { openPlans } from '../../open-plans.ts';

const [apiRoot, token, dataDir] = process.argv.slice(2) as [string, string, string];
const instant = (): string => Temporal.Now.instant().toString();
const now = (): number => Date.now();
const today = (): string => '2026-11-21';
const log = {
  info() {},
  warn() {},
  error: (...line: unknown[]) => process.stderr.write(`${JSON.stringify(line)}\n`),
};
const owner = randomBytes(8).toString('hex');
const place = { dataDir, databaseUrl: null };
const { store, delivery } = await openStores(place, instant, { owner, leaseMs: 30_000, now });
const events: EventsInHand = new Map();
const linking = openLinking({ delivery, events, now, code: () => '000000' });
const conversation = linking.over(
  openConversation({
    knowledge: openKnowledge(openPlans()),
    store: keepingDelivery(store, events),
    today,
    now: instant,
    dataDir,
  }),
);
const telegram = createTelegram({ token, apiRoot, now: instant, log, partPauseMs: 0 });
const unpaced = {
  ...telegram,
  capabilities: { ...telegram.capabilities, perChatMs: 0, perGroupMs: 0, perSecond: 1_000_000 },
};
const running = runDelivery({
  store: delivery,
  messengers: [unpaced],
  conversation,
  linking,
  events,
  taken: store.taken,
  several: place.databaseUrl !== null,
  leaseMs: 30_000,
  now,
  chance: Math.random,
  newId: openRowIds(now, owner.slice(0, 4)),
  reference: () => 'BENCH1',
  log,
  metrics: openMetrics(),
});
await running.start();
process.send!('ready');
