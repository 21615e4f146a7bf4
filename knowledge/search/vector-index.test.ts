import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { directionOf as direction } from '../testing/direction-of.ts';
import { newVectorIndex, readVectorIndex } from './vector-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'vector-index-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DIMENSION = direction(0).length;
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0) / Math.hypot(...a) / Math.hypot(...b);

describe('vectors found by nearness', () => {
  it('[M5] the nearest come first, with their cosine, as an exact search finds them', async () => {
    const index = await newVectorIndex(DIMENSION, 4);
    const all = Array.from({ length: 500 }, (_, i) => direction(i));
    for (const [label, vector] of all.entries()) index.add(label, vector);
    expect(index.size()).toBe(500);
    let right = 0;
    for (let q = 0; q < 50; q++) {
      const asked = direction(1000 + q);
      const exact = all
        .map((vector, label) => ({ label, similarity: dot(vector, asked) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 10);
      const found = index.nearest(asked, 10);
      expect(found[0]!.similarity).toBeCloseTo(dot(all[found[0]!.label]!, asked), 4);
      expect(found.map(f => f.similarity)).toEqual(found.map(f => f.similarity).sort((a, b) => b - a));
      right += exact.filter(({ label }) => found.some(f => f.label === label)).length;
    }
    expect(right / 500).toBeGreaterThan(0.95);
  });

  it('[M5] what is forgotten is never found, also after it was written and read', async () => {
    const index = await newVectorIndex(DIMENSION);
    for (let label = 0; label < 200; label++) index.add(label, direction(label));
    for (let label = 0; label < 200; label += 2) index.forget(label);
    const file = join(folder, 'forgotten');
    await index.write(file);
    for (const each of [index, await readVectorIndex(file, DIMENSION, index.forgotten())]) {
      expect([each.size(), each.forgotten()]).toEqual([100, 100]);
      const found = each.nearest(direction(6), 1000).map(hit => hit.label);
      expect(found.length).toBeGreaterThan(90);
      expect(found.filter(label => label % 2 === 0)).toEqual([]);
    }
  });

  it('[M5] an empty index finds nothing', async () => {
    const index = await newVectorIndex(DIMENSION);
    expect(index.nearest(direction(1), 10)).toEqual([]);
    index.add(0, direction(1));
    index.forget(0);
    expect(index.nearest(direction(1), 10)).toEqual([]);
  });
});
