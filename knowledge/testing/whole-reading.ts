import { expect } from 'vitest';
import type { Reading } from '../parse-plan.ts';

/** Every promise that a reading keeps whatever the document: exact, ordered, nested, complete. */
export function expectWhole({ text, clauses }: Pick<Reading, 'text' | 'clauses'>): void {
  expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  expect(text).toBe(text.normalize('NFC'));
  const byId = new Map(clauses.map(clause => [clause.id, clause]));
  expect(byId.size).toBe(clauses.length);
  let end = 0;
  for (const clause of clauses) {
    expect(text.slice(end, clause.start).trim()).toBe('');
    expect(clause.start).toBeGreaterThanOrEqual(end);
    expect(clause.end).toBeGreaterThan(clause.start);
    expect(clause.until).toBeGreaterThanOrEqual(clause.end);
    const words = text.slice(clause.start, clause.end);
    expect(words).toBe(words.trim());
    expect(clause.address).not.toBe('');
    if (clause.parent !== null) {
      const above = byId.get(clause.parent);
      expect(above && above.start < clause.start && above.until >= clause.until).toBe(true);
    }
    end = clause.end;
  }
  expect(text.slice(end).trim()).toBe('');
}

/** The words of one clause; of all that stands under it with `whole`. */
export function wordsAt(
  { text, clauses }: Pick<Reading, 'text' | 'clauses'>,
  id: string,
  whole = false,
): string {
  const clause = clauses.find(each => each.id === id);
  if (!clause) throw new Error(`no clause ${id}; there are ${clauses.map(each => each.id).join(' | ')}`);
  return text.slice(clause.start, whole ? clause.until : clause.end);
}
