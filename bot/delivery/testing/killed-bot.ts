// The assistant on a fake Telegram; ends itself by SIGKILL at the n-th of the steps between which it may be killed.
import process from 'node:process';
import { createTelegram } from '../../channels/telegram/telegram.ts';
import type { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import { openTestDelivery, until } from './open-test-delivery.ts';

const [dataDir, apiRoot, token, killAt, owner] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
let step = 0;
const mayDie = (): void => {
  step += 1;
  if (step === Number(killAt)) process.kill(process.pid, 'SIGKILL');
};
/** A step before it begins and one after it is done. */
const between =
  <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
  async (...given: A): Promise<T> => {
    mayDie();
    const result = await work(...given);
    mayDie();
    return result;
  };

const log = { info() {}, warn() {}, error() {} };
const telegram = createTelegram({
  token,
  apiRoot,
  now: () => new Date().toISOString(),
  log,
  pollSeconds: 1,
  partPauseMs: 0,
});
const messenger = {
  ...telegram,
  send: between(telegram.send),
  capabilities: { ...telegram.capabilities, perChatMs: 0 },
};
const one = await openTestDelivery(
  { dataDir, databaseUrl: null },
  {
    messengers: [messenger],
    owner,
    over: {
      store: store => ({ ...store, keep: between(store.keep) }),
      rows: (rows): DeliveryStore => ({
        ...rows,
        take: between(rows.take),
        claim: between(rows.claim),
        settle: between(rows.settle),
      }),
    },
  },
);
await one.delivery.start();
process.on('SIGTERM', async () => {
  await until(async () => (await one.rows.depth()).waiting === 0);
  await one.close();
  process.stdout.write(`steps ${step}\n`);
  process.exit(0);
});
process.stdout.write('ready\n');
