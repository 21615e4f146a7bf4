/** What the reader shows of a plan. `Plan` of knowledge/ fits these shapes; the page needs no more of it. */

export interface PlanSummary {
  id: string;
  type: string;
  title: string;
  number: string | null;
  date: string | null;
  issuer: string | null;
  place: string | null;
  status: 'confirmed' | 'unconfirmed' | 'replaced';
  statusNote: string | null;
}

export interface PlanClause {
  id: string;
  address: string;
  kind: string;
  /** UTF-16 offsets into the plan's text. */
  start: number;
  end: number;
  parent: string | null;
}

export interface PlanText extends PlanSummary {
  notes: { quote: string; note: string }[];
  text: string;
  clauses: PlanClause[];
}

/** Only what the page needs, whatever else the value carries. */
export function planSummary(plan: PlanSummary): PlanSummary {
  const { id, type, title, number, date, issuer, place, status, statusNote } = plan;
  return { id, type, title, number, date, issuer, place, status, statusNote };
}

export function planText(plan: PlanText) {
  const level = new Map<string, number>();
  const clauses = plan.clauses.map(({ id, address, kind, start, end, parent }) => {
    const depth = parent === null ? 0 : (level.get(parent) ?? 0) + 1;
    level.set(id, depth);
    return { id, address, kind, start, end, level: depth };
  });
  return { ...planSummary(plan), notes: plan.notes, text: plan.text, clauses };
}
