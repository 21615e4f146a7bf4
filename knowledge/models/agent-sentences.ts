import type { GivenSpan } from '../answer/gate/claim.ts';
import type { Plan, Span } from '../plan.ts';
import { passagesOf } from '../search/passages.ts';

const MOST_SENTENCES = 60;
const MOST_CHARACTERS = 16_000;

/** The sentences that a model is given in one turn, by short ids that mean nothing in any other turn. */
export interface Sentences {
  given: ReadonlyMap<string, GivenSpan>;
  /** Sentences as lines, each under the address of its clause; those given before keep their ids. */
  show(plan: Plan, spans: readonly Span[]): string;
}

export function openSentences(): Sentences {
  const given = new Map<string, GivenSpan>();
  const ids = new Map<string, string>();
  let characters = 0;
  const idOf = (plan: Plan, { start, end }: Span): string | null => {
    const key = `${plan.id} ${start} ${end}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    if (given.size >= MOST_SENTENCES || characters + end - start > MOST_CHARACTERS) return null;
    const id = `s${given.size + 1}`;
    ids.set(key, id);
    given.set(id, { plan: plan.id, start, end });
    characters += end - start;
    return id;
  };
  return {
    given,
    show(plan, spans) {
      const lines: string[] = [];
      let above = '';
      for (const span of spans) {
        const id = idOf(plan, span);
        if (id === null) continue;
        const place = placeOf(plan, span);
        if (place !== above) lines.push(`${place}:`);
        above = place;
        lines.push(`[${id}] ${fenced(plan.text.slice(span.start, span.end))}`);
      }
      return lines.join('\n');
    },
  };
}

function placeOf(plan: Plan, span: Span): string {
  const clause = plan.clauses.findLast(c => c.start <= span.start && span.start < c.end) ?? plan.clauses[0]!;
  const heading = clause.headings.at(-1);
  return fenced(
    `${plan.number ?? plan.title.slice(0, 80)}, ${clause.address}${heading ? ` (${heading})` : ''}`,
  );
}

/** One line that cannot end the fence that data stands in. */
export function fenced(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/<<<|>>>/gu, ' ')
    .trim();
}

const cut = new WeakMap<Plan, Span[]>();

/** The sentences of a plan; cut once. */
export function sentencesOf(plan: Plan): readonly Span[] {
  let spans = cut.get(plan);
  if (!spans) {
    spans = passagesOf(plan).map(({ start, end }) => ({ start, end }));
    cut.set(plan, spans);
  }
  return spans;
}

/** The sentences that a passage touches. */
export function sentencesIn(plan: Plan, span: Span): Span[] {
  return sentencesOf(plan).filter(each => each.start < span.end && span.start < each.end);
}
