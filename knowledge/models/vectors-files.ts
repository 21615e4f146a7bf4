import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { VectorIndex } from '../search/vector-index.ts';
import { readVectorIndex, vectorLibrary } from '../search/vector-index.ts';

/** What an index holds; the file that says so is written last and names the index by its content. */
const manifest = z.object({
  model: z.string(),
  library: z.string(),
  dimension: z.int().positive(),
  /** File name, and sha256 in hexadecimal. */
  index: z.string().regex(/^[\da-f]{64}\.hnsw$/),
  /** Hash of a passage's text → its label. */
  labels: z.record(z.string(), z.int().nonnegative()),
  nextLabel: z.int().nonnegative(),
  forgotten: z.int().nonnegative(),
});

/** The vectors of one plan: an index and whose label is whose. */
export interface PlanVectors {
  model: string;
  index: VectorIndex;
  labels: Map<string, number>;
  nextLabel: number;
}

const MANIFEST = 'manifest.json';
const LEFT_ALONE_MS = 10 * 60_000;

/** Reads a plan's folder; null when there is nothing, or nothing that can be trusted: it is then built anew. */
export async function readPlanVectors(folder: string, model: string): Promise<PlanVectors | null> {
  // Another process may put a newer pair in place between the two reads.
  return (await readOnce(folder, model)) ?? (await readOnce(folder, model));
}

async function readOnce(folder: string, model: string): Promise<PlanVectors | null> {
  try {
    const read = manifest.safeParse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    if (!read.success || read.data.model !== model || read.data.library !== vectorLibrary()) return null;
    const { dimension, forgotten, labels, nextLabel } = read.data;
    const file = join(folder, read.data.index);
    // The native reader trusts what it is given: only a file that is whole comes near it.
    if (`${sha256(await readFile(file))}.hnsw` !== read.data.index) return null;
    const index = await readVectorIndex(file, dimension, forgotten);
    const map = new Map(Object.entries(labels));
    return index.size() === new Set(map.values()).size ? { model, index, labels: map, nextLabel } : null;
  } catch {
    return null;
  }
}

/**
 * Puts a pair of index and manifest into the folder. A kill at any instant leaves the pair before or this one; of two
 * processes that write at once one wins.
 */
export async function writePlanVectors(
  folder: string,
  { model, index, labels, nextLabel }: PlanVectors,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${process.pid}.draft.hnsw`);
  await index.write(draft);
  await flush(draft);
  const name = `${sha256(await readFile(draft))}.hnsw`;
  await rename(draft, join(folder, name));
  await flush(folder);
  await replaceFile(
    folder,
    MANIFEST,
    JSON.stringify({
      model,
      library: vectorLibrary(),
      dimension: index.dimension,
      index: name,
      labels: Object.fromEntries(labels),
      nextLabel,
      forgotten: index.forgotten(),
    } satisfies z.infer<typeof manifest>),
  );
  await tidy(folder, name);
}

/** Removes what was left behind, but nothing so young that another process may be about to put it in place. */
async function tidy(folder: string, index: string): Promise<void> {
  const { mtimeMs: now } = await stat(join(folder, MANIFEST));
  for (const file of await readdir(folder)) {
    if (file === index || file === MANIFEST) continue;
    const left = await stat(join(folder, file)).catch(() => null);
    if (left && left.mtimeMs < now - LEFT_ALONE_MS) await rm(join(folder, file), { force: true });
  }
}

/** A file is its old content or its new one, never a part. */
export async function replaceFile(folder: string, name: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${process.pid}.${name}.draft`);
  const file = await open(draft, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, name));
  await flush(folder);
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
