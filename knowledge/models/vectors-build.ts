import { createHash } from 'node:crypto';
import type { Plan } from '../plan.ts';
import { passagesOf } from '../search/passages.ts';
import { searchedText } from '../search/searched-text.ts';
import { newVectorIndex } from '../search/vector-index.ts';
import { embedPrefixes } from './embed-prefixes.ts';
import type { EmbedTexts } from './embed-texts.ts';
import { MOST_TEXTS } from './embed-texts.ts';
import type { Failure } from './vectors-asked.ts';
import type { PlanVectors } from './vectors-files.ts';

/** What of a plan has vectors: by its place, the hash of each passage's text, and the texts by their hashes. */
export interface PlanTexts {
  hashes: string[];
  texts: Map<string, string>;
}

/** More forgotten vectors than this, and than half of those that are found: the index is made anew without them. */
const MOST_FORGOTTEN = 32;

/** Passages that read alike under the same headings have one vector. */
export function planTexts(plan: Plan, model: string): PlanTexts {
  const { passage: prefix } = embedPrefixes(model);
  const hashes: string[] = [];
  const texts = new Map<string, string>();
  for (const passage of passagesOf(plan)) {
    const text = prefix + searchedText(plan, passage);
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    hashes.push(hash);
    texts.set(hash, text);
  }
  return { hashes, texts };
}

/**
 * Brings a plan's vectors up to its texts: embeds those that are new, forgets those that are gone. `vectors` null: none
 * could be had. `failed`: why not all could be had; those there are can be used.
 */
export async function bringUpToDate(
  { texts }: PlanTexts,
  before: PlanVectors | null,
  { model, embed, signal }: { model: string; embed: EmbedTexts; signal: AbortSignal },
): Promise<{ vectors: PlanVectors | null; changed: boolean; failed: Failure | null }> {
  let vectors = before;
  let changed = false;
  const missing = [...texts].filter(([hash]) => !before?.labels.has(hash));
  for (let from = 0; from < missing.length; from += MOST_TEXTS) {
    const batch = missing.slice(from, from + MOST_TEXTS);
    const embedded = await embed(
      batch.map(([, text]) => text),
      { person: null, signal },
    );
    if (!embedded.ok) return { vectors, changed, failed: embedded.why };
    const { length: dimension } = embedded.value[0]!;
    if (before && before.index.dimension !== dimension)
      return bringUpToDate({ hashes: [], texts }, null, { model, embed, signal });
    vectors ??= {
      model,
      index: await newVectorIndex(dimension, texts.size),
      labels: new Map(),
      nextLabel: 0,
    };
    if (vectors.index.dimension !== dimension) return { vectors: null, changed: false, failed: 'nonsense' };
    for (const [i, [hash]] of batch.entries()) {
      const label = vectors.nextLabel++;
      vectors.index.add(label, embedded.value[i]!);
      vectors.labels.set(hash, label);
    }
    changed = true;
  }
  if (!vectors) return { vectors, changed, failed: null };
  for (const [hash, label] of vectors.labels) {
    if (texts.has(hash)) continue;
    vectors.index.forget(label);
    vectors.labels.delete(hash);
    changed = true;
  }
  return { vectors: await compact(vectors), changed, failed: null };
}

async function compact(vectors: PlanVectors): Promise<PlanVectors> {
  const { index, labels, model } = vectors;
  if (index.forgotten() <= Math.max(MOST_FORGOTTEN, index.size() / 2)) return vectors;
  const fresh = await newVectorIndex(index.dimension, labels.size);
  const kept = new Map<string, number>();
  for (const [hash, label] of labels) {
    fresh.add(kept.size, index.vector(label));
    kept.set(hash, kept.size);
  }
  return { model, index: fresh, labels: kept, nextLabel: kept.size };
}
