import type { Schema } from '../schema.ts';

interface Table {
  name: keyof Schema;
  /** A unique order; a restore writes rows in it. */
  order: readonly string[];
  /** What the database gives by itself, so that a backup leaves it out. */
  own: readonly string[];
}

/**
 * Every table, each after those it refers to; but not `outbox`, whose messages a restore would send a second time, nor
 * codes and sessions, which are valid for a while only.
 */
export const TABLES: readonly Table[] = [
  { name: 'conversations', order: ['person'], own: [] },
  { name: 'exchanges', order: ['id'], own: ['id'] },
  { name: 'units', order: ['id'], own: ['revision'] },
  { name: 'memberships', order: ['unit', 'person'], own: [] },
  { name: 'invitations', order: ['code_hash'], own: [] },
  { name: 'assessments', order: ['id'], own: [] },
  { name: 'answers', order: ['assessment', 'seq'], own: [] },
  { name: 'submissions', order: ['assessment', 'position'], own: [] },
  { name: 'accounts', order: ['channel', 'address'], own: [] },
  { name: 'inbox', order: ['id'], own: ['id'] },
  { name: 'ledger', order: ['channel', 'month'], own: [] },
];

/** Columns of JSON text, each read once more before a backup is believed. */
export const JSON_COLUMNS: readonly string[] = ['state', 'replies', 'value', 'evaluation'];
