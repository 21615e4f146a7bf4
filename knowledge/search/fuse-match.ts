import type { Topic } from '../plan.ts';
import { fuse } from './fuse.ts';
import type { Match } from './match.ts';
import type { PassageNearness } from './nearness.ts';
import { relativeNearness } from './nearness.ts';
import type { PlanIndex } from './plan-index.ts';

/**
 * How much of the weight counts among topics: they hold many ways of asking already, and words tell them apart well.
 * A quarter was the most with which no measured embedder made answers worse.
 */
const AMONG_TOPICS = 0.25;

/**
 * A match in words, with nearness in meaning beside it: passages and the topics that cite them are ordered by both, and
 * what the words did not find comes in by nearness alone. Silences and everyday matters have no passages; they stay.
 */
export function fuseMatch(plan: PlanIndex, match: Match, nearness: PassageNearness): Match {
  const near = relativeNearness(nearness, plan.passages.length);
  return {
    ...match,
    passages: fusedPassages(plan, match.passages, near, nearness.weight),
    topics: fusedTopics(plan, match.topics, near, nearness.weight * AMONG_TOPICS),
  };
}

function fusedPassages(
  plan: PlanIndex,
  found: Match['passages'],
  near: Float64Array,
  weight: number,
): Match['passages'] {
  const inWords = new Set(found.map(({ passage }) => passage));
  const candidates = [...found];
  plan.passages.forEach(({ clause, start, end }, passage) => {
    if (near[passage]! > 0 && !inWords.has(passage))
      candidates.push({ clause, span: { start, end }, passage, coverage: 0, bm25: 0 });
  });
  const similarity = candidates.map(({ passage }) => near[passage]!);
  const coverage = fuse(
    candidates.map(candidate => candidate.coverage),
    similarity,
    weight,
  );
  const bm25 = fuse(
    candidates.map(candidate => candidate.bm25),
    similarity,
    weight,
  );
  return candidates
    .map((candidate, i) => ({ ...candidate, coverage: coverage[i]!, bm25: bm25[i]! }))
    .filter(candidate => candidate.coverage > 0)
    .sort((a, b) => b.bm25 - a.bm25);
}

function fusedTopics(
  plan: PlanIndex,
  found: Match['topics'],
  near: Float64Array,
  weight: number,
): Match['topics'] {
  const similarity = (topic: Topic): number =>
    plan.cited.get(topic)!.reduce((most, passage) => Math.max(most, near[passage]!), 0);
  const inWords = new Set(found.map(({ topic }) => topic));
  const candidates = [...found];
  for (const topic of plan.plan.topics)
    if (!inWords.has(topic) && similarity(topic) > 0) candidates.push({ topic, nearness: 0 });
  const nearness = fuse(
    candidates.map(candidate => candidate.nearness),
    candidates.map(candidate => similarity(candidate.topic)),
    weight,
  );
  return candidates
    .map(({ topic }, i) => ({ topic, nearness: nearness[i]! }))
    .filter(candidate => candidate.nearness > 0)
    .sort((a, b) => b.nearness - a.nearness);
}
