import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { newVectorIndex } from '../search/vector-index.ts';
import { directionOf } from '../testing/direction-of.ts';
import { readPlanVectors, writePlanVectors } from './vectors-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'vectors-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = join(import.meta.dirname, '..', 'testing', 'save-vectors.ts');

const KILLS = 30;
const AN_HOUR_AGO = Date.now() / 1000 - 3600;

/** Starts saving and kills it, so many milliseconds after it first saved. */
async function killedWhileSaving(place: string, round: number, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [script, place, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.stdout.resume();
  await new Promise(done => setTimeout(done, afterMs));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Every vector is there, and is the one that its hash stands for. */
async function expectGood(place: string): Promise<void> {
  const read = await readPlanVectors(place, 'm');
  expect(read).not.toBeNull();
  const { index, labels } = read!;
  expect(index.size()).toBe(labels.size);
  for (const [seed, label] of labels) {
    const [nearest] = index.nearest(directionOf(Number(seed)), 1);
    expect(nearest!.similarity).toBeGreaterThan(0.9999);
    expect(index.vector(label)).toHaveLength(index.dimension);
  }
}

async function small(seeds: readonly number[]) {
  const index = await newVectorIndex(directionOf(0).length);
  for (const [label, seed] of seeds.entries()) index.add(label, directionOf(seed));
  const labels = new Map(seeds.map((seed, label) => [String(seed), label]));
  return { model: 'm', index, labels, nextLabel: seeds.length };
}

describe('vectors on the disk', () => {
  it('[M11] killed at any instant while it is saved, an index is the one before or the one after', async () => {
    const place = join(folder, 'killed');
    let left = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await killedWhileSaving(place, kill * 50, (kill * 7.3) % 40);
      await expectGood(place);
      left += readdirSync(place).filter(name => name.includes('draft')).length;
      for (const name of readdirSync(place)) utimesSync(join(place, name), AN_HOUR_AGO, AN_HOUR_AGO);
    }
    // The kills did fall into the middle of saving, and what they left is tidied up.
    expect(left).toBeGreaterThan(0);
    await writePlanVectors(place, await small([1, 2, 3]));
    expect(readdirSync(place)).toHaveLength(2);
  });

  it('[M11] two processes that save at once leave one whole pair', async () => {
    const place = join(folder, 'two');
    const saving = [1, 100_000].map(async first => {
      const child = spawn(process.execPath, [script, place, String(first), '40'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return (await once(child, 'exit'))[0];
    });
    expect(await Promise.all(saving)).toEqual([0, 0]);
    await expectGood(place);
  });

  it('[M11] another library or model, a file of another content: nothing is read', async () => {
    const place = join(folder, 'other');
    await writePlanVectors(place, await small([1, 2, 3]));
    await expectGood(place);
    expect(await readPlanVectors(place, 'other')).toBeNull();
    const index = readdirSync(place).find(name => name.endsWith('.hnsw'))!;
    writeFileSync(join(place, index), 'not an index');
    expect(await readPlanVectors(place, 'm')).toBeNull();
    rmSync(join(place, index));
    expect(await readPlanVectors(place, 'm')).toBeNull();
    expect(await readPlanVectors(join(folder, 'nowhere'), 'm')).toBeNull();
  });
});
