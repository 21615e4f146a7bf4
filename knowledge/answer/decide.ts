import type { Silence, Span } from '../plan.ts';
import type { PlanIndex } from '../search/plan-index.ts';
import type { Found } from './find-in-plan.ts';
import { fitsAspect } from './fits-aspect.ts';
import type { ReadQuestion } from './read-question.ts';

/** What is made of what was found. */
export type Decision =
  | { outcome: 'answered'; spans: Span[] }
  | { outcome: 'not_stated'; silence: Silence | null; spans: Span[] }
  | { outcome: 'out_of_scope' };

/** Scores from which something is taken as meant; measured on the development questions. */
const TOPIC = 0.29;
const PASSAGE = 0.38;
const SILENCE = 0.25;
/** Below this nothing in the plan is near: the question is of another field. */
const FIELD = 0.26;
/** A passage must be this much nearer than a topic to be taken before it. */
const BEFORE_TOPIC = 0.15;

export function decide(found: Found, index: PlanIndex, question: ReadQuestion): Decision {
  const topic = found.topics[0]?.score ?? 0;
  const silence = found.silences[0]?.score ?? 0;
  const passage = found.passages[0]?.score ?? 0;
  if (foreignTitle(question) || found.everyday > Math.max(topic, silence, passage) - 0.02) return { outcome: 'out_of_scope' };
  if (missingModel(index, question)) return notStated(found, 0.3);
  if (silence >= SILENCE && silence >= topic && silence >= passage - BEFORE_TOPIC) return notStated(found, SILENCE);
  if (topic >= TOPIC || passage >= PASSAGE) {
    const spans = answerSpans(found);
    if (fitsAspect(question, spans.map(span => index.plan.text.slice(span.start, span.end)))) return { outcome: 'answered', spans };
    return notStated(found, 0.2);
  }
  if (Math.max(topic, silence, passage) < FIELD) return { outcome: 'out_of_scope' };
  return notStated(found, SILENCE);
}

function notStated(found: Found, least: number): Decision {
  const silence = found.silences[0];
  if (silence && silence.score >= least) return { outcome: 'not_stated', silence: silence.silence, spans: silence.silence.near };
  return { outcome: 'not_stated', silence: null, spans: nearest(found) };
}

/** The spans that answer, best first: all of a topic that is a list, else the best and what is as near. */
function answerSpans(found: Found): Span[] {
  const spans: Span[] = [];
  const add = (span: Span): void => {
    if (spans.length < 3 && !spans.some(s => s.start < span.end && span.start < s.end)) spans.push(span);
  };
  const [topic, ...others] = found.topics;
  const passage = found.passages[0];
  const byTopic = topic && topic.score >= TOPIC && topic.score >= (passage?.score ?? 0) - BEFORE_TOPIC;
  if (byTopic) {
    if (topic.topic.all) return topic.topic.cites;
    add(topic.topic.cites[0]!);
    for (const other of others) if (other.score >= topic.score - 0.12) add(other.topic.cites[0]!);
    if (passage && passage.score >= topic.score) add(passage.span);
    return spans;
  }
  for (const p of found.passages.slice(0, 3)) if (p.score >= passage!.score - 0.1) add(p.span);
  if (topic && topic.score >= TOPIC - 0.05) add(topic.topic.cites[0]!);
  return spans;
}

function nearest(found: Found): Span[] {
  const topic = found.topics[0];
  const passage = found.passages[0];
  if (topic && topic.score >= (passage?.score ?? 0)) return topic.score > 0.3 ? [topic.topic.cites[0]!] : [];
  return passage && passage.score > 0.3 ? [passage.span] : [];
}

/** “Sinh viên 5 tốt”, “học sinh 3 tốt”: a title of somebody else's. */
function foreignTitle(question: ReadQuestion): boolean {
  const m = /(\w+ \w+ )?\b(\d+) tot\b/.exec(question.folded);
  return m !== null && ((m[2] !== '3' && m[2] !== '4') || /(sinh vien|hoc sinh|thanh nien|phu nu|doan vien) $/.test(m[1] ?? ''));
}

/** The question is about “bốn tốt” and the plan never says the words. */
function missingModel(index: PlanIndex, question: ReadQuestion): boolean {
  const m = /\b([34]) tot\b/.exec(question.folded);
  return m !== null && !question.comparing && !index.pairs.has(`${m[1]} tot`);
}

