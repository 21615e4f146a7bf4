import type { Clause, Plan, Span } from '../plan.ts';
import { passagesOf } from '../search/passages.ts';

/** A citation of this many characters at most is read at a glance; longer ones stay cut. */
const GLANCE = 350;

/**
 * Spans grown to what reads by itself: half a sentence becomes the sentence where that is short enough, and pieces
 * that follow each other (lines of a template, recipients) become one. Order is kept.
 */
export function wholeSpans(plan: Plan, spans: readonly Span[]): Span[] {
  return joined(
    plan,
    spans.map(span => grown(plan, span)),
  );
}

/** The beginning of the sentence that a span stands deep in: it says who acts. Null where the span begins with it. */
export function sentenceHead(plan: Plan, span: Span): Span | null {
  const clause = plan.clauses.find(c => c.start <= span.start && span.end <= c.end);
  if (!clause || clause.kind === 'recipients' || clause.kind === 'signature') return null;
  const sentence = sentenceAround(plan.text, clause, span);
  if (grown(plan, span).start <= sentence.start) return null;
  const comma = /[,;:]\s/.exec(plan.text.slice(sentence.start + 15, span.start));
  return {
    start: sentence.start,
    end: comma ? sentence.start + 15 + comma.index : Math.min(span.start, sentence.start + GLANCE),
  };
}

function grown(plan: Plan, span: Span): Span {
  const clause = plan.clauses.find(c => c.start <= span.start && span.end <= c.end);
  if (!clause || clause.kind === 'recipients') return span;
  if (clause.kind === 'title' || clause.kind === 'signature') {
    return clause.end - clause.start <= GLANCE ? { start: clause.start, end: clause.end } : span;
  }
  const sentence = sentenceAround(plan.text, clause, span);
  if (sentence.end - sentence.start <= GLANCE) return sentence;
  // The sentence is long: at least to its beginning, which says who, or to its end.
  const fromStart = { start: sentence.start, end: span.end };
  if (fromStart.end - fromStart.start <= GLANCE) return fromStart;
  return span;
}

const STOP = /[.?!…]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu;
const MARKER = /^(?:[-+*–•]|\d{1,2}[.)]|[a-zđ][.)])\s+/u;

function sentenceAround(text: string, clause: Span, span: Span): Span {
  const body = text.slice(clause.start, clause.end);
  let start = clause.start + (MARKER.exec(body)?.[0].length ?? 0);
  let end = clause.end;
  for (const match of body.matchAll(STOP)) {
    const at = clause.start + match.index;
    const next = at + match[0].length;
    if (next <= span.start) start = Math.max(start, next);
    else if (at + 1 >= span.end) {
      end = Math.min(end, at + match[0].trimEnd().length);
      break;
    }
  }
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}

function joined(plan: Plan, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (out.some(s => s.start <= span.start && span.end <= s.end)) continue;
    if (last && readAsOne(plan, last, span)) out[out.length - 1] = { start: last.start, end: span.end };
    else out.push(span);
  }
  return out;
}

/** Lines of a template, of the recipients or of a signature that follow each other; sentences and bullets stay apart. */
function readAsOne(plan: Plan, last: Span, span: Span): boolean {
  if (span.start < last.end || span.end - last.start > GLANCE) return false;
  if (!/^[\s,.;:]*(?:[-+*–]\s*)?$/u.test(plan.text.slice(last.end, span.start))) return false;
  const [a, b] = [clauseOf(plan, last), clauseOf(plan, span)];
  if (a === b) return a?.kind === 'recipients' || a?.kind === 'signature' || a?.kind === 'letterhead';
  return isTemplate(a) && isTemplate(b);
}

function clauseOf(plan: Plan, span: Span): Clause | undefined {
  return plan.clauses.find(c => c.start <= span.start && span.end <= c.end);
}

function isTemplate(clause: Clause | undefined): boolean {
  return clause?.id.startsWith('Mẫu') ?? false;
}

const PROSE = new Set(['bullet', 'paragraph', 'item', 'footnote']);
/** A paragraph of this length is listed whole. */
const PARAGRAPH = 800;

/** The other pieces of the enumeration that a span is cut from, so that a list is complete and in order. */
export function wholeList(plan: Plan, span: Span): Span[] {
  const clause = plan.clauses.find(c => c.start <= span.start && span.end <= c.end);
  if (!clause) return [span];
  if (!PROSE.has(clause.kind)) return [span];
  const sentence = sentenceAround(plan.text, clause, span);
  const long = (plan.text.slice(sentence.start, sentence.end).match(/;/g)?.length ?? 0) >= 2;
  const whole = clause.end - clause.start <= PARAGRAPH ? clause : long ? sentence : null;
  if (!whole) return [span];
  return passagesOf({ ...plan, clauses: [{ ...clause, ...{ start: whole.start, end: whole.end } }] }).map(
    ({ start, end }) => ({ start, end }),
  );
}
