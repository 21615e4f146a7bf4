import type { Clause, Plan } from '../../knowledge/index.ts';

const PER_PLAN = 100;

/**
 * Made-up plans of `count` clauses in all: halves of real clauses put together anew, so that they use the field's
 * words and say nothing that anybody asks. The same at every run.
 */
export function distractors(plans: readonly Plan[], count: number): Plan[] {
  const halves = plans.flatMap(plan =>
    plan.clauses
      .filter(clause => clause.end - clause.start > 60)
      .map(({ start, end }) => plan.text.slice(start, end).split(/\s+/)),
  );
  const random = generator(20261121);
  const pick = (): string[] => halves[Math.floor(random() * halves.length)]!;
  const made: Plan[] = [];
  for (let left = count, n = 1; left > 0; left -= PER_PLAN, n++) {
    const texts = Array.from({ length: Math.min(left, PER_PLAN) }, () => {
      const [a, b] = [pick(), pick()];
      return [...a.slice(0, a.length >> 1), ...b.slice(b.length >> 1)].join(' ');
    });
    made.push(planOf(n, texts));
  }
  return made;
}

function planOf(n: number, texts: readonly string[]): Plan {
  let text = '';
  const clauses = texts.map((own, i): Clause => {
    const start = text.length;
    text += `${own}\n\n`;
    const end = start + own.length;
    return {
      id: `đ${i + 1}`,
      address: `đoạn ${i + 1}`,
      kind: 'paragraph',
      start,
      end,
      until: end,
      parent: null,
      headings: [],
      line: 1,
    };
  });
  return {
    id: `gia-lap-${n}`,
    type: 'Kế hoạch',
    title: `Kế hoạch giả lập ${n}`,
    number: null,
    date: null,
    issuer: null,
    place: null,
    period: null,
    status: 'unconfirmed',
    statusNote: null,
    subjects: [],
    names: [],
    notes: [],
    topics: [],
    silences: [],
    text,
    clauses,
  };
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
