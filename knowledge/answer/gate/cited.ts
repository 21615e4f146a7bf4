import type { Plan, Span } from '../../plan.ts';
import type { Passage } from '../../search/passages.ts';
import { passagesOf } from '../../search/passages.ts';
import { givesOrders } from './checks/check-form.ts';
import type { GivenSpan, Why } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence.ts';

export interface Gate {
  /** What was given to the model in this turn, by the id it was given under. */
  given: ReadonlyMap<string, GivenSpan>;
  /** Plans that may be spoken of. */
  scope: ReadonlySet<string>;
  plan(id: string): Plan | null;
}

/** What a sentence of a claim may rest on. */
export interface Cited {
  spans: string[];
  places: GivenSpan[];
  evidence: Evidence;
  /** Another sentence of the same clause than the one that was cited. */
  beside?: boolean;
}

/**
 * What the sentences of a claim may rest on: each cited span, then those that follow each other, then the other
 * pieces of their sentences. A reason where a span may not be cited.
 */
export function citedBy(spans: readonly string[], asked: Gate): Cited[] | Why {
  if (spans.length === 0) return 'unknown-span';
  const cited: Cited[] = [];
  const pieces: Cited[] = [];
  const beside: Cited[] = [];
  for (const id of spans) {
    const span = asked.given.get(id);
    if (!span) return 'unknown-span';
    const plan = asked.plan(span.plan);
    if (!plan || !asked.scope.has(span.plan)) return 'other-plan';
    const evidence = evidenceOf(plan, span);
    if (givesOrders(evidence)) return 'form';
    cited.push({ spans: [id], places: [span], evidence });
    for (const { start, end, beside: other } of besides(plan, span)) {
      const there = evidenceOf(plan, { start, end });
      if (givesOrders(there)) continue;
      const place = { plan: plan.id, start, end };
      (other ? beside : pieces).push({ spans: [id], places: [place], evidence: there, beside: other });
    }
  }
  return [...cited, ...joined(spans, asked), ...pieces, ...beside];
}

const passages = new WeakMap<Plan, Passage[]>();

/** The other pieces of a sentence that is cut at its semicolons, all of it, and the other sentences of its clause. */
function besides(plan: Plan, span: Span): (Span & { beside: boolean })[] {
  let all = passages.get(plan);
  if (!all) {
    all = passagesOf(plan);
    passages.set(plan, all);
  }
  const at = all.findIndex(each => each.start <= span.start && span.start < each.end);
  if (at < 0) return [];
  const cut = (i: number): boolean =>
    plan.text[all[i]!.end - 1] === ';' && all[i]!.clause === all[i + 1]?.clause;
  let from = at;
  let to = at;
  while (from > 0 && cut(from - 1)) from--;
  while (cut(to)) to++;
  const found = all.flatMap(({ start, end, clause }, i) =>
    i === at || clause !== all[at]!.clause ? [] : [{ start, end, beside: i < from || i > to }],
  );
  return from === to ? found : [...found, { start: all[from]!.start, end: all[to]!.end, beside: true }];
}

/** Cited pieces of one sentence that follow each other are read as one. */
function joined(spans: readonly string[], asked: Gate): Cited[] {
  const given = spans
    .map(id => ({ id, ...asked.given.get(id)! }))
    .sort((a, b) => (a.plan === b.plan ? a.start - b.start : a.plan < b.plan ? -1 : 1));
  const runs: Cited[] = [];
  for (let i = 1; i < given.length; i++) {
    const [a, b] = [given[i - 1]!, given[i]!];
    const plan = asked.plan(a.plan)!;
    const clause = plan.clauses.find(c => c.start <= a.start && b.end <= c.end);
    const goesOn = /[;:,]$/u.test(plan.text.slice(a.start, a.end).trim());
    if (a.plan !== b.plan || !clause || b.start - a.end > 3 || !goesOn) continue;
    runs.push({
      spans: [a.id, b.id],
      places: [a.id, b.id].map(id => asked.given.get(id)!),
      evidence: evidenceOf(plan, { start: a.start, end: Math.max(a.end, b.end) }),
    });
  }
  return runs;
}
