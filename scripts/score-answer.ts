import type { Outcome, Plan } from '../knowledge/index.ts';
import { fold } from '../knowledge/index.ts';

/** A question with what a right answer holds; the form of `knowledge/questions/dev.jsonl`. */
export interface Question {
  id: string;
  plan: string | null;
  question: string;
  kind: string;
  outcome: Outcome;
  /** Passages that say it: one of them, or with `need: 'all'` each of them, must be cited. */
  gold: { plan: string; quote: string }[];
  need?: 'any' | 'all';
  /** Regular expressions that the text must meet. */
  must?: string[];
  must_not?: string[];
}

export interface Scored {
  expected: Outcome;
  got: Outcome;
  /** Null where the expected outcome cites nothing. */
  cited: boolean | null;
  exact: boolean;
  /** Characters of the first citation that covers; null when none does. */
  length: number | null;
  said: boolean;
  /** Why it is not right, in words for a developer. */
  faults: string[];
}

interface Given {
  outcome: Outcome;
  text: string;
  citations: { plan: string; quote: string; start: number; end: number }[];
}

/** How many of the first citations count where one passage is enough. */
const FIRST = 3;

export function scoreAnswer(question: Question, given: Given, plans: readonly Plan[]): Scored {
  const exact = given.citations.every(
    ({ plan, start, end, quote }) => plans.find(p => p.id === plan)?.text.slice(start, end) === quote,
  );
  const all = question.need === 'all';
  const counted = all ? given.citations : given.citations.slice(0, FIRST);
  const hit = (gold: Question['gold'][number]) =>
    counted.find(c => c.plan === gold.plan && covers(c.quote, gold.quote));
  const answered = question.outcome === 'answered';
  const cited = answered ? (all ? question.gold.every(hit) : question.gold.some(hit)) : null;
  const missed = (question.must ?? []).filter(
    source => !new RegExp(source, 'iu').test(sameTones(given.text)),
  );
  const forbidden = (question.must_not ?? []).filter(words =>
    given.text.toLowerCase().includes(words.toLowerCase()),
  );
  const faults = [
    ...(given.outcome === question.outcome ? [] : [`${question.outcome} → ${given.outcome}`]),
    ...(cited === false ? ['nguồn chưa đúng'] : []),
    ...(exact ? [] : ['trích không khớp']),
    ...missed.map(source => `thiếu /${source}/`),
    ...forbidden.map(words => `thừa “${words}”`),
  ];
  const length = question.gold.map(hit).find(c => c !== undefined)?.quote.length ?? null;
  return {
    expected: question.outcome,
    got: given.outcome,
    cited,
    exact,
    length,
    said: missed.length + forbidden.length === 0,
    faults,
  };
}

/** What was said in words counts only where the answer is expected to say something. */
export function isRight(score: Scored): boolean {
  if (score.got !== score.expected) return false;
  return score.expected !== 'answered' || (score.cited === true && score.exact && score.said);
}

/** What a set of answers comes to, figure by figure, in Vietnamese. */
export function figures(scores: readonly Scored[]): [name: string, said: string][] {
  const share = (list: readonly Scored[], ok: (s: Scored) => boolean): string =>
    list.length === 0
      ? '–'
      : `${((100 * list.filter(ok).length) / list.length).toFixed(1)}% (${list.filter(ok).length}/${list.length})`;
  const answerable = scores.filter(s => s.expected === 'answered');
  const closed = scores.filter(s => s.expected === 'not_stated' || s.expected === 'out_of_scope');
  const lengths = scores.flatMap(s => (s.length === null ? [] : [s.length])).sort((a, b) => a - b);
  return [
    ['đúng hoàn toàn', share(scores, isRight)],
    ['đúng loại trả lời', share(scores, s => s.got === s.expected)],
    ['đúng nguồn', share(answerable, s => s.cited === true)],
    ['trích nguyên văn', share(scores, s => s.exact)],
    ['từ chối nhầm', share(answerable, s => s.got !== 'answered')],
    ['trả lời bừa', share(closed, s => s.got === 'answered')],
    ['độ dài trích trung vị', `${lengths[lengths.length >> 1] ?? '–'} ký tự`],
  ];
}

/** One line a figure. */
export function summary(scores: readonly Scored[]): string {
  return figures(scores)
    .map(([name, said]) => `${`${name}:`.padEnd(22)} ${said}`)
    .join('\n');
}

const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+|%/gu) ?? [];

/** The words of the gold stand in the quotation in one run, or the quotation is most of the gold. */
export function covers(quote: string, gold: string): boolean {
  const q = tokens(quote);
  const g = tokens(gold);
  if (` ${q.join(' ')} `.includes(` ${g.join(' ')} `)) return true;
  if (q.length >= 0.6 * g.length && ` ${g.join(' ')} `.includes(` ${q.join(' ')} `)) return true;
  const width = Math.ceil(1.15 * g.length) + 2;
  return q.some((_, i) => common(g, q.slice(i, i + width)) >= 0.85 * g.length);
}

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

/** One tone placement, so that “ủy” in a pattern meets “uỷ” in a plan. */
function sameTones(text: string): string {
  return text.normalize('NFC').replace(/(?<![qQ])u([ỳýỷỹỵ])(?!\p{L})/gu, (_, y: string) => {
    const [base, ...marks] = y.normalize('NFD');
    return `u${marks.join('')}`.normalize('NFC') + base;
  });
}
