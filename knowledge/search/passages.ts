import type { Clause, Plan, Span } from '../plan.ts';

/** A sentence, bullet or item: the smallest piece of a plan that is quoted by itself. */
export interface Passage extends Span {
  clause: Clause;
}

/** Longer pieces are cut at semicolons, so that a citation stays readable. */
const LONG = 360;
const SENTENCE_END = /[.?!…]["”’)]*(?=\s+["“‘(]?\p{Lu})|;(?=\s)/gu;
// A full stop after these ends no sentence: “T. Quảng Bình”, “UV. BCH”.
const SHORTENED = /(?:^|[\s(])(?:T|TP|Tp|TX|Q|H|P|UV|Đ\/c|v\.v)\.$/u;
// Nor after the number or letter that a clause begins with: “2. Tổ giúp việc”.
const NUMBERED = /^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]+|\p{L})\.$/u;

/** All passages of a plan in order. */
export function passagesOf(plan: Plan): Passage[] {
  return plan.clauses.flatMap(clause => sentences(plan.text, clause).map(span => ({ clause, ...span })));
}

function sentences(text: string, clause: Clause): Span[] {
  const whole = trimmed(text, clause.start, clause.end);
  if (
    clause.kind === 'recipients' ||
    clause.kind === 'signature' ||
    clause.kind === 'title' ||
    clause.kind === 'stamp'
  )
    return [whole];
  const spans: Span[] = [];
  // The dash of a bullet is no word of it.
  if (clause.kind === 'bullet')
    whole.start += /^[-+*–•]\s+/u.exec(text.slice(whole.start, whole.start + 4))?.[0].length ?? 0;
  let from = whole.start;
  for (const stop of cuts(text, whole)) {
    spans.push(trimmed(text, from, stop));
    from = stop;
  }
  spans.push(trimmed(text, from, whole.end));
  return spans.filter(span => span.end > span.start);
}

function cuts(text: string, whole: Span): number[] {
  const body = text.slice(whole.start, whole.end);
  const stops: number[] = [];
  let from = 0;
  let semicolons: number[] = [];
  const close = (end: number): void => {
    if (end - from > LONG) stops.push(...spread(from, end, semicolons).map(at => whole.start + at));
    from = end;
    semicolons = [];
  };
  for (const match of body.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (match[0] === ';') semicolons.push(end);
    else if (
      !SHORTENED.test(body.slice(0, match.index + 1)) &&
      !NUMBERED.test(body.slice(0, match.index + 1))
    ) {
      close(end);
      stops.push(whole.start + end);
    }
  }
  close(body.length);
  return [...new Set(stops)].sort((a, b) => a - b).filter(stop => stop < whole.end);
}

/** Cuts a long sentence at the semicolons that keep the pieces near half of LONG. */
function spread(from: number, end: number, semicolons: readonly number[]): number[] {
  const chosen: number[] = [];
  let last = from;
  for (const at of semicolons) {
    if (at - last >= LONG / 3 && end - at >= 40) {
      chosen.push(at);
      last = at;
    }
  }
  return chosen;
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
