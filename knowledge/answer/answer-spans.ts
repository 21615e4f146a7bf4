import type { Span, Topic } from '../plan.ts';
import type { Found } from './find-in-plan.ts';
import type { ReadQuestion } from './read-question.ts';
import { BEFORE_TOPIC, TOPIC } from './scores.ts';

/** Topics this near to the best one are shown with it. */
const NEAR_TOPIC = 0.12;
const TWIN = 0.08;
/** So near, relative to the best, is the same matter for another kind of unit. */
const OTHER_UNIT = 0.65;

/** The spans that answer, best first: all of a topic that is a list, else the best and what is as near. */
export function answerSpans(found: Found, question: ReadQuestion): Span[] {
  const spans: Span[] = [];
  const add = (span: Span): void => {
    if (!spans.some(s => s.start < span.end && span.start < s.end)) spans.push(span);
  };
  const [topic, ...others] = found.topics;
  const passage = found.passages[0];
  if (topic && topic.score >= TOPIC && topic.score >= (passage?.score ?? 0) - BEFORE_TOPIC) {
    if (topic.topic.all && !asksOneThing(topic.topic, question)) {
      const own = ownBody(topic.topic, others, found.subjects);
      if (own) return own.cites;
      // Two lists as near, for different kinds of unit: each is shown, for nobody said which unit it is.
      const twin = others.find(
        o => o.topic.all && o.score >= topic.score - TWIN && forOthers(o.topic, topic.topic),
      );
      for (const span of [...topic.topic.cites, ...(twin?.topic.cites ?? [])]) add(span);
      return spans;
    }
    for (const span of best(topic.topic, found, topic.topic.all ? 3 : 1)) add(span);
    if (topic.topic.for.length > 0 && found.subjects.length === 0) {
      for (const twin of twins(topic, others)) add(twin.cites[0]!);
    }
    for (const other of others) {
      if (spans.length < 3 && other.score >= topic.score - NEAR_TOPIC) add(best(other.topic, found, 1)[0]!);
    }
    if (spans.length < 3 && passage && passage.score >= topic.score) add(passage.span);
    return spans;
  }
  for (const p of found.passages.slice(0, 3)) if (p.score >= passage!.score - 0.1) add(p.span);
  if (spans.length < 3 && topic && topic.score >= TOPIC - 0.05) add(topic.topic.cites[0]!);
  return spans;
}

/** Of the bodies for every kind of unit, the one for the kinds that the question is about. */
function ownBody(every: Topic, others: Found['topics'], subjects: readonly string[]): Topic | null {
  if (every.kind !== 'authority' || every.for.length > 0 || subjects.length === 0) return null;
  const own = others.find(
    ({ topic }) =>
      topic.kind === 'authority' &&
      subjects.every(id => topic.for.includes(id)) &&
      topic.cites.every(cited =>
        every.cites.some(({ start, end }) => start < cited.end && cited.start < end),
      ),
  );
  return own?.topic ?? null;
}

/** What the plan says of the same matter to other kinds of unit: shown with it, for nobody said which unit it is. */
function twins(topic: Found['topics'][number], others: Found['topics']): Topic[] {
  return others
    .filter(
      o =>
        o.score >= topic.score * OTHER_UNIT &&
        o.topic.kind === topic.topic.kind &&
        forOthers(o.topic, topic.topic),
    )
    .slice(0, 3)
    .map(o => o.topic);
}

/** The passages of a topic that come nearest to the question; of a topic that is no list, the first as it is given. */
function best(topic: Topic, found: Found, most: number): Span[] {
  if (!topic.all) return topic.cites.slice(0, most);
  const nearness = (span: Span): number =>
    found.passages.reduce(
      (n, p) => (p.span.start < span.end && span.start < p.span.end ? Math.max(n, p.score) : n),
      0,
    );
  return [...topic.cites].sort((a, b) => nearness(b) - nearness(a)).slice(0, most);
}

/** “Ai bị kỷ luật…” of a list asks for one of its passages, not for the list. */
function asksOneThing(topic: Topic, { aspects }: ReadQuestion): boolean {
  if (topic.kind !== 'list' || aspects.has('list') || aspects.has('count')) return false;
  return aspects.has('who') || aspects.has('when') || aspects.has('share') || aspects.has('check');
}

function forOthers(a: Topic, b: Topic): boolean {
  return a.for.length > 0 && b.for.length > 0 && !a.for.some(id => b.for.includes(id));
}

/** What comes nearest where nothing answers; empty when nothing is near. */
export function nearest(found: Found): Span[] {
  const topic = found.topics[0];
  const passage = found.passages[0];
  if (topic && topic.score >= (passage?.score ?? 0)) return topic.score > 0.3 ? [topic.topic.cites[0]!] : [];
  return passage && passage.score > 0.3 ? [passage.span] : [];
}
