import type { Silence, Topic } from '../plan.ts';
import { fuseMatch } from './fuse-match.ts';
import type { Match } from './match.ts';
import type { PlanIndex } from './plan-index.ts';

/**
 * Matches the terms of a question with everything known of a plan. `context` terms can lift what they share with,
 * but are not missed where they are absent. Nearness in meaning, where the index brings it, has its measured weight.
 */
export function matchPlan(plan: PlanIndex, terms: readonly string[], context: readonly string[]): Match {
  const { index, entries } = plan;
  const asked = new Set(terms);
  const mass = [...asked].reduce((sum, term) => sum + index.weight(term), 0) || 1;
  const hits = index.match(asked);
  const lift = context.length > 0 ? index.match(context) : null;
  const contextMass = context.reduce((sum, term) => sum + index.weight(term), 0) || 1;
  const topics = new Map<Topic, number>();
  const silences = new Map<Silence, number>();
  const passages: Match['passages'] = [];
  let everyday = 0;
  for (const i of hits.touched) {
    const entry = entries[i]!;
    const coverage = hits.shared[i]! / mass;
    const bonus = lift ? (0.15 * lift.shared[i]!) / contextMass : 0;
    if (entry.kind === 'passage') {
      const { clause, start, end } = plan.passages[entry.passage]!;
      const span = { start, end };
      passages.push({
        clause,
        span,
        passage: entry.passage,
        coverage: coverage + bonus,
        bm25: hits.bm25[i]!,
      });
      continue;
    }
    const nearness = coverage ** 0.6 * (hits.shared[i]! / index.mass(i)) ** 0.4 + bonus;
    if (entry.kind === 'topic') topics.set(entry.topic, Math.max(nearness, topics.get(entry.topic) ?? 0));
    else if (entry.kind === 'silence')
      silences.set(entry.silence, Math.max(nearness, silences.get(entry.silence) ?? 0));
    else everyday = Math.max(everyday, nearness);
  }
  const match: Match = {
    topics: [...topics]
      .map(([topic, nearness]) => ({ topic, nearness }))
      .sort((a, b) => b.nearness - a.nearness),
    silences: [...silences]
      .map(([silence, nearness]) => ({ silence, nearness }))
      .sort((a, b) => b.nearness - a.nearness),
    everyday,
    passages: passages.sort((a, b) => b.bm25 - a.bm25),
  };
  return plan.nearness && plan.nearness.weight > 0 ? fuseMatch(plan, match, plan.nearness) : match;
}
