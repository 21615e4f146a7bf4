import type { Answer, Requirement } from '../../../../evaluators/index.ts';
import { ranks } from '../../../../evaluators/index.ts';

/** A random answer to a requirement, about as often met as not; `random` gives numbers from 0 up to 1. */
export function randomAnswer(requirement: Requirement, random: () => number): Answer {
  const whole = (most: number): number => Math.floor(random() * (most + 1));
  const pick = <T>(items: readonly T[]): T =>
    items[Math.min(items.length - 1, Math.floor(random() * items.length))]!;
  const chance = random();
  if (chance < 0.05) return 'unknown';
  if (chance < 0.1)
    return { na: pick(['đơn vị mới thành lập', 'không được giao chỉ tiêu', 'không thuộc chức năng']) };
  if (chance < 0.13) return { override: pick(['met', 'unmet']), basis: `Nghị quyết số ${whole(99)}-NQ/CB` };
  const share = (): { part: number; whole: number } => {
    const of = whole(30) + (random() < 0.9 ? 1 : 0);
    return { part: random() < 0.5 ? of : whole(of), whole: of };
  };
  switch (requirement.kind) {
    case 'statement':
      return random() < 0.8 ? 'met' : 'unmet';
    case 'share':
      return share();
    case 'target':
      return { done: whole(13), target: whole(12) };
    case 'count':
      return { count: random() < 0.7 ? 0 : whole(5) };
    case 'rank':
      return pick(ranks);
    case 'comparison':
      return requirement.figures && random() < 0.5
        ? { now: whole(20), before: whole(20) }
        : pick(['better', 'equal', 'worse']);
    case 'yearly':
      return { years: Array.from({ length: 1 + whole(4) }, share) };
  }
}

/** Numbers from 0 up to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
