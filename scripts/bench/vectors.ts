import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { newVectorIndex, readVectorIndex } from '../../knowledge/index.ts';
import { percentile, short } from './percentiles.ts';

const VECTORS = 100_000;
const DIMENSION = 384;
const CLUSTERS = 200;
/** How far members stray from the middle of their cluster, whose length is 1. */
const SPREAD = 1;
const QUERIES = 1_000;
const EXACT_QUERIES = 200;
const NEAREST = 10;
const SEED = 20_261_121;

/** The graph of the plans' vectors beside exact search, on the same made-up vectors and questions. */
export async function benchVectors(): Promise<string[]> {
  const random = seeded(SEED);
  const middles = Array.from({ length: CLUSTERS }, () => unit(gaussian(random)));
  const member = (): Float32Array => {
    const middle = middles[Math.floor(random() * CLUSTERS)]!;
    return unit(gaussian(random).map((x, i) => middle[i]! + (SPREAD * x) / Math.sqrt(DIMENSION)));
  };
  const all = new Float32Array(VECTORS * DIMENSION);
  for (let i = 0; i < VECTORS; i++) all.set(member(), i * DIMENSION);
  const queries = Array.from({ length: QUERIES }, member);

  const before = process.memoryUsage().rss;
  const built = performance.now();
  const index = await newVectorIndex(DIMENSION, VECTORS);
  for (let i = 0; i < VECTORS; i++) index.add(i, all.subarray(i * DIMENSION, (i + 1) * DIMENSION));
  const buildMs = performance.now() - built;
  const memory = process.memoryUsage().rss - before;

  const graphTimes: number[] = [];
  const found = queries.map(query =>
    timed(graphTimes, () => index.nearest(query, NEAREST).map(hit => hit.label)),
  );
  const exactTimes: number[] = [];
  const exact = queries
    .slice(0, EXACT_QUERIES)
    .map(query => timed(exactTimes, () => nearestExactly(all, query)));
  const right = exact.reduce(
    (sum, labels, i) => sum + labels.filter(label => found[i]!.includes(label)).length,
    0,
  );

  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  const file = join(folder, 'index');
  let at = performance.now();
  await index.write(file);
  const saveMs = performance.now() - at;
  at = performance.now();
  await readVectorIndex(file, DIMENSION, 0);
  const loadMs = performance.now() - at;
  const size = statSync(file).size;
  rmSync(folder, { recursive: true });

  return [
    `Tìm theo nghĩa trên ${VECTORS} véc-tơ ${DIMENSION} chiều (${CLUSTERS} cụm, hạt giống ${SEED}):`,
    `  ${'đồ thị HNSW'.padEnd(20)} ${speed(graphTimes)}  recall@${NEAREST} ${short(right / (EXACT_QUERIES * NEAREST), 3)}`,
    `  ${'tìm chính xác'.padEnd(20)} ${speed(exactTimes)}  recall@${NEAREST} 1`,
    `  dựng ${short(buildMs / 1000, 0)} s, bộ nhớ ${megabytes(memory)}, ghi ${short(saveMs, 0)} ms, nạp ${short(loadMs, 0)} ms, tệp ${megabytes(size)}`,
  ];
}

function nearestExactly(all: Float32Array, query: Float32Array): number[] {
  const best: { label: number; similarity: number }[] = [];
  for (let label = 0; label < VECTORS; label++) {
    const from = label * DIMENSION;
    // Four sums at a time: a loop as fast as JavaScript makes it.
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < DIMENSION; i += 4) {
      a += all[from + i]! * query[i]!;
      b += all[from + i + 1]! * query[i + 1]!;
      c += all[from + i + 2]! * query[i + 2]!;
      d += all[from + i + 3]! * query[i + 3]!;
    }
    const similarity = a + b + c + d;
    if (best.length === NEAREST && similarity <= best[NEAREST - 1]!.similarity) continue;
    const at = best.findIndex(other => other.similarity < similarity);
    best.splice(at < 0 ? best.length : at, 0, { label, similarity });
    best.length = Math.min(best.length, NEAREST);
  }
  return best.map(({ label }) => label);
}

function timed<T>(times: number[], run: () => T): T {
  const at = performance.now();
  const result = run();
  times.push(performance.now() - at);
  return result;
}

function speed(times: readonly number[]): string {
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return `${short((1000 * times.length) / total, 0)} câu/s  p50 ${short(percentile(times, 0.5))} ms  p95 ${short(percentile(times, 0.95))} ms`;
}

function megabytes(bytes: number): string {
  return `${short(bytes / 2 ** 20, 0)} MB`;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map(x => x / length);
}

function gaussian(random: () => number): Float32Array {
  return Float32Array.from(
    { length: DIMENSION },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
