/**
 * What a plan is, once read: one text, and clauses that point into it.
 *
 * All offsets count UTF-16 units of `Plan.text`, so `text.slice(start, end)` is always the exact words.
 */

/** Set by a person with authority; the software itself never declares a plan replaced. */
export type PlanStatus = 'confirmed' | 'unconfirmed' | 'replaced';

export interface Subject {
  id: string;
  title: string;
  /** Other words by which people call this kind of unit. */
  names: string[];
}

export interface Plan {
  id: string;
  /** Kế hoạch, Hướng dẫn, Nghị quyết, …: how the document calls itself. */
  type: string;
  title: string;
  number: string | null;
  /** ISO date of issue, null where the text has none. */
  date: string | null;
  issuer: string | null;
  place: string | null;
  period: { from: string | null; to: string | null } | null;
  status: PlanStatus;
  /** Why the status is what it is, one Vietnamese sentence for the reader; null when nothing is to be said. */
  statusNote: string | null;
  subjects: Subject[];
  /** Other words by which people name this plan: place, issuer, nickname, model. */
  names: string[];
  /** Remarks on exact passages that stand wrong in the source and are quoted as they stand. */
  notes: { quote: string; note: string }[];
  topics: Topic[];
  silences: Silence[];
  /** The reading text: corrected, paragraphs joined, stamps set apart. Ends with one newline. */
  text: string;
  /** In document order; a heading comes before what stands under it. */
  clauses: Clause[];
}

export type ClauseKind =
  | 'number' // Số 69-KH/ĐUK
  | 'place-date' // Hà Nội, ngày 05 tháng 02 năm 2024
  | 'letterhead' // issuer and country lines
  | 'title'
  | 'preamble'
  | 'heading' // a numbered unit that only names what stands under it
  | 'item' // a numbered or lettered unit that says something itself
  | 'bullet'
  | 'paragraph'
  | 'footnote'
  | 'template'
  | 'recipients'
  | 'signature'
  | 'stamp'; // marks of an office that received the paper: no part of the plan

export interface Clause {
  /** Unique in its plan, as reference tables write it: `II.1.1 gđd 3`, `IV đ1`, `chú thích 2`, `Mẫu 1 II.1`. */
  id: string;
  /** As a person cites it: `mục II, khoản 1.1, gạch đầu dòng 3`. */
  address: string;
  kind: ClauseKind;
  /** Its own words, without what stands under it. */
  start: number;
  end: number;
  /** End of the last clause that stands under it; `end` when nothing does. */
  until: number;
  /** Id of the clause above, null at the top. */
  parent: string | null;
  /** Texts of the headings above it, outermost first. */
  headings: string[];
  /** Where it begins in document.txt, counted from 1. */
  line: number;
}

/** How people ask for a passage: words to find it by, no answer of its own. */
export interface Topic {
  asks: string[];
  /** Exact passages of the text, the best first. */
  cites: Span[];
  kind: TopicKind;
  /** Subject ids the passage speaks of; empty: every subject. */
  for: string[];
  /** Every passage belongs to the answer (a list, conditions), not just the best one. */
  all: boolean;
}

export type TopicKind =
  | 'deadline'
  | 'authority'
  | 'threshold'
  | 'list'
  | 'scope'
  | 'identity'
  | 'effect'
  | 'template'
  | 'duty'
  | 'verdict'
  | 'fact';

/** What people ask and the plan does not say. */
export interface Silence {
  asks: string[];
  /** Completes “Kế hoạch … không quy định …”. */
  about: string;
  /** It is a mark of the document itself (number, date, signer): “không ghi”, not “không quy định”. */
  unwritten?: boolean;
  /** What comes nearest; may be empty. */
  near: Span[];
}

export interface Span {
  start: number;
  end: number;
}
