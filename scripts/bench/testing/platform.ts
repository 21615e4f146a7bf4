// The fake Telegram in a process of its own; says what it is told to and watches what is answered.
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeTelegram } from '../../../bot/testing/telegram/fake-telegram.ts';

export interface ToPlatform {
  say: { chats: number; each: number; perSecond: number | null };
}

export type FromPlatform =
  | { kind: 'ready'; root: string; token: string }
  | { kind: 'done'; seconds: number; waits: number[]; lost: number; twice: number };

const MOST_SECONDS = 20;
const QUIET_MS = 300;

const fake = await FakeTelegram.start({ limits: null });
process.send!({ kind: 'ready', root: fake.root, token: fake.token } satisfies FromPlatform);
let run = 0;
process.on('message', async ({ say }: ToPlatform) => {
  run += 1;
  process.send!(await talk(run * 1_000_000, say));
});

async function talk(first: number, { chats, each, perSecond }: ToPlatform['say']): Promise<FromPlatform> {
  const total = chats * each;
  const said = new Map<number, number[]>();
  const shown = new Map<number, number[]>();
  const observe = watch(said, shown);
  const start = performance.now();
  for (let n = 0; n < total; n += 1) {
    const chat = first + (n % chats);
    const due = perSecond === null ? 0 : start + (n / perSecond) * 1000 - performance.now();
    if (due > 1) {
      observe(false);
      await sleep(due);
    }
    said.getOrInsertComputed(chat, () => []).push(performance.now());
    fake.says(chat, `/trogiup ${n}`);
  }
  const many = (): number => Array.from(shown.values(), times => times.length).reduce((sum, n) => sum + n, 0);
  while (many() < total && performance.now() - start < MOST_SECONDS * 1000) {
    await sleep(5);
    observe(false);
  }
  const last = Math.max(...Array.from(shown.values()).flat(), start);
  await sleep(QUIET_MS);
  observe(true);
  const waits: number[] = [];
  let lost = 0;
  let twice = 0;
  for (const [chat, times] of said) {
    const answers = shown.get(chat) ?? [];
    lost += Math.max(0, times.length - answers.length);
    twice += Math.max(0, answers.length - times.length);
    for (const [at, time] of answers.entries()) if (times[at] !== undefined) waits.push(time - times[at]);
  }
  return { kind: 'done', seconds: (last - start) / 1000, waits, lost, twice };
}

/** Notes the time at which each answer was first seen; looks only where one is due, or the looking is what costs. */
function watch(said: Map<number, number[]>, shown: Map<number, number[]>): (everywhere: boolean) => void {
  return everywhere => {
    const time = performance.now();
    for (const [chat, asked] of said) {
      const times = shown.getOrInsertComputed(chat, () => []);
      if (!everywhere && times.length >= asked.length) continue;
      const count = fake.shown(chat).length;
      while (times.length < count) times.push(time);
    }
  };
}
