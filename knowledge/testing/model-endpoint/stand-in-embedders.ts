import type { Plan } from '../../plan.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Embed } from './embeddings.ts';

const DIMENSION = 256;

/** Pieces of three letters, hashed: it sees spelling and no meaning. */
export const spellingEmbedder: Embed = text => hashed(text, DIMENSION);

/**
 * Knows what people mean by their questions, as far as the plans' topics say so: a passage and the questions that topics
 * answer by it point the same way.
 */
export function meaningEmbedder(plans: readonly Plan[]): Embed {
  const topics = plans.flatMap(plan =>
    plan.topics.map(topic => ({
      asks: topic.asks.map(ask => hashed(ask, 1024)),
      cites: topic.cites.map(({ start, end }) => squeezed(plan.text.slice(start, end))),
    })),
  );
  return text => {
    const own = hashed(text, 1024);
    const said = squeezed(text.split('\n').at(-1)!);
    const meant = topics.map(({ asks, cites }) => {
      if (cites.some(cited => said.length > 20 && (said.includes(cited) || cited.includes(said)))) return 1;
      return asks.reduce((most, ask) => Math.max(most, dot(own, ask)), 0) ** 10;
    });
    const length = Math.hypot(...meant) || 1;
    return [...meant.map(share => share / length), ...hashed(text, DIMENSION).map(share => share * 0.5)];
  };
}

/** Knows the source of every question but each seventh, of which it knows nothing: as near as a very good model comes. */
export function toldEmbedder(sources: ReadonlyMap<string, string>): Embed {
  const known = [...sources].filter((_, i) => i % 7 !== 0);
  const told = new Map(known.map(([question, source]) => [question, `${source} ${source}`]));
  return text => hashed(`${told.get(text) ?? ''} ${text}`, DIMENSION * 4);
}

function hashed(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0);
  const letters = ` ${squeezed(text)} `;
  for (let at = 0; at + 3 <= letters.length; at++) {
    const hash = [...letters.slice(at, at + 3)].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) >>> 0, 7);
    vector[hash % dimension]! += (hash >>> 16) % 2 === 0 ? 1 : -1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map(share => share / length);
}

function squeezed(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, share, i) => sum + share * b[i]!, 0);
}
