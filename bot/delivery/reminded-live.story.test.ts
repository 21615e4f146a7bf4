import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../config.ts';
import { FakeTelegram } from '../testing/telegram/fake-telegram.ts';
import { until } from './testing/open-test-delivery.ts';

/** The whole program on a Telegram of its own; killed and started again over what it has kept. */
class Live {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'reminded-live-'));
  readonly fake: FakeTelegram;
  #program: ChildProcess | null = null;
  place = '';
  constructor(fake: FakeTelegram) {
    this.fake = fake;
  }
  async start(): Promise<void> {
    const polls = this.fake.calls.length;
    this.#program = spawn(process.execPath, [join(ROOT, 'bot', 'main.ts')], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        DATA_DIR: this.dataDir,
        PORT: '0',
        TELEGRAM_BOT_TOKEN: this.fake.token,
        TELEGRAM_API_ROOT: this.fake.root,
      },
    });
    let out = '';
    this.#program.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
    await until(() => /http:\/\/\S+:\d+/.test(out), 40_000);
    this.place = /http:\/\/\S+:\d+/.exec(out)![0];
    await until(() => this.fake.calls.slice(polls).includes('getUpdates'), 20_000);
  }
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const program = this.#program!;
    const gone = new Promise(resolve => program.once('exit', resolve));
    program.kill(signal);
    await gone;
  }
  /** How many reminders stand in the chat. */
  reminded(): number {
    return this.fake.shown(PERSON).filter(({ text }) => text.startsWith('Nhắc việc: kiểm tra sổ')).length;
  }
  /** What was not sent as it should, as the program tells its operator. */
  async stuck(): Promise<string[]> {
    const { stuck } = (await (await fetch(`${this.place}/readyz`)).json()) as { stuck: { state: string }[] };
    return stuck.map(({ state }) => state);
  }
  async stop(): Promise<void> {
    this.#program?.kill('SIGKILL');
    await this.fake.stop();
  }
}

const PERSON = 7001;
const lives: Live[] = [];
let due = 0;

/** Four people on four servers ask for a reminder at the same minute, a quarter of a minute off or more. */
beforeAll(async () => {
  for (let n = 0; n < 4; n += 1) lives.push(new Live(await FakeTelegram.start({ limits: null })));
  await Promise.all(lives.map(live => live.start()));
  due = Math.ceil((Date.now() + 15_000) / 60_000) * 60_000;
  const at = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  for (const { fake } of lives)
    fake.says(PERSON, `nhắc tôi ngày ${at.day}/${at.month}/${at.year} lúc ${time} kiểm tra sổ`);
  await until(() => lives.every(({ fake }) => fake.shown(PERSON).length === 1), 7_000);
  for (const { fake } of lives) fake.says(PERSON, 'lưu');
  await until(() => lives.every(({ fake }) => fake.shown(PERSON).at(-1)!.text.startsWith('Đã lưu')), 7_000);
});
afterAll(() => Promise.all(lives.map(live => live.stop())));

const sleepUntil = (instant: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, Math.max(0, instant - Date.now())));
/** A started program looks at once who is due. */
const LOOKED_MS = 1500;

it('[O24] a reminder comes at its minute, and not again when the program is started anew', {
  concurrent: true,
}, async () => {
  const live = lives[0]!;
  await until(() => live.reminded() === 1, 80_000);
  expect(Math.abs(Date.now() - due)).toBeLessThan(10_000);
  await live.kill('SIGTERM');
  await live.start();
  await sleepUntil(Date.now() + LOOKED_MS);
  expect([live.reminded(), await live.stuck()]).toEqual([1, []]);
});

it('[O24] killed before its minute and started after it, the program still reminds, once', {
  concurrent: true,
}, async () => {
  const live = lives[1]!;
  await sleepUntil(due - 1000);
  await live.kill('SIGKILL');
  await sleepUntil(due + 200);
  expect(live.reminded()).toBe(0);
  await live.start();
  await until(() => live.reminded() === 1, 20_000);
  await sleepUntil(Date.now() + LOOKED_MS);
  expect([live.reminded(), await live.stuck()]).toEqual([1, []]);
});

it('[O24] killed while Telegram has it, it is known to be unsure, and is not sent again', {
  concurrent: true,
}, async () => {
  const live = lives[2]!;
  live.fake.faults.plan('hang after', { route: 'sendMessage' });
  await until(() => live.reminded() === 1, 80_000);
  await live.kill('SIGKILL');
  await live.start();
  await sleepUntil(Date.now() + LOOKED_MS);
  expect([live.reminded(), await live.stuck()]).toEqual([1, ['unknown']]);
});

it('[O24] killed at the very moment, it comes once, or it is known to be unsure', {
  concurrent: true,
}, async () => {
  const live = lives[3]!;
  await sleepUntil(due + 5);
  await live.kill('SIGKILL');
  await live.start();
  await until(async () => live.reminded() > 0 || (await live.stuck()).length > 0, 20_000);
  await sleepUntil(Date.now() + LOOKED_MS);
  const [reminded, stuck] = [live.reminded(), await live.stuck()];
  expect(reminded).toBeLessThanOrEqual(1);
  expect(stuck).toEqual(reminded === 0 ? ['unknown'] : expect.toBeOneOf([[], ['unknown']]));
});
