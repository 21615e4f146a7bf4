import { createRequire } from 'node:module';

/** Labelled unit vectors, found by nearness: a graph (HNSW) that grows and forgets. */
export interface VectorIndex {
  readonly dimension: number;
  /** Vectors that are found; forgotten ones are not counted. */
  size(): number;
  /** Forgotten vectors that still take room. */
  forgotten(): number;
  /** A label is used once in the life of an index. */
  add(label: number, vector: ArrayLike<number>): void;
  forget(label: number): void;
  /** The nearest first; similarity is the cosine, −1 … 1. */
  nearest(vector: ArrayLike<number>, most: number): { label: number; similarity: number }[];
  vector(label: number): number[];
  /** Not atomic, and not flushed to the disk. */
  write(file: string): Promise<void>;
}

/** The library by which index files are read; another version builds anew. */
export function vectorLibrary(): string {
  const described: { version: string } = createRequire(import.meta.url)('hnswlib-node/package.json');
  return `hnswlib-node ${described.version}`;
}

// Measured by `npm run bench -- vectors`: recall@10 ≥ 0.95 at 100,000 × 384.
const LINKS = 16;
const EF_BUILD = 100;
const EF_SEARCH = 128;
const SEED = 100;
const FIRST_ROOM = 64;

/** An empty index; room is made as it grows. */
export async function newVectorIndex(dimension: number, room = FIRST_ROOM): Promise<VectorIndex> {
  const { HierarchicalNSW } = await library();
  const graph = new HierarchicalNSW('cosine', dimension);
  graph.initIndex(Math.max(1, room), LINKS, EF_BUILD, SEED);
  return overGraph(graph, dimension, 0);
}

/** Reads what `write` wrote; `forgotten`: how many vectors were forgotten in it. Throws when it cannot be read. */
export async function readVectorIndex(
  file: string,
  dimension: number,
  forgotten: number,
): Promise<VectorIndex> {
  const { HierarchicalNSW } = await library();
  const graph = new HierarchicalNSW('cosine', dimension);
  await graph.readIndex(file);
  return overGraph(graph, dimension, forgotten);
}

type Graph = InstanceType<typeof import('hnswlib-node')['HierarchicalNSW']>;

/** Native code: loaded when the first index is made. */
async function library(): Promise<typeof import('hnswlib-node')> {
  const module = (await import('hnswlib-node')) as { default?: unknown };
  return (module.default ?? module) as typeof import('hnswlib-node');
}

function overGraph(graph: Graph, dimension: number, alreadyForgotten: number): VectorIndex {
  let forgotten = alreadyForgotten;
  const size = (): number => graph.getCurrentCount() - forgotten;
  graph.setEf(EF_SEARCH);
  return {
    dimension,
    size,
    forgotten: () => forgotten,
    add(label, vector) {
      if (graph.getCurrentCount() >= graph.getMaxElements()) graph.resizeIndex(graph.getMaxElements() * 2);
      graph.addPoint(Array.from(vector), label);
    },
    forget(label) {
      graph.markDelete(label);
      forgotten += 1;
    },
    nearest(vector, most) {
      const count = Math.min(most, size());
      if (count < 1) return [];
      const { distances, neighbors } = graph.searchKnn(Array.from(vector), count);
      return neighbors.map((label, i) => ({ label, similarity: 1 - distances[i]! }));
    },
    vector: label => graph.getPoint(label),
    async write(file) {
      await graph.writeIndex(file);
    },
  };
}
