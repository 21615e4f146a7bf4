import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { openStores } from '../store/open-store.ts';
import { FakeTelegram } from '../testing/telegram/fake-telegram.ts';
import { until } from './testing/open-test-delivery.ts';

interface Bot {
  /** Resolves when it has ended by itself. */
  gone: Promise<unknown>;
  out(): string;
  end(): void;
}

function startBot(fake: FakeTelegram, dataDir: string, killAt: number, owner: string): Bot {
  const args = [
    join(import.meta.dirname, 'testing', 'killed-bot.ts'),
    dataDir,
    fake.root,
    fake.token,
    String(killAt),
    owner,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  return {
    gone: new Promise(resolve => child.once('close', resolve)),
    out: () => text,
    end: () => void child.kill('SIGTERM'),
  };
}

const CHATS = [71, 72];
const SAID: readonly string[] = ['/trogiup', '/huy'];

/** Talks with a bot that dies at a step, then with one that does not; gives how many steps the first one lived. */
async function talk(killAt: number): Promise<{ died: boolean }> {
  const fake = await FakeTelegram.start({ limits: null });
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-delivery-'));
  try {
    for (const text of SAID) for (const chat of CHATS) fake.says(chat, text);
    const first = startBot(fake, dataDir, killAt, 'mot1');
    const shown = (): number => CHATS.reduce((sum, chat) => sum + fake.shown(chat).length, 0);
    let died = false;
    void first.gone.then(() => (died = true));
    await until(() => died || shown() === 4, 15_000);
    if (!died) await new Promise(resolve => setTimeout(resolve, 150));
    if (!died) {
      first.end();
      await first.gone;
    }
    const killed = !first.out().includes('steps');
    const second = startBot(fake, dataDir, 0, 'hai2');
    await until(() => second.out().includes('ready'), 15_000);
    // One more thing is said: whatever was left is answered before it.
    for (const chat of CHATS) fake.says(chat, 'chào');
    await until(() => CHATS.every(chat => fake.shown(chat).at(-1)?.text.startsWith('Chào đồng chí')), 15_000);
    second.end();
    await second.gone;
    await prove(fake, dataDir, killAt);
    return { died: killed };
  } finally {
    await fake.stop();
  }
}

async function prove(fake: FakeTelegram, dataDir: string, killAt: number): Promise<void> {
  const holder = { owner: 'xem', leaseMs: 1, now: Date.now };
  const { store, delivery } = await openStores({ dataDir, databaseUrl: null }, () => '', holder);
  const unknown = (await delivery.stuck(99)).filter(({ state }) => state === 'unknown');
  expect((await delivery.stuck(99)).length, `killed at ${killAt}`).toBe(unknown.length);
  expect((await delivery.depth()).waiting, `killed at ${killAt}`).toBe(0);
  let missing = 0;
  for (const chat of CHATS) {
    const heard = (await store.exchanges(`telegram:${chat}`, 99)).map(({ said }) => said);
    expect(heard, `killed at ${killAt}`).toEqual([...SAID, 'chào']);
    const kinds = fake.shown(chat).map(({ text }) => kindOf(text));
    // In order, nothing twice.
    expect(kinds, `killed at ${killAt}`).toEqual([...SAID, 'chào'].filter(kind => kinds.includes(kind)));
    missing += 3 - kinds.length;
  }
  // What did not arrive is known not to be sure.
  expect(missing, `killed at ${killAt}`).toBeLessThanOrEqual(unknown.length);
  expect(unknown.length).toBeLessThanOrEqual(CHATS.length);
  await store.close();
}

/** What a message of the assistant answers. */
function kindOf(text: string): string {
  if (text.startsWith('Chào')) return 'chào';
  return text.includes('/kehoach') ? '/trogiup' : '/huy';
}

it('[O5] killed between any two steps, the assistant loses nothing, says nothing twice, and knows what it cannot know', async () => {
  let steps = 0;
  let next = 1;
  let over = false;
  const worker = async (): Promise<void> => {
    while (!over && next <= 60) {
      const { died } = await talk(next++);
      if (died) steps += 1;
      else over = true;
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  expect(steps).toBeGreaterThanOrEqual(12);
  expect(over).toBe(true);
});
