import type { ReminderChange, Reminders } from './reminder-records.ts';

/**
 * What is kept of units and their self-assessments, as values. Dialogues read records and give back changes; the
 * store keeps changes in the transaction that keeps what was said. Times are ISO instants in UTC.
 */

export type Role = 'secretary' | 'deputy' | 'member';

/** A chi bộ or đảng bộ that assesses itself. It belongs to its members, not to a chat. */
export interface Unit {
  id: string;
  name: string;
  plan: string;
  subject: string;
  /** The body directly above, as it stands at the head of documents; null while unknown. */
  superior: string | null;
  /** Place name for the date line of documents; null while unknown. */
  place: string | null;
}

export interface Membership {
  unit: Unit;
  role: Role;
  /** When the person joined. */
  since: string;
}

/** One answer given, never overwritten. */
export interface AnswerEvent {
  /** 1, 2, 3, … within the assessment. */
  seq: number;
  requirement: string;
  /** In the shape `evaluate` takes; null: the answer is taken back. */
  value: unknown;
  /** Evidence or remark in the person's words; null: none. */
  note: string | null;
  /** How it came: typed on the prompt, corrected in words, edited in the review. */
  source: 'prompt' | 'words' | 'review';
  person: string;
  at: string;
}

export interface AssessmentRecord {
  id: string;
  unit: string;
  plan: string;
  subject: string;
  year: number;
  /** Hash of the rulebook that the person last saw. */
  rulebook: string;
  events: AnswerEvent[];
  /** The last submission, null before. `evaluation` is what `evaluate` gave then. */
  submitted: { at: string; person: string; seq: number; evaluation: unknown } | null;
}

/** A one-time code that somebody with a role gave out; only its hash is kept. */
export interface Invitation {
  codeHash: string;
  unit: string;
  role: Role;
  by: string;
  expiresAt: string;
  usedBy: string | null;
}

/** What a dialogue changes. Kept all together or not at all. */
export type Change =
  | { type: 'unit-opened'; unit: Unit }
  | { type: 'unit-described'; unit: string; name?: string; superior?: string; place?: string }
  | { type: 'invited'; invitation: Invitation }
  | { type: 'joined'; codeHash: string }
  | { type: 'assessment-opened'; assessment: Omit<AssessmentRecord, 'events' | 'submitted'> }
  | { type: 'answered'; assessment: string; event: Omit<AnswerEvent, 'seq' | 'person' | 'at'> }
  | { type: 'started-over'; assessment: string }
  | { type: 'submitted'; assessment: string; evaluation: unknown }
  | { type: 'rulebook-seen'; assessment: string; rulebook: string }
  | ReminderChange;

/** What one person may see: their units and those units' assessments, oldest first. */
export interface World {
  memberships: Membership[];
  assessments: AssessmentRecord[];
  reminders: Reminders;
}
