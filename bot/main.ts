// The assistant, put together. Reads like a table of contents; the only clock outside scripts.
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import pino from 'pino';
import { loadPlans, openKnowledge, openModels } from '../knowledge/index.ts';
import { openMessengers } from './channels/open-messengers.ts';
import { calendarDeps } from './channels/web/calendar-deps.ts';
import { openDocumentLinks } from './channels/web/document-links.ts';
import { listen } from './channels/web/server.ts';
import { needsSignIn, signInDeps } from './channels/web/sign-in-deps.ts';
import { createWebApp, newReference } from './channels/web/web-app.ts';
import { webDeps } from './channels/web/web-deps.ts';
import { ConfigFault, readConfig } from './config.ts';
import { openConversation } from './converse.ts';
import type { EventsInHand } from './delivery/in-hand.ts';
import { keepingDelivery } from './delivery/in-hand.ts';
import { openLinking } from './delivery/linking.ts';
import { openRateLimit, PERSON_RATE } from './delivery/rate-limit.ts';
import { openRowIds } from './delivery/row-ids.ts';
import { runDelivery } from './delivery/run-delivery.ts';
import { dutiesOfPlans } from './duties-of-plans.ts';
import { openMetrics } from './operation/metrics.ts';
import { openOperation } from './operation/operation.ts';
import { sharedSecret } from './operation/shared-secret.ts';
import { STOP_MS, stopOnSignal } from './operation/stop-on-signal.ts';
import { feedPath } from './reminders/feed-address.ts';
import type { Reminding } from './reminders/remind.ts';
import { runReminders } from './reminders/run-reminders.ts';
import { openRulebookShelf } from './rulebook-shelf.ts';
import { openStores } from './store/open-store.ts';
import { StoreFault } from './store/store-fault.ts';
import { signInWords } from './words/sign-in-words.ts';
import { startWords } from './words/start-words.ts';

/** How long a process that died keeps what it had in hand from the others. */
const LEASE_MS = 30_000;

try {
  const config = readConfig();
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const instant = () => Temporal.Now.instant().toString();
  const now = () => Temporal.Now.instant().epochMilliseconds;
  const today = () => Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();

  const { plans, problems } = loadPlans(config.builtInPlansDir, config.plansDir);
  for (const problem of problems) process.stderr.write(`${startWords.planProblem(problem)}\n`);
  const knowledge = openKnowledge(plans);
  const shelf = openRulebookShelf(join(config.dataDir, 'rulebooks'));
  const models =
    config.model &&
    (await openModels(config.model, {
      knowledge,
      dataDir: config.dataDir,
      log,
      now,
      today,
      chance: Math.random,
      salt: randomBytes(16).toString('hex'),
      duties: dutiesOfPlans(shelf),
    }));

  const owner = randomBytes(8).toString('hex');
  const { store, delivery: rows } = await openStores(config, instant, { owner, leaseMs: LEASE_MS, now });
  const metrics = openMetrics();

  let address = config.publicUrl;
  const events: EventsInHand = new Map();
  const linking = openLinking({
    delivery: rows,
    events,
    now,
    code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  });
  const conversation = linking.over(
    openConversation({
      knowledge,
      store: keepingDelivery(store, events),
      today,
      now: instant,
      dataDir: config.dataDir,
      documentForm: config.documentForm,
      shelf,
      models,
      feedAddress: token => new URL(feedPath(token), address!).href,
      report: fault => log.error({ code: fault.code }, fault.message),
    }),
  );

  const documents = openDocumentLinks(
    join(config.dataDir, 'documents'),
    await sharedSecret(rows, 'document-links'),
    now,
  );
  const messengers = await openMessengers({
    config,
    now: instant,
    log,
    linkTo: path => new URL(documents.pathTo(path), address!).href,
    secret: name => rows.secret(name),
    keepSecret: (name, value) => rows.keepSecret(name, value),
  });
  const newId = openRowIds(now, owner.slice(0, 4));
  const delivery = runDelivery({
    store: rows,
    messengers,
    conversation,
    linking,
    events,
    taken: store.taken,
    several: config.databaseUrl !== null,
    leaseMs: LEASE_MS,
    now,
    chance: Math.random,
    newId,
    reference: newReference,
    log,
    metrics,
  });

  const mayAsk = openRateLimit(PERSON_RATE, now);
  const app = createWebApp({
    ...webDeps({ config, knowledge, store, conversation, delivery: rows, documents, log, metrics }),
    calendars: calendarDeps({ delivery: rows, store, knowledge, shelf, today, now: instant, clock: now }),
    mayAsk: person => mayAsk(person) === 'yes',
    webhook: id => {
      const messenger = messengers.find(one => one.id === id);
      return messenger?.webhook?.bind(messenger) ?? null;
    },
    operation: openOperation({
      delivery: rows,
      metrics,
      channels: messengers.map(({ id }) => id),
      running: delivery.running,
      now,
    }),
    ...(needsSignIn(config) ? { signIn: signInDeps({ config, delivery: rows, linking, now }) } : {}),
  });
  const web = await listen(app, config);
  address ??= web.url;
  if (messengers.length > 0) await delivery.start();
  let reminding: Reminding | null = null;
  stopOnSignal(async () => {
    models?.stop();
    const reminded = Promise.resolve(reminding?.stop());
    await Promise.all([web.close(), reminded.then(() => delivery.stop(STOP_MS * 0.8))]);
    await store.close();
  });
  process.stdout.write(`${startWords.ready(web.url, plans.length)}\n`);
  // Rules are read, and reminders decided, once people can be answered.
  if (messengers.length > 0) {
    const { push } = delivery;
    reminding = await runReminders({ store: rows, knowledge, shelf, messengers, push, newId, now, log });
    reminding.start();
  }
  // The indexes are made when they are first needed, or now that nobody waits.
  setImmediate(() => {
    knowledge.warm();
    models?.start();
  });
  if (needsSignIn(config) && config.webPassword === null && messengers.length === 0) {
    process.stderr.write(`${signInWords.nobody}\n`);
  }
} catch (error) {
  process.stderr.write(`${startFault(error)}\n`);
  process.exit(1);
}

function startFault(error: unknown): string {
  if (error instanceof ConfigFault || error instanceof StoreFault) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return startWords.portTaken;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return startWords.portRefused;
  throw error;
}
