// The assistant, put together. Reads like a table of contents; the only clock outside scripts.
import process from 'node:process';
import pino from 'pino';
import { loadPlans, openKnowledge } from '../knowledge/index.ts';
import { listen } from './channels/web/server.ts';
import { createWebApp } from './channels/web/web-app.ts';
import { webDeps } from './channels/web/web-deps.ts';
import { ConfigFault, readConfig } from './config.ts';
import { openConversation } from './converse.ts';
import { openStore } from './store/open-store.ts';
import { StoreFault } from './store/store-fault.ts';
import { startWords } from './words/start-words.ts';

try {
  const config = readConfig();
  const log = pino({ level: config.logLevel }, pino.destination(2));

  const { plans, problems } = loadPlans(config.builtInPlansDir, config.plansDir);
  for (const problem of problems) process.stderr.write(`${startWords.planProblem(problem)}\n`);
  const knowledge = openKnowledge(plans);

  const now = () => Temporal.Now.instant().toString();
  const store = await openStore(config, now);
  const today = () => Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
  const conversation = openConversation({
    knowledge,
    store,
    today,
    now,
    dataDir: config.dataDir,
    report: fault => log.error({ code: fault.code }, fault.message),
  });

  const app = createWebApp(webDeps({ config, knowledge, store, conversation, log }));
  const web = await listen(app, config);
  process.stdout.write(`${startWords.ready(web.url, plans.length)}\n`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await web.close();
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
