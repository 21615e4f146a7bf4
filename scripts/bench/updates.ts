/**
 * How fast updates go through: from Telegram's getUpdates to the stored reply and out of the outbox, in one run beside
 * a bare grammY bot that echoes and keeps nothing, on the same fake of Telegram in a process of its own. Then a
 * thousand chats talking at once at half the highest rate: nothing lost, nothing twice, and how long each waits.
 *
 * The platform's own rates are set aside on both sides: they would be all that is measured.
 */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { percentile, short } from './percentiles.ts';
import type { FromPlatform, ToPlatform } from './testing/platform.ts';

const CHATS = 1000;
const EACH = 4;
const ROUNDS = 3;

interface Run {
  perSecond: number;
  /** Milliseconds from said to shown. */
  waits: number[];
  lost: number;
  twice: number;
}

/** The figures as lines to print. */
export async function benchUpdates(): Promise<string[]> {
  // Turn by turn, and the best of each: whatever else the machine does slows both.
  const echoes: Run[] = [];
  const owns: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    echoes.push(await measure('echo-bot.ts', null));
    owns.push(await measure('own-bot.ts', null));
  }
  const echo = best(echoes);
  const own = best(owns);
  const paced = await measure('own-bot.ts', own.perSecond / 2);
  const share = own.perSecond / echo.perSecond;
  const p95 = percentile(paced.waits, 0.95);
  const reached = (good: boolean): string => (good ? 'reached' : 'NOT REACHED');
  return [
    `updates through the Telegram adapter, stored and sent: ${Math.round(own.perSecond)}/s`,
    `bare grammY echo bot on the same fake: ${Math.round(echo.perSecond)}/s`,
    `share of the echo bot’s rate: ${short(share)} (≥ 0,5: ${reached(share >= 0.5)})`,
    `${CHATS} chats at once, full speed: ${own.lost} lost, ${own.twice} answered twice (0: ${reached(own.lost + own.twice === 0)})`,
    `${CHATS} chats at half the highest rate (${Math.round(own.perSecond / 2)}/s): ${paced.lost} lost, ${paced.twice} answered twice (0: ${reached(paced.lost + paced.twice === 0)})`,
    `p50 ${Math.round(percentile(paced.waits, 0.5))} ms, p95 ${Math.round(p95)} ms from said to shown (< 300: ${reached(p95 < 300)})`,
  ];
}

/** The fastest run, with what went wrong in any of them. */
function best(runs: readonly Run[]): Run {
  const fastest = runs.toSorted((a, b) => b.perSecond - a.perSecond)[0]!;
  const sum = (of: (run: Run) => number): number => runs.reduce((total, run) => total + of(run), 0);
  return { ...fastest, lost: sum(run => run.lost), twice: sum(run => run.twice) };
}

/** `perSecond` null: everything is said at once. */
async function measure(bot: string, perSecond: number | null): Promise<Run> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-updates-'));
  const here = join(import.meta.dirname, 'testing');
  const platform = fork(join(here, 'platform.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let child: ChildProcess | null = null;
  try {
    const { root, token } = await told(platform, 'ready');
    child = fork(join(here, bot), [root, token, dataDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await new Promise(resolve => child!.once('message', resolve));
    // The first hundred warm both up.
    ask(platform, { say: { chats: 100, each: 1, perSecond: null } });
    await told(platform, 'done');
    ask(platform, { say: { chats: CHATS, each: EACH, perSecond } });
    const { seconds, waits, lost, twice } = await told(platform, 'done');
    return { perSecond: (CHATS * EACH) / seconds, waits, lost, twice };
  } finally {
    for (const one of [child, platform]) one?.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function ask(platform: ChildProcess, message: ToPlatform): void {
  platform.send(message);
}

async function told<K extends FromPlatform['kind']>(
  platform: ChildProcess,
  kind: K,
): Promise<Extract<FromPlatform, { kind: K }>> {
  return new Promise((resolve, reject) => {
    platform.once('exit', () => reject(new Error('the fake platform ended')));
    platform.on('message', (message: FromPlatform) => {
      if (message.kind === kind) resolve(message as Extract<FromPlatform, { kind: K }>);
    });
  });
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`${(await benchUpdates()).join('\n')}\n`);
