/** The endpoint answered with something that are no vectors. */
export class NoVectors extends Error {
  constructor() {
    super('the answer holds no usable vectors');
  }
}

const MOST_DIMENSIONS = 16_384;

/**
 * Reads an answer of `/embeddings`: the vectors in the order of the texts, each of unit length. Servers send numbers or
 * base64 of 32-bit floats, whatever they were asked for, and some in another order.
 */
export function readEmbeddings(
  answer: unknown,
  texts: number,
): { vectors: Float32Array[]; tokens: number | null } {
  const { data, usage } = (answer ?? {}) as { data?: unknown; usage?: { prompt_tokens?: unknown } | null };
  if (!Array.isArray(data) || data.length !== texts) throw new NoVectors();
  const vectors = inOrder(data as { index?: unknown; embedding?: unknown }[]).map(one =>
    unit(one?.embedding),
  );
  const dimension = vectors[0]?.length ?? 0;
  if (vectors.some(vector => vector.length !== dimension)) throw new NoVectors();
  const tokens = usage?.prompt_tokens;
  return { vectors, tokens: typeof tokens === 'number' && tokens >= 0 ? tokens : null };
}

/** By `index` where each place is named once; as they came where a server does not number them. */
function inOrder<T extends { index?: unknown }>(data: readonly T[]): T[] {
  const places = new Set(data.map(one => one?.index));
  const numbered = data.every((_, place) => places.has(place));
  return numbered ? [...data].sort((a, b) => (a.index as number) - (b.index as number)) : [...data];
}

function unit(embedding: unknown): Float32Array {
  const numbers = typeof embedding === 'string' ? fromBase64(embedding) : embedding;
  if (!Array.isArray(numbers) && !(numbers instanceof Float32Array)) throw new NoVectors();
  if (numbers.length < 2 || numbers.length > MOST_DIMENSIONS) throw new NoVectors();
  let squares = 0;
  for (const number of numbers) {
    if (typeof number !== 'number' || !Number.isFinite(number)) throw new NoVectors();
    squares += number * number;
  }
  const length = Math.sqrt(squares);
  // Some servers answer a format they do not know with nothing but zeros.
  if (!(length > 1e-12) || !Number.isFinite(length)) throw new NoVectors();
  return Float32Array.from(numbers, number => number / length);
}

function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || bytes.length % 4 !== 0) throw new NoVectors();
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}
