import type { Plan } from '../../knowledge/index.ts';
import type { Source } from '../channels/channel.ts';
import { sourceOf } from './answer-words.ts';

/**
 * Where a rulebook's quote stands in the plan's text, as a person opens it; null where it does not stand. Runs of
 * white space count as one space, as they do in rulebooks; what is shown is the plan's own characters.
 */
export function quoteSource(plan: Plan, { clause, quote }: { clause: string; quote: string }): Source | null {
  const pattern = new RegExp(quote.trim().split(/\s+/).map(RegExp.escape).join('\\s+'), 'g');
  const cited = plan.clauses.find(({ id }) => id === clause);
  pattern.lastIndex = cited?.start ?? 0;
  const found = pattern.exec(plan.text) ?? new RegExp(pattern.source).exec(plan.text);
  if (!found) return null;
  const start = found.index;
  const end = start + found[0].length;
  const holding = plan.clauses.filter(item => item.start <= start && end <= item.until);
  // The innermost clause that holds all of it.
  const inner = holding.sort((a, b) => a.until - a.start - (b.until - b.start))[0] ?? cited;
  if (!inner) return null;
  return sourceOf(
    { plan: plan.id, clause: inner.id, address: inner.address, quote: found[0], start, end, note: null },
    plan,
  );
}
