import type { Silence, Span, Topic } from '../plan.ts';
import type { PlanIndex } from '../search/plan-index.ts';
import type { Found } from './find-in-plan.ts';
import { ANSWERED_BY } from './aspects.ts';
import { fitsAspect } from './fits-aspect.ts';
import type { ReadQuestion } from './read-question.ts';
import { sharePoints } from './share-points.ts';

/** What is made of what was found. */
export type Decision =
  | { outcome: 'answered'; spans: Span[] }
  | { outcome: 'not_stated'; silence: Silence | null; spans: Span[] }
  | { outcome: 'out_of_scope' };

/** Scores from which something is taken as meant; measured on the development questions. */
const TOPIC = 0.29;
const PASSAGE = 0.38;
/** The same for a plan of which nobody has said how people ask for it: its own words are all there is. */
const PASSAGE_ALONE = 0.28;
const SILENCE = 0.25;
/** Below this nothing in the plan is near: the question is of another field. */
const FIELD = 0.26;
/** Topics this near to the best one are shown with it. */
const NEAR_TOPIC = 0.12;
const TWIN = 0.08;
/** So near, relative to the best, is the same matter for another kind of unit. */
const OTHER_UNIT = 0.65;
const BEFORE_SILENCE = 0.05;
const SAME_CLAUSE = 0.12;
const SAME_SIDE = 0.04;
const MEASURED = 0.2;
/** A passage must be this much nearer than a topic to be taken before it. */
const BEFORE_TOPIC = 0.15;

export function decide(found: Found, index: PlanIndex, question: ReadQuestion): Decision {
  const topic = found.topics[0]?.score ?? 0;
  const silence = found.silences[0]?.score ?? 0;
  const passage = found.passages[0]?.score ?? 0;
  if (foreignTitle(question) || found.everyday > Math.max(topic, silence, passage) - 0.02) return { outcome: 'out_of_scope' };
  if (missingModel(index, question)) return notStated(found, 0.3);
  const measured = measuredSpan(found, index, question);
  if (measured) return { outcome: 'answered', spans: [measured] };
  if (silence >= SILENCE && silence >= topic && silence >= passage - BEFORE_SILENCE && !saysItPlainly(found, question)) {
    return notStated(found, SILENCE);
  }
  if (sideUnsaid(found, question)) return notStated(found, SILENCE);
  if (topic >= TOPIC || passage >= (index.plan.topics.length === 0 ? PASSAGE_ALONE : PASSAGE)) {
    const spans = answerSpans(found, question);
    const telling = found.topics[0]?.topic.all ? spans : spans.slice(0, 1);
    if (fitsAspect(question, telling.map(span => index.plan.text.slice(span.start, span.end)))) return { outcome: 'answered', spans };
    return notStated(found, SILENCE);
  }
  if (Math.max(topic, silence, passage) < FIELD && !ofTheField(question)) return { outcome: 'out_of_scope' };
  return notStated(found, SILENCE);
}

function notStated(found: Found, least: number): Decision {
  const silence = found.silences[0];
  if (silence && silence.score >= least) return { outcome: 'not_stated', silence: silence.silence, spans: silence.silence.near };
  return { outcome: 'not_stated', silence: null, spans: nearest(found) };
}

/** The spans that answer, best first: all of a topic that is a list, else the best and what is as near. */
function answerSpans(found: Found, question: ReadQuestion): Span[] {
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
      const twin = others.find(o => o.topic.all && o.score >= topic.score - TWIN && forOthers(o.topic, topic.topic));
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
      topic.cites.every(cited => every.cites.some(({ start, end }) => start < cited.end && cited.start < end)),
  );
  return own?.topic ?? null;
}

/** What the plan says of the same matter to other kinds of unit: shown with it, for nobody said which unit it is. */
function twins(topic: Found['topics'][number], others: Found['topics']): Topic[] {
  return others
    .filter(o => o.score >= topic.score * OTHER_UNIT && o.topic.kind === topic.topic.kind && forOthers(o.topic, topic.topic))
    .slice(0, 3)
    .map(o => o.topic);
}

/** The passages of a topic that come nearest to the question; of a topic that is no list, the first as it is given. */
function best(topic: Topic, found: Found, most: number): Span[] {
  if (!topic.all) return topic.cites.slice(0, most);
  const nearness = (span: Span): number =>
    found.passages.reduce((n, p) => (p.span.start < span.end && span.start < p.span.end ? Math.max(n, p.score) : n), 0);
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

function nearest(found: Found): Span[] {
  const topic = found.topics[0];
  const passage = found.passages[0];
  if (topic && topic.score >= (passage?.score ?? 0)) return topic.score > 0.3 ? [topic.topic.cites[0]!] : [];
  return passage && passage.score > 0.3 ? [passage.span] : [];
}

/**
 * The nearest silence is only about a side (who, when, how much) of the very clause that the nearest topic cites, and
 * the question asks for no such side: the clause itself is the answer.
 */
function saysItPlainly(found: Found, { aspects }: ReadQuestion): boolean {
  const [topic] = found.topics;
  const [silence] = found.silences;
  if (!topic || !silence || topic.score < silence.score - SAME_CLAUSE) return false;
  if (SIDES.some(side => aspects.has(side))) return false;
  const [cite] = topic.topic.cites;
  return silence.silence.near.some(near => near.start < cite!.end && cite!.start < near.end);
}

/** The question asks for a side (who, when, how much) of a clause that a silence nearly as near says is left out of it. */
function sideUnsaid(found: Found, { aspects }: ReadQuestion): boolean {
  const [topic] = found.topics;
  const [silence] = found.silences;
  if (!topic || !silence || silence.score < SILENCE || silence.score < topic.score - SAME_SIDE) return false;
  // A clause of the kind asked for (a deadline for “khi nào”) does say it.
  if (!SIDES.some(side => aspects.has(side) && !ANSWERED_BY[side].includes(topic.topic.kind))) return false;
  const [cite] = topic.topic.cites;
  return silence.silence.near.some(near => near.start < cite!.end && cite!.start < near.end);
}

const SIDES = ['who', 'when', 'share', 'count', 'money', 'form', 'identity'] as const;

/**
 * The clause that the numbers a person gives of their unit can be held against (“29 đảng viên, 26 hoàn thành tốt”),
 * even where the question is worded like one the plan is silent on.
 */
function measuredSpan(found: Found, index: PlanIndex, question: ReadQuestion): Span | null {
  const { aspects, numbers } = question;
  if (numbers.length === 0 || !(aspects.has('check') || aspects.has('count') || aspects.has('share'))) return null;
  const near = [
    ...found.topics.filter(t => t.score >= MEASURED).slice(0, 6).flatMap(t => t.topic.cites.slice(0, 2)),
    ...found.silences.filter(s => s.score >= MEASURED).slice(0, 2).flatMap(s => s.silence.near),
  ];
  return near.find(span => sharePoints(question, [index.plan.text.slice(span.start, span.end)]).length > 0) ?? null;
}

/** It speaks of a model by its name, or of two things that only the Party has. */
function ofTheField({ folded }: ReadQuestion): boolean {
  if (/\b[34] tot\b/.test(folded)) return true;
  return (folded.match(/chi bo|dang bo|dang vien|cap uy|dang uy|bi thu|sinh hoat|ke hoach|ky luat/g)?.length ?? 0) >= 2;
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

