/**
 * How fast reminders are decided and put into the outbox: many units with twelve duties each and one secretary, planned
 * once, then on one morning on which each of them is due a reminder; on SQLite and on a real PostgreSQL. And what a
 * tick costs when nobody is due, with ten units and with all of them.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startPostgres } from '../../bot/store/testing/start-postgres.ts';
import { short } from './percentiles.ts';
import type { Measured, Task } from './testing/remind-many.ts';

const UNITS = 250_000;
const FEW = 10;

/** The figures as lines to print. */
export async function benchReminders(units = UNITS): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-reminders-'));
  const postgres = await startPostgres();
  try {
    const few = await measure({ units: FEW, dataDir: join(directory, 'few'), databaseUrl: null });
    const many = await measure({ units, dataDir: join(directory, 'many'), databaseUrl: null });
    const inPostgres = async (count: number): Promise<Measured> =>
      measure({ units: count, dataDir: directory, databaseUrl: await postgres.newDatabase() });
    const fewThere = await inPostgres(FEW);
    return [
      `${units.toLocaleString('en')} units with 12 duties each, one secretary each, one reminder each that morning`,
      ...lines('SQLite', many, few),
      ...lines('PostgreSQL', await inPostgres(units), fewThere),
    ];
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function lines(name: string, many: Measured, few: Measured): string[] {
  const rate = ({ persons, seconds }: { persons: number; seconds: number }): string =>
    `${short(seconds)} s, ${Math.round(persons / seconds).toLocaleString('en')}/s`;
  const ratio = many.idleMs / few.idleMs;
  return [
    `${name}: planning everybody ${rate(many.planned)}`,
    `${name}: deciding, writing and keeping ${many.messages.toLocaleString('en')} messages in the outbox ${rate(many.drained)}`,
    `${name}: memory of the process ${Math.round(many.peakMb)} MB at most, ${Math.round(many.startMb)} MB before`,
    `${name}: a tick with nobody due ${short(many.idleMs)} ms, with ${FEW} units ${short(few.idleMs)} ms (≤ 3 times: ${ratio <= 3 ? 'reached' : 'NOT REACHED'})`,
  ];
}

function measure(task: Task): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'testing', 'remind-many.ts'), [JSON.stringify(task)]);
  return new Promise((resolve, reject) => {
    child.once('message', measured => resolve(measured as Measured));
    child.once('exit', code => reject(new Error(`the measuring process ended with ${code}`)));
  });
}

if (process.argv[1] === import.meta.filename) {
  const units = Number(process.argv[2] ?? UNITS);
  process.stdout.write(`${(await benchReminders(units)).join('\n')}\n`);
}
