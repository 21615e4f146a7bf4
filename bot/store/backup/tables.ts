import type { Schema } from '../schema.ts';

interface Table {
  name: keyof Schema;
  /** A unique order; a restore writes rows in it. */
  order: readonly string[];
  /** What the database gives by itself, so that a backup leaves it out. */
  own: readonly string[];
  /** Columns of JSON text, each read once more before a backup is believed. */
  json?: readonly string[];
  /** A restore leaves what is there, and writes beside it. */
  stays?: true;
}

/**
 * Every table, each after those it refers to; but not `outbox`, whose messages a restore would send a second time, nor
 * codes, sessions and private addresses, which somebody may have closed since, nor `wakes`, which are worked out.
 */
export const TABLES: readonly Table[] = [
  { name: 'conversations', order: ['person'], own: [], json: ['state'] },
  { name: 'exchanges', order: ['id'], own: ['id'], json: ['replies'] },
  { name: 'units', order: ['id'], own: ['revision'] },
  { name: 'memberships', order: ['unit', 'person'], own: [] },
  { name: 'invitations', order: ['code_hash'], own: [] },
  { name: 'assessments', order: ['id'], own: [] },
  { name: 'answers', order: ['assessment', 'seq'], own: [], json: ['value'] },
  { name: 'submissions', order: ['assessment', 'position'], own: [], json: ['evaluation'] },
  { name: 'unit_reminders', order: ['unit', 'position'], own: [], json: ['change'] },
  { name: 'own_reminders', order: ['id'], own: [], json: ['schedule'] },
  { name: 'reminder_marks', order: ['id'], own: ['id'] },
  { name: 'reminder_preferences', order: ['person'], own: [] },
  { name: 'sent_reminders', order: ['person', 'item', 'due', 'moment'], own: [], stays: true },
  { name: 'accounts', order: ['channel', 'address'], own: [] },
  { name: 'inbox', order: ['id'], own: ['id'] },
  { name: 'ledger', order: ['channel', 'month'], own: [] },
];
