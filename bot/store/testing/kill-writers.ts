import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StorePlace } from '../database.ts';

/**
 * Starts a writer on the place and kills it at an instant drawn at random, so many times over; each may die while it
 * starts or while it writes, every fifth surely while it writes, however slow the machine. Gives the keys that were
 * acknowledged.
 */
export async function killWriters(place: StorePlace, times: number, longest: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let run = 1; run <= times; run += 1) {
    const args = [join(import.meta.dirname, 'writer.ts'), JSON.stringify(place), `lan-${run}`];
    const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = new Promise(resolve => writer.once('close', resolve));
    let out = '';
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    if (run % 5 === 0) await Promise.race([once(writer.stdout, 'data'), closed]);
    await sleep(Math.random() * longest);
    writer.kill('SIGKILL');
    await closed;
    for (const line of out.split('\n')) {
      const [key, kept] = line.split(' ');
      if (kept === 'kept') acknowledged.push(key!);
      else if (kept !== undefined) throw new Error(`a writer alone was told “${kept}”`);
    }
  }
  return acknowledged;
}
