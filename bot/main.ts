// The assistant, put together. Reads like a table of contents; the only clock outside scripts.
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import pino from 'pino';
import { loadPlans, openKnowledge } from '../knowledge/index.ts';
import { openMessengers } from './channels/open-messengers.ts';
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
import { openMetrics } from './operation/metrics.ts';
import { openOperation } from './operation/operation.ts';
import { sharedSecret } from './operation/shared-secret.ts';
import { openStores } from './store/open-store.ts';
import { StoreFault } from './store/store-fault.ts';
import { signInWords } from './words/sign-in-words.ts';
import { startWords } from './words/start-words.ts';

/** How long a process that died keeps what it had in hand from the others. */
const LEASE_MS = 30_000;
/** What is in hand when the program is stopped has this long. */
const STOP_MS = 10_000;

try {
  const config = readConfig();
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const instant = () => Temporal.Now.instant().toString();
  const now = () => Temporal.Now.instant().epochMilliseconds;
  const today = () => Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();

  const { plans, problems } = loadPlans(config.builtInPlansDir, config.plansDir);
  for (const problem of problems) process.stderr.write(`${startWords.planProblem(problem)}\n`);
  const knowledge = openKnowledge(plans);

  const owner = randomBytes(8).toString('hex');
  const { store, delivery: rows } = await openStores(config, instant, { owner, leaseMs: LEASE_MS, now });
  const metrics = openMetrics();

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
      report: fault => log.error({ code: fault.code }, fault.message),
    }),
  );

  const documents = openDocumentLinks(
    join(config.dataDir, 'documents'),
    await sharedSecret(rows, 'document-links'),
    now,
  );
  let address = config.publicUrl;
  const messengers = await openMessengers({
    config,
    now: instant,
    log,
    linkTo: path => new URL(documents.pathTo(path), address!).href,
    secret: name => rows.secret(name),
    keepSecret: (name, value) => rows.keepSecret(name, value),
  });
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
    newId: openRowIds(now, owner.slice(0, 4)),
    reference: newReference,
    log,
    metrics,
  });

  const mayAsk = openRateLimit(PERSON_RATE, now);
  const app = createWebApp({
    ...webDeps({ config, knowledge, store, conversation, delivery: rows, documents, log, metrics }),
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
  process.stdout.write(`${startWords.ready(web.url, plans.length)}\n`);
  // The indexes are made when they are first needed, or now that nobody waits.
  setImmediate(() => knowledge.warm());
  if (needsSignIn(config) && config.webPassword === null && messengers.length === 0) {
    process.stderr.write(`${signInWords.nobody}\n`);
  }

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Whatever still hangs after that has been kept, and is gone on with at the next start.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await Promise.all([web.close(), delivery.stop(STOP_MS * 0.8)]);
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
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
